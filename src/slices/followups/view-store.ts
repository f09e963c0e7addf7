import type { Tx } from '#platform/db/database.ts'

export type ViewQuery = Record<string, string | string[]>

interface ViewRow {
  id: string
  name: string
  query: ViewQuery
}

type ViewTables = {
  followupViews: Omit<ViewRow, 'query'> & { county: string; person: string; query: string; at: Date }
}

const tables = (tx: Tx) => tx.withTables<ViewTables>()

/** Row-level security leaves only the person's own. */
export async function ownViews(tx: Tx): Promise<ViewRow[]> {
  const rows = await tables(tx)
    .selectFrom('followupViews')
    .select(['id', 'name', 'query'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows as unknown as ViewRow[]
}

export async function insertView(
  tx: Tx,
  view: { county: string; person: string; id: string; name: string; query: ViewQuery; at: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('followupViews')
    .values({ ...view, query: JSON.stringify(view.query) })
    .execute()
}

export async function deleteView(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('followupViews')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
