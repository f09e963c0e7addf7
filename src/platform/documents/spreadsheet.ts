import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Column } from '@cj-tech-master/excelts'
import { printableText } from './document-text.ts'

/**
 * `date` columns take a day `YYYY-MM-DD`, or a `Date`, which is written as date and minute in Beijing time.
 * A value that does not fit its column's kind is written as text; null leaves the cell empty.
 */
export type Cell = string | number | Date | null
export type SpreadsheetColumn = {
  readonly header: string
  /** In characters of the default face; taken from the header when left out. */
  readonly width?: number
  readonly kind: 'text' | 'number' | 'date'
}
export type SpreadsheetOptions = {
  readonly sheet: string
  readonly columns: readonly SpreadsheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
  readonly signal?: AbortSignal
}

const mostRows = 1_048_576
const mostCharacters = 32_767
/** Longest time that other requests wait for this one. */
const turnMilliseconds = 8
const bufferedBytes = 64 * 1024
// “@” is text: without it, Excel makes a formula of =1+1 as soon as someone edits the cell.
const formats = { text: '@', number: 'General', date: 'yyyy-mm-dd' }
const instantFormat = 'yyyy-mm-dd hh:mm'
const beijingOffset = 8 * 3_600_000

/**
 * An XLSX of one sheet, made while it is read: header frozen, filter on, rows taken only as fast as the reader
 * takes bytes. Text stays text, so that no cell can become a formula, not even when it is edited.
 * The stream errors with the signal's reason when stopped, with a `RangeError` beyond Excel's 1,048,576 rows or
 * on a row of another length than the columns; `rows` is closed in every case. Text over 32,767 characters
 * (Excel's limit) ends in “…”.
 */
export function streamSpreadsheet(options: SpreadsheetOptions): ReadableStream<Uint8Array> {
  const cancelled = new AbortController()
  const stopping = options.signal ? AbortSignal.any([options.signal, cancelled.signal]) : cancelled.signal
  let wake = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const sink = new Writable({
          highWaterMark: bufferedBytes,
          write(chunk: Uint8Array, _encoding, done) {
            if (!stopping.aborted) controller.enqueue(chunk)
            if ((controller.desiredSize ?? 0) > 0) done()
            else wake = done
          },
        })
        sink.on('error', () => {})
        const stop = () => {
          controller.error(stopping.reason)
          sink.destroy()
        }
        if (stopping.aborted) return stop()
        stopping.addEventListener('abort', stop, { once: true })
        write(options, sink, stopping).then(
          () => !stopping.aborted && controller.close(),
          (error) => !stopping.aborted && controller.error(error),
        )
      },
      pull() {
        const resume = wake
        wake = () => {}
        resume()
      },
      cancel(reason) {
        cancelled.abort(reason)
        wake()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferedBytes }),
  )
}

async function write({ sheet, columns, rows }: SpreadsheetOptions, sink: Writable, stopping: AbortSignal) {
  stopping.throwIfAborted()
  // Loaded for the first export, not at start: it takes some 70 MB.
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({
    stream: sink,
    useStyles: true,
    trueStreaming: true,
    creator: '',
    lastModifiedBy: '',
  })
  const worksheet = workbook.addWorksheet(sheetName(sheet), { views: [{ state: 'frozen', ySplit: 1 }] })
  worksheet.columns = columns.map(columnOf)
  const header = worksheet.addRow(columns.map((column) => excelText(column.header)))
  header.font = { bold: true }
  header.commit()

  let count = 1
  let turn = performance.now()
  for await (const row of rows) {
    stopping.throwIfAborted()
    if (row.length !== columns.length)
      throw new RangeError(`a row of ${row.length} cells, not ${columns.length}`)
    if (++count > mostRows) throw new RangeError(`more rows than a sheet holds: ${mostRows}`)
    const values = row.map((cell, index) => excelCell(cell, columns[index]?.kind ?? 'text'))
    const line = worksheet.addRow(values)
    row.forEach((cell, index) => {
      if (cell instanceof Date) line.getCell(index + 1).numFmt = instantFormat
      else if (typeof values[index] === 'string' && columns[index]?.kind !== 'text')
        line.getCell(index + 1).numFmt = formats.text
    })
    line.commit()
    if (!sink.writableNeedDrain && performance.now() - turn < turnMilliseconds) continue
    await (sink.writableNeedDrain ? drained(sink, stopping) : nextTurn())
    turn = performance.now()
  }
  worksheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: count, col: columns.length } }
  await workbook.commit()
}

function drained(sink: Writable, stopping: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = () => reject(stopping.reason)
  sink.once('drain', resolve)
  stopping.addEventListener('abort', stop, { once: true })
  return promise.finally(() => {
    sink.off('drain', resolve)
    stopping.removeEventListener('abort', stop)
  })
}

/** Excel's rule for the names of sheets: 31 characters, none of \\ / ? * : [ ], no apostrophe at the ends. */
function sheetName(name: string): string {
  const clean = printableText(name)
    .replace(/[\\/?*:[\]\n]/g, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '')
  return clean === '' ? 'Sheet1' : clean
}

function columnOf(column: SpreadsheetColumn): Partial<Column> {
  const width = column.width ?? Math.min(60, Math.max(10, 4 + 2 * Array.from(column.header).length))
  return { width, style: { numFmt: formats[column.kind] } }
}

function excelCell(cell: Cell, kind: SpreadsheetColumn['kind']) {
  if (cell === null || cell === '') return null
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? null : new Date(cell.getTime() + beijingOffset)
  if (typeof cell === 'number') return kind === 'number' && Number.isFinite(cell) ? cell : String(cell)
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) {
    const day = new Date(`${cell}T00:00:00Z`)
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell)) return day
  }
  return excelText(cell)
}

function excelText(text: string): string {
  // Excel reads _x0041_ in a text as the character A.
  const clean = printableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length <= mostCharacters ? clean : `${clean.slice(0, mostCharacters - 1)}…`.toWellFormed()
}
