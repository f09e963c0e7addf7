import type { Tx } from '../db/database.ts'

type ContentTables = { contentVersions: { county: string; version: number } }

/** How often the county's content changed until now, as this transaction sees it. */
export async function contentVersion(tx: Tx): Promise<number> {
  const row = await tx
    .withTables<ContentTables>()
    .selectFrom('contentVersions')
    .select('version')
    .executeTakeFirst()
  return row?.version ?? 0
}
