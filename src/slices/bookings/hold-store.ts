import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Who holds what, when. */
export interface Hold {
  id: string
  holderKind: string
  holder: string
  resourceKind: 'room' | 'person'
  resource: string
  room: string | null
  starts: string
  ends: string
}

type HoldTables = { holds: Hold & { county: string } }

const tables = (tx: Tx) => tx.withTables<HoldTables>()
const columns = ['id', 'holderKind', 'holder', 'resourceKind', 'resource', 'room', 'starts', 'ends'] as const

/**
 * Holds these resources against every other taker until the transaction ends, in one order for all: so that who comes
 * second waits and then sees what the first one took, instead of both failing at the constraint.
 */
export async function lockResources(tx: Tx, county: string, resources: readonly string[]): Promise<void> {
  for (const resource of [...new Set(resources)].toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hold ${county} ${resource}`}, 0))`.execute(tx)
  }
}

/** What holds any of the resources between two moments, in order; but for one holder's own. */
export async function holdsBetween(
  tx: Tx,
  resources: readonly string[],
  { starts, ends }: { starts: Date; ends: Date },
  except?: string,
): Promise<Hold[]> {
  if (resources.length === 0) return []
  let query = tables(tx)
    .selectFrom('holds')
    .select(columns)
    .where('resource', 'in', resources)
    .where('starts', '<', ends.toISOString())
    .where('ends', '>', starts.toISOString())
    .orderBy('starts')
  if (except) query = query.where('holder', '<>', except)
  return query.execute()
}

/** Holds of the rooms that were asked for (whole or part) which end after a moment. */
export function holdsOfRooms(tx: Tx, rooms: readonly string[], after: Date): Promise<Hold[]> {
  if (rooms.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('holds')
    .select(columns)
    .where('room', 'in', rooms)
    .where('ends', '>', after.toISOString())
    .execute()
}

/** Writes holds. The constraint refuses what another one holds (23P01), whoever asks. */
export async function insertHolds(tx: Tx, county: string, holds: readonly Hold[]): Promise<void> {
  if (holds.length === 0) return
  await tables(tx)
    .insertInto('holds')
    .values(holds.map((hold) => ({ ...hold, county })))
    .execute()
}

/** Lets go what a holder holds. */
export async function deleteHolds(tx: Tx, holder: string): Promise<void> {
  await tables(tx).deleteFrom('holds').where('holder', '=', holder).execute()
}

export async function deleteHoldsByIds(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tables(tx).deleteFrom('holds').where('id', 'in', ids).execute()
}
