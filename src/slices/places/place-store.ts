import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { searchTerms, termsVector } from '#platform/search/search-terms.ts'
import type { AccessTerm, PlaceKind, SpokenLanguage } from './place.ts'

/** A place as it stands; without its search terms. */
export interface PlaceRow {
  id: string
  parent: string | null
  /** Its ancestors from the top down, and itself last. */
  path: string[]
  kind: PlaceKind
  name: string
  nameOrder: string
  village: string | null
  keeper: string
  keeperPerson: string | null
  phone: string | null
  address: string | null
  accessibility: AccessTerm[]
  languages: SpokenLanguage[]
  note: string | null
  version: number
  closedAt: string | null
  addedBy: string | null
  addedAt: string
}

interface Closure {
  county: string
  id: string
  place: string
  reason: string
  person: string | null
  at: string
  reopenedBy: string | null
  reopenedAt: string | null
}

export type PlaceTables = {
  places: PlaceRow & { county: string; terms: string }
  /** The county's places for reading: unlike the table's, its indexes of words and arrays are used. */
  placeList: PlaceRow & { county: string; terms: string; township: string | null }
  placeClosures: Closure
}

const tables = (tx: Tx) => tx.withTables<PlaceTables>()

export const placeColumns = [
  'id',
  'parent',
  'path',
  'kind',
  'name',
  'nameOrder',
  'village',
  'keeper',
  'keeperPerson',
  'phone',
  'address',
  'accessibility',
  'languages',
  'note',
  'version',
  'closedAt',
  'addedBy',
  'addedAt',
] as const

/**
 * Holds the county's register until the transaction ends: whoever changes a place waits for whoever does so already.
 * Changes are few; so no two moves can make a circle, and no two places get one name.
 */
export async function holdRegister(tx: Tx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`places of ${county}`}, 0))`.execute(tx)
}

/** Those of the ids that are places of the county, open or closed, in no particular order. */
export async function placesByIds(tx: Tx, ids: readonly string[]): Promise<PlaceRow[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  return tables(tx).selectFrom('places').select(placeColumns).where('id', 'in', wanted).execute()
}

/** The places, open or closed, that these organisations keep; undefined where that is no bound: the whole county. */
export async function placesKeptBy(tx: Tx, keepers: Reach): Promise<string[] | undefined> {
  if (keepers === 'county') return undefined
  if (keepers.size === 0) return []
  const rows = await tables(tx)
    .selectFrom('places')
    .select('id')
    .where('keeper', 'in', [...keepers])
    .execute()
  return rows.map(({ id }) => id)
}

/** How many open places stand directly below each of these. */
export async function countBelow(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('places')
    .select(['parent', sql<number>`count(*)::int`.as('count')])
    .where('parent', 'in', ids)
    .where('closedAt', 'is', null)
    .groupBy('parent')
    .execute()
  return new Map(rows.flatMap(({ parent, count }) => (parent ? [[parent, count]] : [])))
}

/** The open places that stand directly below one, in the order of lists; at most `limit`. */
export function openBelow(tx: Tx, place: string, limit: number): Promise<{ id: string; name: string }[]> {
  return tables(tx)
    .selectFrom('places')
    .select(['id', 'name'])
    .where('parent', '=', place)
    .where('closedAt', 'is', null)
    .orderBy('nameOrder')
    .limit(limit)
    .execute()
}

/** How many levels hang on a place: 0 where nothing stands below it. */
export async function levelsBelow(tx: Tx, { id, path }: Pick<PlaceRow, 'id' | 'path'>): Promise<number> {
  const { deepest } = await tables(tx)
    .selectFrom('placeList')
    .select(sql<number | null>`max(array_length(path, 1))`.as('deepest'))
    .where(sql<boolean>`path @> array[${id}::uuid]`)
    .executeTakeFirstOrThrow()
  return deepest === null ? 0 : deepest - path.length
}

export async function insertPlace(
  tx: Tx,
  county: string,
  place: Omit<PlaceRow, 'version' | 'closedAt'>,
  terms: RawBuilder<string>,
): Promise<void> {
  await tx
    .withTables<{ places: Omit<PlaceRow, 'version' | 'closedAt'> & { county: string; terms: string } }>()
    .insertInto('places')
    .values({ ...place, county, terms })
    .execute()
}

export type PlaceChange = Partial<
  Pick<
    PlaceRow,
    | 'kind'
    | 'name'
    | 'nameOrder'
    | 'village'
    | 'keeper'
    | 'keeperPerson'
    | 'phone'
    | 'address'
    | 'accessibility'
    | 'languages'
    | 'note'
    | 'closedAt'
  >
>

/** Changes a place, counts its version up, and gives it new terms where they are given. Returns the version. */
export async function updatePlace(
  tx: Tx,
  id: string,
  change: PlaceChange & { terms?: RawBuilder<string> },
): Promise<number> {
  const { version } = await tables(tx)
    .updateTable('places')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Hangs a place, with all that stands below it, under another one, or at the top. Returns its new version. */
export async function hangUnder(
  tx: Tx,
  place: Pick<PlaceRow, 'id' | 'path'>,
  parent: Pick<PlaceRow, 'id' | 'path'> | null,
): Promise<number> {
  const above = parent?.path ?? []
  // The ids come through the view, whose index of paths is used; the table's own would be read row by row.
  const branch = tables(tx)
    .selectFrom('placeList')
    .select('id')
    .where(sql<boolean>`path @> array[${place.id}::uuid]`)
  await tables(tx)
    .updateTable('places')
    .set({ path: sql<string[]>`${[...above]}::uuid[] || path[${place.path.length}::int:]` })
    .where('id', 'in', branch)
    .execute()
  const { version } = await tables(tx)
    .updateTable('places')
    .set({ parent: parent?.id ?? null, version: sql<number>`version + 1` })
    .where('id', '=', place.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function insertClosure(
  tx: Tx,
  closure: Omit<Closure, 'reopenedBy' | 'reopenedAt'>,
): Promise<void> {
  await tables(tx)
    .insertInto('placeClosures')
    .values({ ...closure, reopenedBy: null, reopenedAt: null })
    .execute()
}

export async function endClosure(
  tx: Tx,
  place: string,
  by: { person: string | null; at: string },
): Promise<void> {
  await tables(tx)
    .updateTable('placeClosures')
    .set({ reopenedBy: by.person, reopenedAt: by.at })
    .where('place', '=', place)
    .where('reopenedAt', 'is', null)
    .execute()
}

/** Why, by whom and since when a place is closed; undefined while it is open. */
export function closureOf(
  tx: Tx,
  place: string,
): Promise<Pick<Closure, 'reason' | 'person' | 'at'> | undefined> {
  return tables(tx)
    .selectFrom('placeClosures')
    .select(['reason', 'person', 'at'])
    .where('place', '=', place)
    .where('reopenedAt', 'is', null)
    .executeTakeFirst()
}

interface NamesAround {
  aliases: readonly string[]
  keeper: readonly string[]
  village: readonly string[]
}

/** What a place is found by: its names, its keeper's, its village's and town's, then address, phone and note. */
export function wordsToFindBy(
  place: Pick<PlaceRow, 'name' | 'address' | 'phone' | 'note'>,
  names: NamesAround,
): string[] {
  const { name, address, phone, note } = place
  return searchTerms({
    names: [name, ...names.aliases, ...names.keeper, ...names.village],
    texts: [address ?? '', phone ?? '', phone?.replace(/\D/g, '') ?? '', note ?? ''],
  })
}

/** The same, for an insert or update. */
export function termsOf(...of: Parameters<typeof wordsToFindBy>): RawBuilder<string> {
  return termsVector(wordsToFindBy(...of))
}

/** Adds names to what the places of a keeper are found by, in one statement. */
export async function addKeeperTerms(tx: Tx, keeper: string, names: readonly string[]): Promise<void> {
  const more = termsVector(searchTerms({ names, texts: [] }))
  await tables(tx)
    .updateTable('places')
    .set({ terms: sql<string>`terms || ${more}` })
    .where('keeper', '=', keeper)
    .execute()
}
