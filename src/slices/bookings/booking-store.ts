import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { BookingKind, BookingState, WaitReason } from './booking.ts'

export interface BookingRow {
  id: string
  place: string
  rooms: string[]
  people: string[]
  kind: BookingKind
  guide: string | null
  starts: string
  ends: string
  purpose: string
  party: number
  groupName: string | null
  language: string | null
  note: string | null
  contactName: string | null
  contactPhone: string | null
  organisation: string | null
  state: BookingState
  waitsFor: WaitReason[]
  grace: number | null
  series: string | null
  code: string
  version: number
  askedBy: string
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  why: string | null
  cameAt: string | null
  cameWho: string | null
  cameCount: number | null
}

type BookingTables = {
  bookings: BookingRow & { county: string }
  bookingSeries: {
    county: string
    id: string
    rule: string
    begins: string
    minutes: number
    askedBy: string | null
    askedAt: string
  }
}

const tables = (tx: Tx) => tx.withTables<BookingTables>()
const columns = [
  'id',
  'place',
  'rooms',
  'people',
  'kind',
  'guide',
  'starts',
  'ends',
  'purpose',
  'party',
  'groupName',
  'language',
  'note',
  'contactName',
  'contactPhone',
  'organisation',
  'state',
  'waitsFor',
  'grace',
  'series',
  'code',
  'version',
  'askedBy',
  'askedAt',
  'decidedBy',
  'decidedAt',
  'why',
  'cameAt',
  'cameWho',
  'cameCount',
] as const satisfies readonly (keyof BookingRow)[]

const live: readonly BookingState[] = ['asked', 'approved']

export async function insertBooking(tx: Tx, county: string, row: BookingRow): Promise<void> {
  await tables(tx)
    .insertInto('bookings')
    .values({ ...row, county })
    .execute()
}

export async function bookingsByIds(tx: Tx, ids: readonly string[]): Promise<BookingRow[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  return tables(tx).selectFrom('bookings').select(columns).where('id', 'in', wanted).execute()
}

/** A booking, its row held so that nobody decides it meanwhile. */
export function takeBookingRow(tx: Tx, id: string): Promise<BookingRow | undefined> {
  return tables(tx).selectFrom('bookings').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export type BookingChange = Partial<
  Pick<
    BookingRow,
    | 'rooms'
    | 'people'
    | 'guide'
    | 'starts'
    | 'ends'
    | 'state'
    | 'waitsFor'
    | 'grace'
    | 'decidedBy'
    | 'decidedAt'
    | 'why'
    | 'cameAt'
    | 'cameWho'
    | 'cameCount'
    | 'place'
  >
>

/** Changes a booking and counts its version up. Returns the version. */
export async function updateBooking(tx: Tx, id: string, change: BookingChange): Promise<number> {
  const { version } = await tables(tx)
    .updateTable('bookings')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface BookingQuestion {
  states?: readonly BookingState[]
  place?: string
  series?: string
  /** Those that this person asked for. */
  askedBy?: string
  /** Those in one of these. */
  places?: readonly string[]
  from?: Date
  to?: Date
}

/** A page of bookings in the order of their beginning. Throws nothing where `after` is gone: it begins anew. */
export async function pageOfBookings(
  tx: Tx,
  question: BookingQuestion,
  { after, limit }: { after?: string; limit: number },
): Promise<{ rows: BookingRow[]; next: string | null }> {
  const { states, place, series, askedBy, places, from, to } = question
  let query = tables(tx)
    .selectFrom('bookings')
    .select(columns)
    .orderBy('starts')
    .orderBy('id')
    .limit(limit + 1)
  if (states) query = query.where('state', 'in', states)
  if (place) query = query.where('place', '=', place)
  if (series) query = query.where('series', '=', series)
  if (askedBy) query = query.where('askedBy', '=', askedBy)
  if (from) query = query.where('ends', '>', from.toISOString()).where('starts', '>', longBefore(from))
  if (to) query = query.where('starts', '<', to.toISOString())
  if (places) query = query.where(sql<SqlBool>`place = any(${[...places]}::uuid[])`)
  const [last] = after ? await bookingsByIds(tx, [after]) : []
  if (last) query = query.where(sql<SqlBool>`(starts, id) > (${last.starts}::timestamptz, ${last.id}::uuid)`)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** No booking is longer than seven days: what began before that is over. */
const longBefore = (from: Date) => new Date(from.getTime() - 8 * 86_400_000).toISOString()

/** The live bookings of a place that end after a moment; of these rooms only, where they are given. Held for a change. */
export async function liveBookings(
  tx: Tx,
  place: string,
  after: Date,
  rooms?: readonly string[],
): Promise<BookingRow[]> {
  const rows = await tables(tx)
    .selectFrom('bookings')
    .select(columns)
    .where('place', '=', place)
    .where('state', 'in', live)
    .where('cameAt', 'is', null)
    .where('ends', '>', after.toISOString())
    .orderBy('starts')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rooms ? rows.filter((row) => row.rooms.some((room) => rooms.includes(room))) : rows
}

/** Live bookings to which nobody came, begun before a moment; of one place or of all. Held for a change. */
export function begunBookings(tx: Tx, before: Date, place: string | null): Promise<BookingRow[]> {
  let query = tables(tx)
    .selectFrom('bookings')
    .select(columns)
    .where('state', 'in', live)
    .where('cameAt', 'is', null)
    .where('starts', '<=', before.toISOString())
    .where('starts', '>', new Date(before.getTime() - 30 * 86_400_000).toISOString())
    .orderBy('starts')
    .orderBy('id')
    .forUpdate()
  if (place) query = query.where('place', '=', place)
  return query.execute()
}

export async function insertSeries(tx: Tx, row: BookingTables['bookingSeries']): Promise<void> {
  await tables(tx).insertInto('bookingSeries').values(row).execute()
}

/** The rules by which bookings were asked for, and when by the wall clock they began. */
export async function seriesByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; rule: string; begins: string }[]> {
  if (ids.length === 0) return []
  return tables(tx)
    .selectFrom('bookingSeries')
    .select(['id', 'rule', 'begins'])
    .where('id', 'in', [...ids])
    .execute()
}
