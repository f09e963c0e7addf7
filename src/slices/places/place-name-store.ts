import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { NameSource } from './place.ts'
import type { PlaceTables } from './place-store.ts'
import type { ShortForm } from './place-name.ts'

/** A name of a place: its own, or one by which it is also called. */
export interface PlaceName {
  id: string
  place: string
  own: boolean
  text: string
  key: string
  /** Null for its own name. */
  source: NameSource | null
  aboutKind: string | null
  aboutId: string | null
  person: string | null
  at: string
}

type NameTables = {
  placeNames: PlaceName & {
    county: string
    droppedBy: string | null
    droppedAt: string | null
    live: boolean
  }
  placeShortNames: { county: string; name: string; key: string; township: string | null }
}

const tables = (tx: Tx) => tx.withTables<NameTables & PlaceTables>()

const columns = [
  'id',
  'place',
  'own',
  'text',
  'key',
  'source',
  'aboutKind',
  'aboutId',
  'person',
  'at',
] as const

/** Names that were not dropped, of open and closed places, each place's own one first, then in the order of adding. */
export async function namesOfPlaces(tx: Tx, places: readonly string[]): Promise<PlaceName[]> {
  if (places.length === 0) return []
  return tables(tx)
    .selectFrom('placeNames')
    .select(columns)
    .where('place', 'in', places)
    .where('droppedAt', 'is', null)
    .orderBy('own', 'desc')
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The open places that have these names now, but for one place; what is asked for are keys. */
export async function holdersOf(
  tx: Tx,
  keys: readonly string[],
  except?: string,
): Promise<{ text: string; place: string; placeName: string }[]> {
  if (keys.length === 0) return []
  let query = tables(tx)
    .selectFrom('placeNames as n')
    .innerJoin('places as p', (join) => join.onRef('p.county', '=', 'n.county').onRef('p.id', '=', 'n.place'))
    .select(['n.text', 'n.place', 'p.name as placeName'])
    .where('n.live', '=', true)
    .where('n.key', 'in', keys)
    .orderBy('n.own', 'desc')
  if (except) query = query.where('n.place', '<>', except)
  return query.execute()
}

export async function insertName(
  tx: Tx,
  county: string,
  name: PlaceName,
  forms: readonly ShortForm[],
): Promise<void> {
  await tables(tx)
    .insertInto('placeNames')
    .values({ ...name, county, live: true, droppedBy: null, droppedAt: null })
    .execute()
  await insertForms(tx, county, name.id, forms)
}

/** Gives a place another name of its own. */
export async function rewriteOwnName(
  tx: Tx,
  county: string,
  name: Pick<PlaceName, 'id' | 'text' | 'key' | 'person' | 'at'>,
  forms: readonly ShortForm[],
): Promise<void> {
  const { id, ...written } = name
  await tables(tx).updateTable('placeNames').set(written).where('id', '=', id).execute()
  await rewriteForms(tx, county, id, forms)
}

/** What a name comes down to, told anew: the place lies in another town, say. */
export async function rewriteForms(
  tx: Tx,
  county: string,
  name: string,
  forms: readonly ShortForm[],
): Promise<void> {
  await tables(tx).deleteFrom('placeShortNames').where('name', '=', name).execute()
  await insertForms(tx, county, name, forms)
}

async function insertForms(tx: Tx, county: string, name: string, forms: readonly ShortForm[]): Promise<void> {
  if (forms.length === 0) return
  await tables(tx)
    .insertInto('placeShortNames')
    .values(forms.map(({ core, township }) => ({ county, name, key: core, township })))
    .execute()
}

/** Drops a name: the row stays, with who did it and when. */
export async function dropName(
  tx: Tx,
  name: string,
  by: { person: string | null; at: string },
): Promise<void> {
  await tables(tx)
    .updateTable('placeNames')
    .set({ live: false, droppedBy: by.person, droppedAt: by.at })
    .where('id', '=', name)
    .execute()
}

/** Lets a place's names mean it, or no longer: it was reopened, or closed. */
export async function setLive(tx: Tx, place: string, live: boolean): Promise<void> {
  await tables(tx)
    .updateTable('placeNames')
    .set({ live })
    .where('place', '=', place)
    .where('droppedAt', 'is', null)
    .execute()
}

/** An open place that one of the keys may mean: by a whole name (`short` is null), or by what a name comes down to. */
export interface Called {
  place: string
  name: string
  own: boolean
  key: string
  short: string | null
  township: string | null
}

/** Everything that these keys and short forms may mean, in one question. */
export async function namesCalled(
  tx: Tx,
  keys: readonly string[],
  shorts: readonly string[],
): Promise<Called[]> {
  if (keys.length === 0) return []
  const whole = tables(tx)
    .selectFrom('placeNames as n')
    .innerJoin('places as p', (join) => join.onRef('p.county', '=', 'n.county').onRef('p.id', '=', 'n.place'))
    .select(['n.place', 'p.name', 'n.own', 'n.key'])
    .select([sql<string | null>`null::text`.as('short'), sql<string | null>`null::text`.as('township')])
    .where('n.live', '=', true)
    .where(sql<boolean>`n.key = any(${[...keys]}::text[])`)
  const cut = tables(tx)
    .selectFrom('placeShortNames as s')
    .innerJoin('placeNames as n', (join) =>
      join.onRef('n.county', '=', 's.county').onRef('n.id', '=', 's.name'),
    )
    .innerJoin('places as p', (join) => join.onRef('p.county', '=', 'n.county').onRef('p.id', '=', 'n.place'))
    .select(['n.place', 'p.name', 'n.own', 'n.key', 's.key as short', 's.township'])
    .where('n.live', '=', true)
    .where(sql<boolean>`s.key = any(${[...shorts]}::text[])`)
  return whole.unionAll(cut).execute()
}
