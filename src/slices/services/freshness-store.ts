import type { Tx } from '#platform/db/database.ts'
import { type Freshness, usualFreshness } from './service.ts'

type FreshnessTables = {
  serviceFreshness: Freshness & { county: string; person: string | null; at: string }
}

const table = (tx: Tx) => tx.withTables<FreshnessTables>()

/** The county's terms, and who set them; the usual ones where nobody did. */
export async function freshnessOf(tx: Tx): Promise<Freshness & { person: string | null; at: string | null }> {
  const set = await table(tx)
    .selectFrom('serviceFreshness')
    .select(['staleAfter', 'hideAfter', 'person', 'at'])
    .executeTakeFirst()
  return set ?? { ...usualFreshness, person: null, at: null }
}

export async function writeFreshness(tx: Tx, row: FreshnessTables['serviceFreshness']): Promise<void> {
  const { county: _, ...rest } = row
  await table(tx)
    .insertInto('serviceFreshness')
    .values(row)
    .onConflict((conflict) => conflict.column('county').doUpdateSet(rest))
    .execute()
}
