import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ImportCells, ImportKind, ImportReading, ImportRow } from '#platform/import/import-kind.ts'
import type { TableRow } from '#platform/import/table.ts'
import { newId } from '#platform/records/new-id.ts'
import { levelsOf, proposedChoice } from './import.ts'
import { importRemarks } from './import-remarks.ts'
import type { NewRow } from './import-row-store.ts'
import type { Layout } from './import-store.ts'

/** So many rows are looked up in one question; others have their turn in between. */
const rowsAtOnce = 500

/** The cells of a row by the fields of its columns; null where none of them holds anything (a sum, a remark). */
export function cellsOf({ cells, marks }: TableRow, columns: Layout['columns']): ImportCells | null {
  const found = columns.flatMap(({ column, field }) => {
    const text = cells[column]
    const mark = marks?.[column]
    return text ? [[field, mark ? { text, mark } : { text }] as const] : []
  })
  return found.length > 0 ? Object.fromEntries(found) : null
}

/** The dry run: what each row would become. Writes nothing. */
export async function readRows(
  kind: ImportKind,
  rows: readonly TableRow[],
  columns: Layout['columns'],
  asks: { actor: Actor; today: string; ask<T>(question: (tx: Tx) => Promise<T>): Promise<T> },
): Promise<NewRow[]> {
  const { actor, today, ask } = asks
  const now = new Date()
  const taken = rows.flatMap(({ hidden, ...row }) => {
    const cells = cellsOf({ hidden, ...row }, columns)
    return cells ? [{ row: row.row, record: newId(now), cells, hidden }] : []
  })
  const records = new Map<string, string>()
  for (const { cells, record } of taken) {
    const key = kind.keyOf(cells)
    if (key !== null && !records.has(key)) records.set(key, record)
  }
  const file = { recordOf: (key: string) => records.get(key) }
  const readings: ImportReading[] = []
  for (let at = 0; at < taken.length; at += rowsAtOnce) {
    const part: ImportRow[] = taken.slice(at, at + rowsAtOnce)
    readings.push(...(await ask((tx) => kind.read({ tx, actor, today }, part, file))))
  }
  const levels = levelsOf(taken.map(({ record }, at) => ({ record, after: readings[at]?.after ?? null })))
  const first = new Map<string, number>()
  return taken.flatMap((row, at): NewRow[] => {
    const reading = readings[at]
    if (!reading) return []
    const level = levels.get(row.record) ?? null
    const faults = [...reading.faults]
    if (level === null) faults.push({ field: null, text: importRemarks.circle() })
    const notes = [...reading.notes]
    if (row.hidden) notes.push({ field: null, text: importRemarks.hidden() })
    const values = faults.length > 0 ? null : reading.values
    const match = withinFile(kind, row, { ...reading, values }, first) ?? reading.match
    return [
      {
        ...row,
        title: reading.title,
        vals: values,
        faults,
        notes,
        match,
        sure: match?.sure ?? null,
        after: reading.after,
        level: level ?? 0,
        choice: proposedChoice({ values, match }),
      },
    ]
  })
}

/** A row that says what a good one above it said already. */
function withinFile(
  kind: ImportKind,
  row: ImportRow,
  reading: Pick<ImportReading, 'values' | 'title' | 'match'>,
  first: Map<string, number>,
): NewRow['match'] {
  const key = kind.keyOf(row.cells)
  if (key === null || reading.values === null) return null
  const above = first.get(key)
  if (above === undefined) {
    first.set(key, row.row)
    return null
  }
  if (reading.match?.sure === 'exact') return null
  return {
    sure: 'exact',
    id: null,
    title: reading.title,
    why: importRemarks.sameRow(above),
    choices: kind.onlyOne ? ['skip'] : ['new', 'skip'],
    differs: [],
  }
}
