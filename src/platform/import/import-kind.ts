import type { Actor } from '../auth/actor.ts'
import type { Work } from '../commands/command.ts'
import type { Tx } from '../db/database.ts'
import type { EventDraft } from '../events/event.ts'
import type { Text } from '../i18n/messages.ts'
import type { CellMark } from './table.ts'

/** One thing that a row may say of a record, and how its column is known. */
export interface ImportField {
  key: string
  name: Text
  /** Other headings under which it stands in people's files, in either language. */
  synonyms: readonly string[]
  /** What may stand there, in one line. */
  hint: Text
  required?: boolean
  /** Whether a cell looks like it, for a column whose heading says nothing. */
  looksLike?(text: string): boolean
}

export interface ImportCell {
  text: string
  mark?: CellMark
}

/** What a row holds, by the keys of its fields; empty cells are left out. */
export type ImportCells = Readonly<Record<string, ImportCell>>

/** A row of the file, with the id that its record gets if it becomes a new one. */
export interface ImportRow {
  row: number
  record: string
  cells: ImportCells
}

/** What is wrong, or to be known, at a cell; without a field, of the row as a whole. */
export interface CellRemark {
  field: string | null
  text: Text
}

export type ImportChoice = 'new' | 'skip' | 'merge'

/** A record that is there already and that the row may mean. */
export interface ImportMatch {
  /** `exact`: it is the same one. `likely`: a person has to say. */
  sure: 'exact' | 'likely'
  id: string
  title: string
  why: Text
  /** What may be done with the row. */
  choices: readonly ImportChoice[]
  /** What merging would change, in words; a blank cell changes nothing. */
  differs: readonly { field: string; now: string | null; file: string }[]
}

/** What the dry run found out about a row. `values` is null where something is wrong. */
export interface ImportReading {
  row: number
  title: string
  values: Record<string, unknown> | null
  faults: readonly CellRemark[]
  notes: readonly CellRemark[]
  match: ImportMatch | null
  /** The record of another row that has to be there first. */
  after: string | null
}

/** The file around the rows that are read. */
export interface ImportFile {
  /** The record of the row that says this key first; see `ImportKind.keyOf`. */
  recordOf(key: string): string | undefined
}

export interface ImportAsked {
  tx: Tx
  actor: Actor
  today: string
}

/** What became of a row. */
export type Written =
  | { record: string; done: true; before: Record<string, unknown> | null }
  | { record: string; done: false; why: Text }

export interface WrittenRows {
  rows: readonly Written[]
  events: readonly EventDraft[]
}

/**
 * A kind of record that a spreadsheet may bring. Its rules are those of the slice: reading never writes, and each of
 * the writing deeds checks again, in its own transaction, what has changed since; a row that does not fit any more
 * is refused with its reason, whatever else throws undoes the whole batch.
 */
export interface ImportKind {
  /** The record's kind: `place`. */
  kind: string
  name: Text
  /** Who may add such records may import them. */
  permission: string
  /** `county`: the permission must reach the whole county. `rows`: each row says where. */
  reach: 'county' | 'rows'
  fields: readonly ImportField[]
  /** Headings of what the platform does not keep, told as such. */
  notKept?: readonly string[]
  /** Two rows of one file with the same key mean the same record; null where nothing can be said. */
  keyOf(cells: ImportCells): string | null
  /** No two records may have one key: the second row of a file that says it is never a record of its own. */
  onlyOne: boolean
  read(asked: ImportAsked, rows: readonly ImportRow[], file: ImportFile): Promise<ImportReading[]>
  add(work: Work, rows: readonly { record: string; values: Record<string, unknown> }[]): Promise<WrittenRows>
  /** `record` is the one that was there already. */
  merge(
    work: Work,
    rows: readonly { record: string; values: Record<string, unknown> }[],
  ): Promise<WrittenRows>
  /** Takes back what `add` (`before` null) and `merge` wrote; nothing has touched the records since. */
  takeBack(
    work: Work,
    rows: readonly { record: string; before: Record<string, unknown> | null }[],
  ): Promise<WrittenRows>
}
