import { sql } from 'kysely'
import { asSystem, type Database, type Tx } from '#platform/db/database.ts'
import type { Language, Text } from '#platform/i18n/messages.ts'
import type { ImportState } from './import.ts'

export interface Layout {
  sheet: number
  header: number
  headerRows: number
  columns: { column: number; field: string }[]
}

export interface ImportRecord {
  id: string
  kind: string
  file: string
  fileName: string
  sha256: string
  person: string
  language: Language
  at: string
  state: ImportState
  sheets: { name: string; hidden: boolean; rows: number | null }[]
  sheet: number | null
  header: number | null
  headerRows: number | null
  columns: Layout['columns'] | null
  triedAt: string | null
  endedAt: string | null
  halted: Text | null
}

type ImportTables = { imports: ImportRecord & { county: string } }
const tables = (tx: Tx) => tx.withTables<ImportTables>()

export async function insertImport(
  tx: Tx,
  county: string,
  {
    sheets,
    ...record
  }: Pick<
    ImportRecord,
    'id' | 'kind' | 'file' | 'fileName' | 'sha256' | 'person' | 'language' | 'at' | 'sheets'
  >,
): Promise<void> {
  await tx
    .withTables<{ imports: Record<string, unknown> }>()
    .insertInto('imports')
    .values({ ...record, county, state: 'uploaded', sheets: JSON.stringify(sheets) })
    .execute()
}

export function importById(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  return tables(tx).selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same, and nobody else changes it until the transaction ends. */
export function holdImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  return tables(tx).selectFrom('imports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function importsByIds(tx: Tx, ids: readonly string[]): Promise<ImportRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('imports').selectAll().where('id', 'in', ids).execute()
}

/** The newest first: of these kinds by anybody, of those by one person. */
export function listImports(
  tx: Tx,
  sees: { whole: readonly string[]; own: readonly string[]; person: string },
  page: { after?: string | undefined; limit: number },
): Promise<ImportRecord[]> {
  let query = tables(tx)
    .selectFrom('imports')
    .selectAll()
    .where(
      sql<boolean>`(kind = any(${[...sees.whole]}::text[]) or (kind = any(${[...sees.own]}::text[]) and person = ${sees.person}))`,
    )
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.after) query = query.where('id', '<', page.after)
  return query.execute()
}

/** Earlier imports of the same bytes as the same kind, the newest first. */
export function importsOfBytes(tx: Tx, { sha256, kind, id }: ImportRecord): Promise<ImportRecord[]> {
  return tables(tx)
    .selectFrom('imports')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('kind', '=', kind)
    .where('id', '<>', id)
    .where('state', 'in', ['applying', 'stopped', 'applied', 'undoing', 'undone'])
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
}

export async function updateImport(
  tx: Tx,
  id: string,
  change: Partial<Pick<ImportRecord, 'state' | 'triedAt' | 'endedAt' | 'halted'>> & { layout?: Layout },
): Promise<void> {
  const { layout, halted, ...plain } = change
  const columns = layout && { ...layout, columns: JSON.stringify(layout.columns) }
  await tx
    .withTables<{ imports: Record<string, unknown> }>()
    .updateTable('imports')
    .set({
      ...plain,
      ...columns,
      ...(halted === undefined ? {} : { halted: halted && JSON.stringify(halted) }),
    })
    .where('id', '=', id)
    .execute()
}

/** Those that were at work when a process ended, in every county. */
export function importsAtWork(database: Database): Promise<{ county: string; id: string }[]> {
  return asSystem(database, (tx) =>
    tables(tx)
      .selectFrom('imports')
      .select(['county', 'id'])
      .where('state', 'in', ['applying', 'undoing'])
      .execute(),
  )
}
