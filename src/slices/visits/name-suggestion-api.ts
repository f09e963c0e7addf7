import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import { answer, obey, type Served } from '#platform/contracts/served.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationsCalled } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { placesCalled } from '#slices/places'
import { type KnownThing, knownThings } from './known-things.ts'
import { suggestionRoutes } from './name-suggestion-contract.ts'
import {
  countSuggestions,
  pageOfNames,
  sourcesOf,
  suggestionsFor,
  type SuggestionRow,
} from './name-suggestion-store.ts'
import { refuseName, reopenName } from './refuse-name.ts'
import { contentsOf } from './visit-store.ts'
import { titleOf } from './visit-summary.ts'

const sourcesShown = 3

export const suggestionApi: Served[] = [
  answer(suggestionRoutes.list, async ({ tx, actor, query }) => {
    const page = await pageOfNames(tx, query)
    const rows = await suggestionsFor(
      tx,
      page.map(({ name }) => name),
      query.state,
    )
    const shown = await show(tx, actor, rows)
    return {
      items: page.map(({ name }) => ({ name, suggestions: shown(name) })),
      next: page.length === query.limit ? (page.at(-1)?.last ?? null) : null,
      total: await countSuggestions(tx, query.state),
    }
  }),
  obey(suggestionRoutes.refuse, refuseName),
  obey(suggestionRoutes.reopen, reopenName),
]

/** What each name was suggested for, as the reader may see it: some questions, however many names. */
async function show(tx: Tx, actor: Actor, rows: readonly SuggestionRow[]) {
  const refs = rows.map(({ kind, target }) => ({ kind, id: target }))
  const things = new Map(
    (await knownThings(tx, refs, actor.language)).map((one) => [`${one.kind} ${one.id}`, one]),
  )
  const names = rows.map(({ name }) => name)
  const called = { organisation: await organisationsCalled(tx, names), place: await placesCalled(tx, names) }
  const sources = await sourcesTold(tx, actor, rows)
  const people = await namesOfPeople(
    tx,
    rows.flatMap(({ decidedBy }) => decidedBy ?? []),
  )
  const shown = rows.flatMap((row) => {
    const thing = things.get(`${row.kind} ${row.target}`)
    if (!thing) return []
    const { id, times, at, lastAt, decidedAt, decidedBy } = row
    const { kind, name } = thing
    const holder = called[row.kind].get(row.name)?.find((one) => one.id !== row.target && one.by !== 'short')
    const told = {
      id,
      target: { kind, id: thing.id, name },
      times,
      at,
      lastAt,
      sources: sources(id),
      heldBy: row.state === 'open' && holder ? { id: holder.id, name: holder.name } : null,
      decided:
        decidedAt === null
          ? null
          : {
              at: decidedAt,
              by: decidedBy ? { id: decidedBy, name: people.get(decidedBy) ?? '—' } : null,
            },
      mayDecide: !thing.closed && may(actor, 'name-suggestion.decide', [keeperOf(thing)]),
    }
    return [{ written: row.name, told }]
  })
  const byName = Map.groupBy(shown, ({ written }) => written)
  return (name: string) => (byName.get(name) ?? []).map(({ told }) => told)
}

const keeperOf = (thing: KnownThing) => thing.keeper ?? thing.id

async function sourcesTold(tx: Tx, actor: Actor, rows: readonly SuggestionRow[]) {
  const sources = await sourcesOf(
    tx,
    rows.map(({ id }) => id),
    sourcesShown,
  )
  const visits = sources.filter(({ kind }) => kind === 'visit').map(({ source }) => source)
  const contents = may(actor, 'visit.read') ? await contentsOf(tx, [...new Set(visits)]) : []
  const titles = new Map(contents.map(({ id, content }) => [id, titleOf(content)]))
  const seesFollowups = reachOf(actor, 'followup.read') === 'county'
  const people = await namesOfPeople(
    tx,
    sources.flatMap(({ person }) => person ?? []),
  )
  return (suggestion: string) =>
    sources
      .filter((one) => one.suggestion === suggestion)
      .map(({ kind, source, label, person, at }) => ({
        kind,
        id: source,
        title: kind === 'visit' ? (titles.get(source) ?? null) : seesFollowups ? label : null,
        by: person ? { id: person, name: people.get(person) ?? '—' } : null,
        at,
      }))
}
