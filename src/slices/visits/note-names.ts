import type { EventHandler } from '#platform/commands/run-command.ts'
import type { Work } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { namesOneBody, organisationsCalled } from '#slices/organisations'
import { placesCalled } from '#slices/places'
import { asName, type Claim, claimsOfChanges, claimsOfSites, claimsTakenBack } from './name-suggestion.ts'
import {
  addSource,
  lockedSuggestion,
  removeSource,
  setState,
  suggestedIn,
  suggestionOf,
  type SuggestionSource,
} from './name-suggestion-store.ts'
import type { Change } from './visit.ts'
import { visitById } from './visit-store.ts'

type Emit = Parameters<EventHandler>[2]
type Where = Pick<SuggestionSource, 'kind' | 'source' | 'label'>

/** Somebody corrected sites: what that says of names is kept, and what it no longer says is taken back. */
export const noteCorrectedNames: EventHandler = async (work, event, emit) => {
  const changes = event.data.changes as Change[]
  const where: Where = { kind: 'visit', source: event.about.id, label: null }
  for (const claim of claimsTakenBack(changes)) await takeBack(work, emit, claim, where)
  await note(work, emit, claimsOfChanges(changes), where)
}

/** A visit was confirmed: what its sites are linked to was looked at by a person. */
export const noteConfirmedNames: EventHandler = async (work, event, emit) => {
  const visit = await visitById(work.tx, event.about.id)
  if (!visit) return
  await note(work, emit, claimsOfSites(visit.content), { kind: 'visit', source: visit.id, label: null })
}

/** What an assignment says of the follow-ups that it gave: each with its number and whom its sentence asks. */
interface Assigned {
  lead: string
  asked: { followup: string; number: string; subject: string | null }[]
}

/**
 * A follow-up was given to an organisation, and its sentence asks somebody by a name that nobody of the county has:
 * perhaps that is how this organisation is called. Given to another one later, it no longer says so.
 */
export const noteAssignedNames: EventHandler = async (work, event, emit) => {
  const { lead, asked } = event.data as unknown as Assigned
  const target = { kind: 'organisation' as const, id: lead }
  const named = asked.filter(({ subject }) => subject !== null && namesOneBody(subject))
  const called = await organisationsCalled(
    work.tx,
    named.map(({ subject }) => subject ?? ''),
  )
  for (const { followup, number, subject } of named) {
    const where: Where = { kind: 'followup', source: followup, label: number }
    for (const earlier of await suggestedIn(work.tx, where)) {
      if (earlier.target !== lead) {
        await takeBack(
          work,
          emit,
          { name: earlier.name, target: { kind: earlier.kind, id: earlier.target } },
          where,
        )
      }
    }
    if (subject !== null && called.get(subject)?.length === 0) {
      await note(work, emit, [{ name: asName(subject), target }], where)
    }
  }
}

/** A name was given to what it was suggested for, on whatever page: the suggestion is answered. */
export const answerGivenName: EventHandler = async (work, event, emit) => {
  const suggestion = await lockedSuggestion(work.tx, claimOf(event))
  if (!suggestion || suggestion.state === 'accepted') return
  const by = { person: work.actor.person, at: work.now.toISOString() }
  await setState(work.tx, suggestion.id, 'accepted', by)
  const about = aboutOf(suggestion.id)
  await emit({
    name: 'name-suggestion.accepted',
    about,
    data: { ...claimOf(event), before: suggestion.state },
  })
}

/** A name that had been suggested was dropped again: it is undecided as before. */
export const reopenDroppedName: EventHandler = async (work, event, emit) => {
  const suggestion = await lockedSuggestion(work.tx, claimOf(event))
  if (suggestion?.state !== 'accepted') return
  await setState(work.tx, suggestion.id, 'open', null)
  const about = aboutOf(suggestion.id)
  await emit({ name: 'name-suggestion.reopened', about, data: { ...claimOf(event), before: 'accepted' } })
}

function claimOf({ about, data }: Parameters<EventHandler>[1]): Claim {
  const kind = about.kind === 'place' ? 'place' : 'organisation'
  return { name: asName(String(kind === 'place' ? data.text : data.name)), target: { kind, id: about.id } }
}

async function note(work: Work, emit: Emit, claims: readonly Claim[], where: Where): Promise<void> {
  const at = work.now.toISOString()
  for (const claim of await newClaims(work, claims)) {
    const { county, person } = work.actor
    const suggestion = await suggestionOf(work.tx, county, claim, { id: newId(work.now), at })
    // A pair that was refused is never suggested again.
    if (suggestion.state !== 'open') continue
    if (await addSource(work.tx, county, suggestion.id, { ...where, person, at })) {
      const about = aboutOf(suggestion.id)
      await emit({ name: 'name-suggestion.made', about, data: { ...claim, in: where } })
    }
  }
}

async function takeBack(work: Work, emit: Emit, claim: Claim, where: Where): Promise<void> {
  const suggestion = await lockedSuggestion(work.tx, claim)
  if (suggestion?.state !== 'open') return
  if (await removeSource(work.tx, suggestion.id, where)) {
    const about = aboutOf(suggestion.id)
    await emit({ name: 'name-suggestion.withdrawn', about, data: { ...claim, in: where } })
  }
}

/** Those that say something new: the target is not called so yet, and no other of its kind has the name. */
async function newClaims({ tx }: Work, claims: readonly Claim[]): Promise<Claim[]> {
  if (claims.length === 0) return []
  const names = claims.map(({ name }) => name)
  const organisations = await organisationsCalled(tx, names)
  const places = await placesCalled(tx, names)
  return claims.filter(({ name, target }) => {
    const bearers = (target.kind === 'place' ? places : organisations).get(name) ?? []
    return !bearers.some(({ id, by }) => id === target.id || by !== 'short')
  })
}

const aboutOf = (id: string) => ({ kind: 'name-suggestion', id })
