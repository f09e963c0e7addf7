import type { Tx } from '#platform/db/database.ts'
import type { Assistance } from './assistance.ts'

type AssistanceTables = { assistances: Assistance & { county: string } }
const tables = (tx: Tx) => tx.withTables<AssistanceTables>()

export function assistancesByIds(tx: Tx, ids: readonly string[]): Promise<Assistance[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('assistances').selectAll().where('id', 'in', ids).execute()
}

/** Those of one member of staff, the newest first. */
export function assistancesOf(tx: Tx, staff: string, limit: number): Promise<Assistance[]> {
  return tables(tx)
    .selectFrom('assistances')
    .selectAll()
    .where('staff', '=', staff)
    .orderBy('begunAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertAssistance(tx: Tx, row: AssistanceTables['assistances']): Promise<void> {
  await tables(tx).insertInto('assistances').values(row).execute()
}

export async function endAssistances(tx: Tx, staff: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('assistances')
    .set({ endedAt: now.toISOString() })
    .where('staff', '=', staff)
    .where('endedAt', 'is', null)
    .execute()
}
