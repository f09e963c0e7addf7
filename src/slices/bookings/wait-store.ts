import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Request } from './booking.ts'

export type WaitState = 'waiting' | 'offered' | 'taken' | 'expired' | 'withdrawn'

export interface WaitRow {
  id: string
  position: number
  place: string
  starts: string
  ends: string
  request: Request
  state: WaitState
  offerEnds: string | null
  booking: string | null
  askedBy: string
  askedAt: string
}

type WaitTables = { bookingWaits: WaitRow & { county: string; changedAt: string } }

const tables = (tx: Tx) => tx.withTables<WaitTables>()
const columns = [
  'id',
  'position',
  'place',
  'starts',
  'ends',
  'request',
  'state',
  'offerEnds',
  'booking',
  'askedBy',
  'askedAt',
] as const

export async function insertWait(
  tx: Tx,
  county: string,
  { request, ...wait }: Omit<WaitRow, 'position' | 'state' | 'offerEnds' | 'booking'>,
): Promise<void> {
  await tx
    .withTables<{
      bookingWaits: Record<keyof typeof wait | 'county' | 'state' | 'request' | 'changedAt', unknown>
    }>()
    .insertInto('bookingWaits')
    .values({
      ...wait,
      county,
      state: 'waiting',
      request: sql`${JSON.stringify(request)}::jsonb`,
      changedAt: wait.askedAt,
    })
    .execute()
}

export async function changeWait(
  tx: Tx,
  id: string,
  change: { state: WaitState; offerEnds?: string; booking?: string },
  at: Date,
): Promise<void> {
  const { state, offerEnds = null, booking = null } = change
  await tables(tx)
    .updateTable('bookingWaits')
    .set({ state, offerEnds, booking, changedAt: at.toISOString() })
    .where('id', '=', id)
    .execute()
}

export function waitsByIds(tx: Tx, ids: readonly string[]): Promise<WaitRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('bookingWaits').select(columns).where('id', 'in', ids).execute()
}

/** A wait, its row held. */
export function takeWaitRow(tx: Tx, id: string): Promise<WaitRow | undefined> {
  return tables(tx)
    .selectFrom('bookingWaits')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Who waits in a place for a time that overlaps with this one and is still to come, in the order of asking. Held. */
export function waitingFor(
  tx: Tx,
  place: string,
  { starts, ends, now }: { starts: Date; ends: Date; now: Date },
): Promise<WaitRow[]> {
  return tables(tx)
    .selectFrom('bookingWaits')
    .select(columns)
    .where('place', '=', place)
    .where('state', '=', 'waiting')
    .where('starts', '<', ends.toISOString())
    .where('ends', '>', starts.toISOString())
    .where('starts', '>', now.toISOString())
    .orderBy('position')
    .forUpdate()
    .execute()
}

/** Offers that ran out, and waits whose time has come without one; of one place or of all. Held. */
export function overdueWaits(tx: Tx, now: Date, place: string | null): Promise<WaitRow[]> {
  let query = tables(tx)
    .selectFrom('bookingWaits')
    .select(columns)
    .where('state', 'in', ['waiting', 'offered'])
    .where((is) => is.or([is('offerEnds', '<=', now.toISOString()), is('starts', '<=', now.toISOString())]))
    .orderBy('position')
    .forUpdate()
  if (place) query = query.where('place', '=', place)
  return query.execute()
}

/** What somebody waits for or waited for, the next first, with how many wait before it for an overlapping time. */
export function waitsOf(tx: Tx, person: string, since: Date): Promise<(WaitRow & { before: number })[]> {
  return tables(tx)
    .selectFrom('bookingWaits as w')
    .select(columns.map((column) => `w.${column}` as const))
    .select(
      sql<number>`(select count(*)::int from booking_waits o where o.place = w.place and o.state = 'waiting'
        and o.position < w.position and o.starts < w.ends and o.ends > w.starts)`.as('before'),
    )
    .where('w.askedBy', '=', person)
    .where('w.ends', '>', since.toISOString())
    .orderBy('w.starts')
    .limit(200)
    .execute()
}
