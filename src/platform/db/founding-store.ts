import { sql } from 'kysely'
import { asSystem, type Database, type Tx } from './database.ts'

type FoundingTables = { foundings: { what: Founding; at: Date } }

/** What an installation began with: the invented demo, or a real county. */
export type Founding = 'demo' | 'real'

/** What this database was founded as, or null while that is not done to its end. */
export async function foundedAs(database: Database): Promise<Founding | null> {
  const row = await asSystem(database, (tx) =>
    tx.withTables<FoundingTables>().selectFrom('foundings').select('what').executeTakeFirst(),
  )
  return row?.what ?? null
}

/**
 * Says that all is there. The last word of the transaction that founds, so that both are there or neither: from here
 * on it acts as the system.
 */
export async function markFounded(tx: Tx, what: Founding): Promise<void> {
  await sql.raw('set local role daqiao_system').execute(tx)
  await tx.withTables<FoundingTables>().insertInto('foundings').values({ what, at: new Date() }).execute()
}
