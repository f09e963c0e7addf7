import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { RoomEquipment, RoomRules } from './room.ts'
import type { AccessTerm } from './place.ts'

export interface RoomRow {
  id: string
  place: string
  parent: string | null
  /** The rooms that it is part of from the whole down, and itself last. */
  path: string[]
  name: string
  capacity: number
  equipment: RoomEquipment[]
  accessibility: AccessTerm[]
  note: string | null
  rules: RoomRules
  version: number
  closedAt: string | null
}

type RoomTables = {
  rooms: RoomRow & {
    county: string
    closedBy: string | null
    closedWhy: string | null
    addedBy: string | null
    addedAt: string
  }
}

const tables = (tx: Tx) => tx.withTables<RoomTables>()

const columns = [
  'id',
  'place',
  'parent',
  'path',
  'name',
  'capacity',
  'equipment',
  'accessibility',
  'note',
  'rules',
  'version',
  'closedAt',
] as const

/**
 * Holds the county's rooms as they are divided until the transaction ends. Those who `use` them do not wait for each
 * other; who wants to `divide` waits for all of them, and they for it.
 */
export async function holdRooms(tx: Tx, county: string, to: 'use' | 'divide'): Promise<void> {
  const lock = to === 'use' ? sql.raw('pg_advisory_xact_lock_shared') : sql.raw('pg_advisory_xact_lock')
  await sql`select ${lock}(hashtextextended(${`rooms of ${county}`}, 0))`.execute(tx)
}

/** Those of the ids that are rooms of the county, open or given up, in no particular order. */
export async function roomsByIds(tx: Tx, ids: readonly string[]): Promise<RoomRow[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  return tables(tx).selectFrom('rooms').select(columns).where('id', 'in', wanted).execute()
}

/** All rooms of these places, those given up included, the whole before its parts, then by name. */
export async function roomsOfPlaces(tx: Tx, places: readonly string[]): Promise<RoomRow[]> {
  if (places.length === 0) return []
  return tables(tx)
    .selectFrom('rooms')
    .select(columns)
    .where('place', 'in', places)
    .orderBy(sql`coalesce(path[1], id)`)
    .orderBy(sql`array_length(path, 1)`)
    .orderBy('name')
    .execute()
}

/** Open rooms of open places with so many seats at least, the smallest that fit first. */
export async function roomsToBook(
  tx: Tx,
  { seats, place, limit }: { seats: number; place?: string; limit: number },
): Promise<RoomRow[]> {
  let query = tx
    .withTables<RoomTables & { places: { county: string; id: string; closedAt: string | null } }>()
    .selectFrom('rooms as r')
    .innerJoin('places as p', (join) => join.onRef('p.county', '=', 'r.county').onRef('p.id', '=', 'r.place'))
    .select(columns.map((column) => `r.${column}` as const))
    .where('r.closedAt', 'is', null)
    .where('p.closedAt', 'is', null)
    .where('r.capacity', '>=', seats)
    .orderBy('r.capacity')
    .orderBy('r.id')
    .limit(limit)
  if (place) query = query.where('r.place', '=', place)
  return query.execute()
}

type Insertable = Omit<RoomTables['rooms'], 'rules' | 'version' | 'closedAt' | 'closedBy' | 'closedWhy'>

export async function insertRoom(tx: Tx, row: Insertable, rules: RoomRules): Promise<void> {
  await tx
    .withTables<{ rooms: Insertable & { rules: unknown } }>()
    .insertInto('rooms')
    .values({ ...row, rules: sql`${JSON.stringify(rules)}::jsonb` })
    .execute()
}

/** Changes what is said of a room. Returns its new version. */
export async function updateRoom(
  tx: Tx,
  id: string,
  { rules, ...facts }: Pick<RoomRow, 'name' | 'capacity' | 'equipment' | 'accessibility' | 'note' | 'rules'>,
): Promise<number> {
  const { version } = await tx
    .withTables<{ rooms: Omit<RoomRow, 'rules'> & { rules: unknown } }>()
    .updateTable('rooms')
    .set({ ...facts, rules: sql`${JSON.stringify(rules)}::jsonb`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Gives up a room and its parts. */
export async function closeRooms(
  tx: Tx,
  ids: readonly string[],
  by: { person: string | null; at: string; why: string },
): Promise<void> {
  await tables(tx)
    .updateTable('rooms')
    .set({ closedAt: by.at, closedBy: by.person, closedWhy: by.why, version: sql<number>`version + 1` })
    .where('id', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
}
