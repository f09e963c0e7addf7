import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { PlaceRow } from '../place-store.ts'
import type { ShortForm } from '../place-name.ts'

type Tables = { places: PlaceRow & { county: string } }
const tables = (tx: Tx) => tx.withTables<Tables>()

/** A place with its name and all that it is found by. */
export interface WholePlace extends Omit<PlaceRow, 'version' | 'closedAt'> {
  terms: readonly string[]
  nameId: string
  key: string
  forms: readonly ShortForm[]
}

/**
 * Foreign keys are checked by plans that a connection keeps: one that was made while the register was small reads all of
 * it for each row. Planning anew costs less.
 */
const planAnew = sql`set local plan_cache_mode = force_custom_plan`

/** Writes places with their names, in three statements however many they are. */
export async function insertPlaces(tx: Tx, county: string, places: readonly WholePlace[]): Promise<void> {
  if (places.length === 0) return
  const rows = JSON.stringify(places)
  if (places.some(({ parent }) => parent !== null)) await planAnew.execute(tx)
  await sql`
    insert into places (county, id, parent, path, kind, name, name_order, village, keeper, keeper_person, phone,
      address, accessibility, languages, note, added_by, added_at, terms)
    select ${county}, id, parent, path, kind, name, "nameOrder", village, keeper, "keeperPerson", phone,
      address, accessibility, languages, note, "addedBy", "addedAt", array_to_tsvector(terms)
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, parent uuid, path uuid[], kind text, name text,
      "nameOrder" text, village text, keeper uuid, "keeperPerson" uuid, phone text, address text,
      accessibility text[], languages text[], note text, "addedBy" uuid, "addedAt" timestamptz, terms text[])`.execute(
    tx,
  )
  await planAnew.execute(tx)
  await sql`
    insert into place_names (county, id, place, own, text, key, person, at, live)
    select ${county}, "nameId", id, true, name, key, "addedBy", "addedAt", true
    from jsonb_to_recordset(${rows}::jsonb) as r ("nameId" uuid, id uuid, name text, key text, "addedBy" uuid,
      "addedAt" timestamptz)`.execute(tx)
  const forms = places.flatMap(({ nameId, forms: own }) => own.map((form) => ({ nameId, ...form })))
  await sql`
    insert into place_short_names (county, name, key, township)
    select ${county}, "nameId", core, township
    from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as r ("nameId" uuid, core text, township text)`.execute(
    tx,
  )
}

/** Removes places with their names. Those that hold others, or that anything points at, make it fail. */
export async function removePlaces(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = sql`any(${[...ids]}::uuid[])`
  await sql`delete from place_short_names where name in (select id from place_names where place = ${wanted})`.execute(
    tx,
  )
  await sql`delete from place_names where place = ${wanted}`.execute(tx)
  await sql`delete from places where id = ${wanted}`.execute(tx)
}

/** Gives a place back what stood there, its version too: it is as if nothing had happened to it. */
export async function restorePlace(
  tx: Tx,
  id: string,
  was: Partial<PlaceRow>,
  terms: unknown,
): Promise<void> {
  await tables(tx)
    .updateTable('places')
    .set({ ...was, ...({ terms } as object) })
    .where('id', '=', id)
    .execute()
}

/** Open places that have one of these telephones. */
export function placesWithPhones(
  tx: Tx,
  phones: readonly string[],
): Promise<Pick<PlaceRow, 'id' | 'name' | 'kind' | 'phone'>[]> {
  if (phones.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('places')
    .select(['id', 'name', 'kind', 'phone'])
    .where(sql<boolean>`phone = any(${[...phones]}::text[])`)
    .where('closedAt', 'is', null)
    .execute()
}
