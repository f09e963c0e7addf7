/** A table as a person's file holds it: text in cells, and what the text alone does not tell. */

/** What a cell is beside its text: `formula` is never evaluated, its text is the formula itself. */
export type CellMark = 'formula' | 'date' | 'error'

export interface TableRow {
  /** As the file counts it, from 1. */
  row: number
  hidden: boolean
  /** One text a column from the first one on; empty cells at the end are left out. */
  cells: string[]
  /** By the index of the cell. */
  marks?: Record<number, CellMark>
}

/** Cells that were joined: rows from 1, columns from 0, both ends included. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

export interface SheetHead {
  name: string
  hidden: boolean
  /** How many rows the file says it has; null where it does not. */
  rows: number | null
  /** The first rows that hold something. */
  head: TableRow[]
  merges: Merge[]
}

export interface Sheet {
  name: string
  rows: TableRow[]
  merges: Merge[]
  /** Indexes of columns that the file does not show. */
  hiddenColumns: number[]
}

export type TableFaultCode =
  | 'empty'
  | 'damaged'
  | 'unfolds'
  | 'rows'
  | 'sheets'
  | 'no-sheet'
  | 'encrypted'
  | 'old'
  | 'unsupported'
  | 'slow'

/** Why a file holds no table that can be read. */
export class TableFault extends Error {
  readonly code: TableFaultCode

  constructor(code: TableFaultCode, cause?: unknown) {
    super(`The table cannot be read: ${code}.`, { cause })
    this.name = 'TableFault'
    this.code = code
  }
}

/** Filled rows of one sheet; more than these belong into several files. */
export const mostTableRows = 50_000
/** Columns to the right of these are left unread. */
export const mostTableColumns = 200
/** So many rows are shown to choose the header from. */
export const headRows = 30

/** A cell's text: well-formed, no controls, line breaks as `\n`, the spaces around it gone. */
export function cellText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
      '',
    )
    .trim()
}

/** The row without empty cells at its end. */
export function trimmedRow(row: TableRow): TableRow {
  let length = row.cells.length
  while (length > 0 && !row.cells[length - 1]) length -= 1
  return length === row.cells.length ? row : { ...row, cells: row.cells.slice(0, length) }
}
