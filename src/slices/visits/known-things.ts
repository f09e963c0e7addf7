import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsByIds, organisationsCalled } from '#slices/organisations'
import { placesByIds, placesCalled } from '#slices/places'
import { itemsOf, type Known, type KnownRef, type VisitContent, type VisitSite } from './visit.ts'

/** A place or an organisation of the county, as a page shows it. */
export interface KnownThing extends KnownRef {
  name: string
  /** Of a place: who keeps it. */
  keeper: string | null
  closed: boolean
}

const ranks = { name: 0, alias: 1, short: 2, person: 3 } as const

/**
 * What of the county each of the names may be: those that match best (full name, another name, short form), places and
 * organisations alike. A place and the organisation that keeps it, both called so, are one thing: the place. Two
 * questions for all names, and one more where a place has the name of an organisation.
 */
export async function knownCalled(tx: Tx, names: readonly string[]): Promise<Map<string, Known[]>> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  const organisations = await organisationsCalled(tx, wanted)
  const places = await placesCalled(tx, wanted)
  const best = new Map<string, Known[]>()
  for (const name of wanted) {
    const matches: Known[] = [
      ...(places.get(name) ?? []).map(({ id, by }): Known => ({ kind: 'place', id, by })),
      // The county itself is no place to go to.
      ...(organisations.get(name) ?? [])
        .filter(({ kind }) => kind !== 'county')
        .map(({ id, by }): Known => ({ kind: 'organisation', id, by })),
    ]
    const rank = Math.min(...matches.map(({ by }) => ranks[by]))
    best.set(
      name,
      matches.filter(({ by }) => ranks[by] === rank),
    )
  }
  return withoutKeepers(tx, best)
}

async function withoutKeepers(tx: Tx, called: ReadonlyMap<string, Known[]>): Promise<Map<string, Known[]>> {
  const inDoubt = [...called.values()].filter((matches) => matches.length > 1).flat()
  const places = await placesByIds(
    tx,
    inDoubt.filter(({ kind }) => kind === 'place').map(({ id }) => id),
  )
  const keeperOf = new Map(places.map(({ id, keeper }) => [id, keeper]))
  return new Map(
    [...called].map(([name, matches]) => {
      const keepers = new Set(matches.map(({ id }) => keeperOf.get(id)))
      return [name, matches.filter(({ kind, id }) => kind === 'place' || !keepers.has(id))]
    }),
  )
}

/** What follows for a site: one match is what it is, several are asked about, none is nothing. */
export function decided(matches: readonly Known[]): Pick<VisitSite, 'known' | 'possible'> {
  const [only] = matches
  if (only && matches.length === 1) return { known: only, possible: [] }
  return { known: null, possible: matches.slice(0, 20) }
}

/** A visit's content with its sites looked up among what the county knows. Those that are linked stay as they are. */
export async function withKnownSites(tx: Tx, content: VisitContent): Promise<VisitContent> {
  const sites = itemsOf(content, 'site').filter(({ item }) => item.known === null)
  const called = await knownCalled(
    tx,
    sites.map(({ item }) => item.name),
  )
  const looked = sites.map(({ key, item }) => [key, { ...item, ...decided(called.get(item.name) ?? []) }])
  return { ...content, ...Object.fromEntries(looked) }
}

/** Places and organisations as pages show them; what is not there (any more) is left out. */
export async function knownThings(
  tx: Tx,
  refs: readonly KnownRef[],
  language: 'zh' | 'en',
): Promise<KnownThing[]> {
  const idsOf = (kind: KnownRef['kind']) => [
    ...new Set(refs.filter((one) => one.kind === kind).map(({ id }) => id)),
  ]
  const organisations = await organisationsByIds(tx, idsOf('organisation'))
  const places = await placesByIds(tx, idsOf('place'))
  return [
    ...places.map(({ id, name, keeper, closedAt }): KnownThing => {
      return { kind: 'place', id, name, keeper, closed: closedAt !== null }
    }),
    ...organisations.map((one): KnownThing => {
      return {
        kind: 'organisation',
        id: one.id,
        name: nameIn(one, language),
        keeper: null,
        closed: one.closedOn !== null,
      }
    }),
  ]
}
