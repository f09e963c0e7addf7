import { command, type Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { placesByIds } from '#slices/places'
import { suggestionInput } from './name-suggestion-contract.ts'
import { suggestionDecided } from './name-suggestion-messages.ts'
import { lockSuggestion, setState, type SuggestionRow } from './name-suggestion-store.ts'

/** Says that something is not called so. The pair is never suggested again. */
export const refuseName = command('name-suggestion.refuse', {
  may: { permission: 'name-suggestion.decide', at: (work, input) => whereNamed(work, input) },
  input: suggestionInput,
  event: 'name-suggestion.refused',
  async decide(work, { suggestion: id }) {
    const suggestion = await taken(work, id)
    if (suggestion.state !== 'open') throw suggestionDecided()
    await setState(work.tx, id, 'refused', { person: work.actor.person, at: work.now.toISOString() })
    return answerOf(suggestion, 'refused')
  },
})

/** Takes a refusal back: it is undecided again. */
export const reopenName = command('name-suggestion.reopen', {
  may: { permission: 'name-suggestion.decide', at: (work, input) => whereNamed(work, input) },
  input: suggestionInput,
  event: 'name-suggestion.reopened',
  async decide(work, { suggestion: id }) {
    const suggestion = await taken(work, id)
    if (suggestion.state !== 'refused') throw suggestionDecided()
    await setState(work.tx, id, 'open', null)
    return answerOf(suggestion, 'open')
  },
})

function answerOf({ id, name, kind, target, state }: SuggestionRow, after: string) {
  return {
    result: { id },
    event: {
      about: { kind: 'name-suggestion', id },
      data: { name, target: { kind, id: target }, before: state, after },
    },
  }
}

async function taken({ tx }: Work, id: string): Promise<SuggestionRow> {
  const suggestion = await lockSuggestion(tx, id)
  if (!suggestion) throw notFound({ zh: '这条别名建议', en: 'This suggestion' })
  return suggestion
}

/** The organisation of which it speaks, or the one that keeps the place. */
async function whereNamed(work: Work, { suggestion: id }: { suggestion: string }): Promise<string[]> {
  const { kind, target } = await taken(work, id)
  if (kind === 'organisation') return [target]
  return (await placesByIds(work.tx, [target])).map(({ keeper }) => keeper)
}
