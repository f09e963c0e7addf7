import { sql } from 'kysely'
import { asSystem, type Database, type Tx } from '#platform/db/database.ts'
import type { Text } from '#platform/i18n/messages.ts'
import type { CellRemark, ImportCells, ImportChoice, ImportMatch } from '#platform/import/import-kind.ts'
import type { RowCounts, RowState } from './import.ts'
import type { rowFilters } from './import-contract.ts'

export interface RowRecord {
  row: number
  record: string
  cells: ImportCells
  hidden: boolean
  title: string
  vals: Record<string, unknown> | null
  faults: CellRemark[]
  notes: CellRemark[]
  /** Without an id where it is another row of the file. */
  match: (Omit<ImportMatch, 'id'> & { id: string | null }) | null
  sure: 'exact' | 'likely' | null
  after: string | null
  level: number
  choice: ImportChoice | null
  outcome: 'added' | 'merged' | 'refused' | 'undone' | 'kept' | null
  why: Text | null
  before: Record<string, unknown> | null
  command: string | null
}

type RowTables = { importRows: RowRecord & { county: string; import: string } }
const tables = (tx: Tx) => tx.withTables<RowTables>()

export type NewRow = Omit<RowRecord, 'outcome' | 'why' | 'before' | 'command'>

export async function replaceRows(
  tx: Tx,
  county: string,
  of: string,
  rows: readonly NewRow[],
): Promise<void> {
  await tables(tx).deleteFrom('importRows').where('import', '=', of).execute()
  for (let at = 0; at < rows.length; at += 1000) {
    const part = JSON.stringify(rows.slice(at, at + 1000))
    await sql`
      insert into import_rows (county, import, row, record, cells, hidden, title, vals, faults, notes, match, sure,
        after, level, choice)
      select ${county}, ${of}::uuid, r.row, record, cells, hidden, title, nullif(vals, 'null'), faults, notes,
        nullif(match, 'null'), sure, after, level, choice
      from jsonb_to_recordset(${part}::jsonb) as r (row int, record uuid, cells jsonb, hidden boolean, title text,
        vals jsonb, faults jsonb, notes jsonb, match jsonb, sure text, after uuid, level int, choice text)`.execute(
      tx,
    )
  }
}

/** Where a row stands, in SQL as `stateOf` has it. */
const state = sql<RowState>`coalesce(outcome, case when vals is null then 'fault' else coalesce(choice, 'undecided') end)`

export function stateOf(row: Pick<RowRecord, 'outcome' | 'vals' | 'choice'>): RowState {
  if (row.outcome) return row.outcome
  return row.vals === null ? 'fault' : (row.choice ?? 'undecided')
}

export async function countsOf(tx: Tx, imports: readonly string[]): Promise<Map<string, RowCounts>> {
  if (imports.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('importRows')
    .select(['import', state.as('state'), 'hidden', 'sure', sql<number>`count(*)::int`.as('count')])
    .where('import', 'in', imports)
    .groupBy(['import', sql`2`, 'hidden', 'sure'])
    .execute()
  const counts = new Map(imports.map((id) => [id, noRows()]))
  for (const { import: id, state: at, hidden, sure, count } of rows) {
    const one = counts.get(id)
    if (!one) continue
    one.all += count
    one[at] += count
    if (hidden) one.hidden += count
    if (sure) one[sure] += count
  }
  return counts
}

export function noRows(): RowCounts {
  const none = { fault: 0, undecided: 0, new: 0, merge: 0, skip: 0 }
  const ended = { added: 0, merged: 0, refused: 0, undone: 0, kept: 0 }
  return { all: 0, hidden: 0, exact: 0, likely: 0, ...none, ...ended }
}

export function pageOfRows(
  tx: Tx,
  of: string,
  {
    show,
    after = 0,
    limit,
  }: { show: (typeof rowFilters)[number]; after?: number | undefined; limit: number },
): Promise<RowRecord[]> {
  let query = tables(tx)
    .selectFrom('importRows')
    .selectAll()
    .where('import', '=', of)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
  if (show === 'fault') query = query.where('vals', 'is', null)
  else if (show === 'hidden') query = query.where('hidden', '=', true)
  else if (show === 'exact' || show === 'likely') query = query.where('sure', '=', show)
  else if (show === 'noted') query = query.where(sql<boolean>`jsonb_array_length(notes) > 0`)
  else if (show === 'refused' || show === 'kept') query = query.where('outcome', '=', show)
  else if (show === 'new') query = query.where(sql<boolean>`sure is null and vals is not null`)
  return query.execute()
}

export function rowsAt(tx: Tx, of: string, rows: readonly number[]): Promise<RowRecord[]> {
  if (rows.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('importRows')
    .selectAll()
    .where('import', '=', of)
    .where('row', 'in', rows)
    .execute()
}

export async function chooseRows(
  tx: Tx,
  of: string,
  rows: readonly number[],
  choice: ImportChoice,
): Promise<void> {
  if (rows.length === 0) return
  await tables(tx)
    .updateTable('importRows')
    .set({ choice })
    .where('import', '=', of)
    .where(sql<boolean>`row = any(${[...rows]}::int[])`)
    .execute()
}

/** All rows of one sort that this choice is open to. Returns how many. */
export async function chooseAll(
  tx: Tx,
  of: string,
  sure: 'exact' | 'likely',
  choice: ImportChoice,
): Promise<number> {
  const done = await tables(tx)
    .updateTable('importRows')
    .set({ choice })
    .where('import', '=', of)
    .where('sure', '=', sure)
    .where('vals', 'is not', null)
    .where(sql<boolean>`match -> 'choices' ? ${choice}`)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** The next rows to write, those that others hang on first. */
export function rowsToWrite(tx: Tx, of: string, limit: number): Promise<RowRecord[]> {
  return tables(tx)
    .selectFrom('importRows')
    .selectAll()
    .where('import', '=', of)
    .where('outcome', 'is', null)
    .where('choice', 'in', ['new', 'merge'])
    .orderBy('level')
    .orderBy('row')
    .limit(limit)
    .execute()
}

/** The next rows to take back, in the opposite order. */
export function rowsToUndo(tx: Tx, of: string, limit: number): Promise<RowRecord[]> {
  return tables(tx)
    .selectFrom('importRows')
    .selectAll()
    .where('import', '=', of)
    .where('outcome', 'in', ['added', 'merged'])
    .orderBy('level', 'desc')
    .orderBy('row', 'desc')
    .limit(limit)
    .execute()
}

/** What could not be taken back is tried again. */
export async function tryKeptAgain(tx: Tx, of: string): Promise<void> {
  await tables(tx)
    .updateTable('importRows')
    .set({ outcome: sql`case when before is null then 'added' else 'merged' end`, why: null })
    .where('import', '=', of)
    .where('outcome', '=', 'kept')
    .execute()
}

/** What became of rows. A row that was written keeps the command that did it. */
export async function settleRows(
  tx: Tx,
  of: string,
  rows: readonly Pick<RowRecord, 'row' | 'outcome' | 'why' | 'before' | 'command'>[],
): Promise<void> {
  await sql`
    update import_rows as i set outcome = r.outcome, why = nullif(r.why, 'null'), before = nullif(r.before, 'null'),
      command = r.command
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row int, outcome text, why jsonb, before jsonb,
      command uuid)
    where i.import = ${of}::uuid and i.row = r.row`.execute(tx)
}

/** Clears the rows of imports that ended, or were left, before this moment. */
export async function clearRowsBefore(database: Database, moment: Date): Promise<void> {
  await asSystem(database, (tx) =>
    sql`delete from import_rows r using imports i
      where i.county = r.county and i.id = r.import and i.at < ${moment}
        and i.state not in ('applying', 'undoing')`.execute(tx),
  )
}
