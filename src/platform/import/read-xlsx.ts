import { type Archive, openArchive } from './read-zip.ts'
import {
  cellText,
  headRows,
  type Merge,
  mostTableColumns,
  mostTableRows,
  type Sheet,
  type SheetHead,
  TableFault,
  type TableRow,
  trimmedRow,
} from './table.ts'

/**
 * Reads workbooks of Office Open XML cell by cell: the text that stands there and no more. Formulas are never
 * evaluated: their own text is what the cell holds. Nothing is unfolded beyond the bounds of `read-zip.ts`, and no
 * entity but those of XML itself is known.
 */
export interface Workbook {
  sheets: readonly { name: string; hidden: boolean }[]
  /** The beginning of a sheet. */
  head(sheet: number): SheetHead
  /** All rows of a sheet that hold something. Throws a `TableFault` beyond the most. */
  read(sheet: number): Sheet
}

const mostSheets = 1000

/** Throws `TableFault`. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const archive = openArchive(bytes)
  const main = mainPart(archive)
  const book = archive.text(main)
  if (!book) throw new TableFault('damaged')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = targetsOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const sheets = tags(book, 'sheet').flatMap((attributes) => {
    const part = targets.get(attribute(attributes, 'id') ?? '')
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
    return part?.includes('worksheets/') ? [{ name: attribute(attributes, 'name') ?? '', hidden, part }] : []
  })
  if (sheets.length === 0) throw new TableFault('no-sheet')
  if (sheets.length > mostSheets) throw new TableFault('sheets')
  const from1904 = /^(?:1|true)$/.test(attribute(tags(book, 'workbookPr')[0] ?? '', 'date1904') ?? '')
  let known: Known | undefined
  const knows = () => {
    known ??= { strings: stringsOf(archive, folder), dates: dateStyles(archive, folder), from1904 }
    return known
  }
  const sheetAt = (index: number) => {
    const sheet = sheets[index]
    if (!sheet) throw new TableFault('no-sheet')
    return sheet
  }
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    head(index) {
      const { name, hidden, part } = sheetAt(index)
      const { text, whole } = archive.beginning(part) ?? { text: '', whole: true }
      const merges = whole ? mergesOf(text) : []
      const rows = rowsIn(text, merges, knows())
      const head = firstOf(rows, headRows)
      return { name, hidden, head, merges, rows: whole ? lastRow(text) : saidRows(text) }
    },
    read(index) {
      const { name, part } = sheetAt(index)
      const text = archive.text(part)
      if (text === undefined) throw new TableFault('damaged')
      const merges = mergesOf(text)
      const rows = firstOf(rowsIn(text, merges, knows()), mostTableRows + 1)
      if (rows.length > mostTableRows) throw new TableFault('rows')
      return { name, rows, merges, hiddenColumns: hiddenColumnsOf(text) }
    },
  }
}

function firstOf(rows: Iterable<TableRow>, most: number): TableRow[] {
  const first: TableRow[] = []
  for (const row of rows) {
    if (first.push(row) === most) break
  }
  return first
}

function mainPart(archive: Archive): string {
  const root = archive.text('_rels/.rels') ?? ''
  const found = tags(root, 'Relationship').find((one) => attribute(one, 'Type')?.endsWith('/officeDocument'))
  const target = attribute(found ?? '', 'Target')?.replace(/^\//, '')
  if (target && archive.has(target)) return target
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  throw new TableFault(
    archive.names().some((name) => name.endsWith('workbook.bin')) ? 'unsupported' : 'damaged',
  )
}

function targetsOf(archive: Archive, part: string, folder: string): Map<string, string> {
  return new Map(
    tags(archive.text(part) ?? '', 'Relationship').map((one) => {
      const target = attribute(one, 'Target') ?? ''
      return [attribute(one, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : within(folder + target)]
    }),
  )
}

const within = (path: string) => path.replace(/[^/]+\/\.\.\//g, '').replaceAll('./', '')

interface Known {
  strings: readonly string[]
  /** Whether the style at each index shows a date. */
  dates: readonly boolean[]
  from1904: boolean
}

function stringsOf(archive: Archive, folder: string): string[] {
  const text = archive.text(`${folder}sharedStrings.xml`) ?? ''
  return [...text.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si\s*>)/gs)].map(([, inside = '']) =>
    richText(inside),
  )
}

/** The runs of a text together, without the readings that are printed above it. */
function richText(inside: string): string {
  const spoken = inside.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh\s*>/gs, '')
  let text = ''
  for (const [, run = ''] of spoken.matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?t\s*>)/gs)) {
    text += written(run)
  }
  return unescaped(text)
}

/** Excel writes a character that XML cannot carry as `_x000D_`. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

function dateStyles(archive: Archive, folder: string): boolean[] {
  const text = archive.text(`${folder}styles.xml`) ?? ''
  const own = new Map(
    tags(text, 'numFmt').map((one) => [
      Number(attribute(one, 'numFmtId')),
      isDateFormat(attribute(one, 'formatCode') ?? ''),
    ]),
  )
  const styles = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs\s*>/s.exec(text)?.[0] ?? ''
  return tags(styles, 'xf').map((one) => {
    const format = Number(attribute(one, 'numFmtId') ?? 0)
    return own.get(format) ?? builtInDates.has(format)
  })
}

/** Years or days in it make it a date; what stands in quotes or brackets is no format. */
function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yd]|e(?![+-])/i.test(plain) && !/[0#]/.test(plain)
}

function lastRow(text: string): number | null {
  const at = Math.max(text.lastIndexOf('<row '), text.lastIndexOf(':row '))
  if (at < 0) return 0
  return Number(attribute(text.slice(at, at + 400).split('>')[0] ?? '', 'r') ?? 0) || saidRows(text)
}

function saidRows(text: string): number | null {
  const dimension = attribute(tags(text.slice(0, 10_000), 'dimension')[0] ?? '', 'ref')
  const last = /(\d+)$/.exec(dimension ?? '')?.[1]
  return last ? Number(last) : null
}

function mergesOf(text: string): Merge[] {
  const from = text.lastIndexOf('mergeCells count')
  const list = text.slice(from < 0 ? Math.max(0, text.lastIndexOf('</sheetData>')) : from)
  return tags(list, 'mergeCell').flatMap((one) => {
    const [, left, top, right, bottom] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(one, 'ref') ?? '') ?? []
    if (!left || !right) return []
    return [{ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }]
  })
}

function hiddenColumnsOf(text: string): number[] {
  return tags(text.slice(0, text.indexOf('sheetData')), 'col').flatMap((one) => {
    if (!/^(?:1|true)$/.test(attribute(one, 'hidden') ?? '')) return []
    const [from, to] = [Number(attribute(one, 'min')) - 1, Number(attribute(one, 'max')) - 1]
    const last = Math.min(to, mostTableColumns - 1)
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i)
  })
}

/** A cell of several rows means each of them: 始阳镇, joined over the rows of its villages. */
function* rowsIn(text: string, merges: readonly Merge[], known: Known): Generator<TableRow, void> {
  const upright = merges.filter(({ top, bottom }) => bottom > top)
  const held = new Map<Merge, { text: string; mark?: 'formula' | 'date' | 'error' }>()
  for (const row of plainRows(text, known)) {
    for (const merge of upright) {
      if (row.row < merge.top || row.row > merge.bottom || merge.left >= mostTableColumns) continue
      const own = row.cells[merge.left]
      const mark = row.marks?.[merge.left]
      if (own) held.set(merge, mark ? { text: own, mark } : { text: own })
      const value = held.get(merge)
      if (own || !value) continue
      while (row.cells.length <= merge.left) row.cells.push('')
      row.cells[merge.left] = value.text
      if (value.mark) row.marks = { ...row.marks, [merge.left]: value.mark }
    }
    const filled = trimmedRow(row)
    if (filled.cells.length > 0) yield filled
  }
}

const parts = /<(?:\w+:)?(row|c|v|f|is)\b([^>]*?)(\/?)>|<\/(?:\w+:)?(row|c|v|f|is)\s*>/g

/** Every row of the sheet's data, empty ones too. */
function* plainRows(text: string, known: Known): Generator<TableRow, void> {
  const from = text.search(/<(?:\w+:)?sheetData\b/)
  if (from < 0) return
  const token = new RegExp(parts.source, 'g')
  token.lastIndex = from
  let row: TableRow | null = null
  let cell: { at: number; type: string; style: number; value: string; formula: string | null } | null = null
  let number = 0
  let begins = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [, opens, attributes = '', alone, closes] = found
    if (opens === 'row') {
      number = Number(attribute(attributes, 'r')) || number + 1
      row = { row: number, hidden: /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? ''), cells: [] }
      if (alone) {
        yield row
        row = null
      }
    } else if (opens === 'c' && row) {
      const letters = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
      cell = {
        at: letters ? columnOf(letters) : row.cells.length,
        type: attribute(attributes, 't') ?? 'n',
        style: Number(attribute(attributes, 's') ?? 0),
        value: '',
        formula: null,
      }
      if (alone) cell = null
    } else if (opens) {
      begins = token.lastIndex
      // A formula that is shared with others has no text of its own in all but one of its cells.
      if (opens === 'f' && cell && alone) cell.formula = ''
    } else if (closes === 'row' && row) {
      yield row
      row = null
    } else if (closes === 'c') {
      if (cell && row) put(row, cell, known)
      cell = null
    } else if (cell && closes) {
      const inside = text.slice(begins, found.index)
      if (closes === 'f') cell.formula = written(inside)
      else if (closes === 'is') cell.value = richText(inside)
      else if (closes === 'v') cell.value = written(inside)
    }
  }
}

function put(
  row: TableRow,
  {
    at,
    type,
    style,
    value,
    formula,
  }: { at: number; type: string; style: number; value: string; formula: string | null },
  known: Known,
): void {
  if (at >= mostTableColumns) return
  while (row.cells.length < at) row.cells.push('')
  const mark = (kind: 'formula' | 'date' | 'error') => {
    row.marks = { ...row.marks, [at]: kind }
  }
  let text = value
  if (formula !== null) {
    text = `=${formula || '…'}`
    mark('formula')
  } else if (type === 's') text = known.strings[Number(value)] ?? ''
  else if (type === 'str') text = unescaped(value)
  else if (type === 'b') text = value === '1' ? 'TRUE' : 'FALSE'
  else if (type === 'e') mark('error')
  else if (type === 'd') {
    text = value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ')
    mark('date')
  } else if (type === 'n' && value !== '') {
    const day = known.dates[style] ? dayOfSerial(Number(value), known.from1904) : null
    if (day) mark('date')
    text = day ?? plainNumber(value)
  }
  row.cells[at] = cellText(text)
}

/** A number as a person would type it: telephones and codes keep every digit. */
export function plainNumber(value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (Number.isInteger(number) && Math.abs(number) < 1e21) {
    return /^-?\d+$/.test(value) ? value : BigInt(number).toString()
  }
  return String(Number(number.toPrecision(15)))
}

/**
 * The day of a serial number, with its time where it has one; null for what is no day. Excel believes that 1900 was
 * a leap year, and so counts from the day before the last of 1899.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial >= 2_958_466) return null
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString()
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment.slice(0, 16).replace('T', ' ')
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** What stands in each tag of this name. */
function tags(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map(([, inside = '']) => inside)
}

const attributePatterns = new Map<string, RegExp>()
function attribute(tag: string, name: string): string | undefined {
  let pattern = attributePatterns.get(name)
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    attributePatterns.set(name, pattern)
  }
  const found = pattern.exec(tag)
  return found ? written(found[1] ?? found[2] ?? '') : undefined
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters that a stretch of XML means. */
function written(xml: string): string {
  if (!xml.includes('&') && !xml.includes('<![CDATA[')) return xml
  return xml
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((part) =>
      part.startsWith('<![CDATA[')
        ? part.slice(9, -3)
        : part.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
            if (name) return entities[name] ?? whole
            const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
            return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
          }),
    )
    .join('')
}
