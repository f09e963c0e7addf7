import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

const foreignKey = '23503'

/**
 * Removes rows, those that something still points at excepted; these are returned. The order is kept: what hangs on
 * another row of the list stands before it. Whatever else goes wrong is thrown.
 */
export async function removeEach(
  tx: Tx,
  ids: readonly string[],
  remove: (ids: readonly string[]) => Promise<unknown>,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  await sql`savepoint remove_each`.execute(tx)
  try {
    await remove(ids)
    await sql`release savepoint remove_each`.execute(tx)
    return new Set()
  } catch (error) {
    if ((error as { code?: string }).code !== foreignKey) throw error
    await sql`rollback to savepoint remove_each`.execute(tx)
    await sql`release savepoint remove_each`.execute(tx)
  }
  if (ids.length === 1) return new Set(ids)
  const half = Math.ceil(ids.length / 2)
  const first = await removeEach(tx, ids.slice(0, half), remove)
  return new Set([...first, ...(await removeEach(tx, ids.slice(half), remove))])
}
