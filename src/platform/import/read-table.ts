import { readCsv } from './read-csv.ts'
import { openWorkbook } from './read-xlsx.ts'
import { headRows, type Sheet, type SheetHead, TableFault } from './table.ts'

/** How many sheets are looked into to propose one; the others can be chosen by their names. */
const mostHeads = 200

/** The sheets of a file with their first rows. What its bytes are decides, its name never. Throws `TableFault`. */
export function headsOfTable(bytes: Uint8Array): SheetHead[] {
  if (bytes.length === 0) throw new TableFault('empty')
  if (!isArchive(bytes)) {
    const { name, rows, merges } = readCsv(plainBytes(bytes), '')
    return [{ name, hidden: false, rows: rows.at(-1)?.row ?? 0, head: rows.slice(0, headRows), merges }]
  }
  const book = openWorkbook(bytes)
  return book.sheets.map(({ name, hidden }, at) =>
    at < mostHeads ? book.head(at) : { name, hidden, rows: null, head: [], merges: [] },
  )
}

/** One sheet whole. Throws `TableFault`. */
export function sheetOfTable(bytes: Uint8Array, sheet: number): Sheet {
  if (bytes.length === 0) throw new TableFault('empty')
  if (isArchive(bytes)) return openWorkbook(bytes).read(sheet)
  if (sheet !== 0) throw new TableFault('no-sheet')
  return readCsv(plainBytes(bytes), '')
}

const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

/** The old container holds workbooks of before 2007, and those of today behind a password. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0) return bytes
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  throw new TableFault(Buffer.from(bytes).includes(locked) ? 'encrypted' : 'old')
}
