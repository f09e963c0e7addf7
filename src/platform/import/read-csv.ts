import {
  cellText,
  mostTableColumns,
  mostTableRows,
  type Sheet,
  TableFault,
  type TableRow,
  trimmedRow,
} from './table.ts'

/** Text between separators, as spreadsheets save it: GB18030, UTF-8 or UTF-16. Throws `TableFault`. */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  const text = decoded(bytes)
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text.slice(0, 500))) throw new TableFault('old')
  if (/[\u0000-\u0008\u000e-\u001f]{2}/.test(text.slice(0, 5000))) throw new TableFault('unsupported')
  const said = /^sep=(.)\r?\n/.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const rows = rowsOf(body, said?.[1] ?? separatorOf(body), said ? 2 : 1)
  if (rows.length === 0) throw new TableFault('empty')
  return { name, rows, merges: [], hiddenColumns: [] }
}

/** A mark decides; then zero bytes betray UTF-16; then what is valid UTF-8 is that; else it is GB18030. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  if ((zeros[0] ?? 0) + (zeros[1] ?? 0) > 0) {
    return new TextDecoder((zeros[1] ?? 0) >= (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const separators = [',', '\t', ';', '，', '|']

/** The one that the first lines have most evenly, outside of quotes. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter(Boolean)
    .slice(0, 20)
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const most = Math.max(0, ...counts)
    return most === 0 ? 0 : counts.filter((count) => count === most).length * most + most / 1000
  })
  return separators[scores.indexOf(Math.max(...scores))] ?? ','
}

function rowsOf(text: string, separator: string, first: number): TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let number = first
  const cell = (value: string) => {
    if (cells.length < mostTableColumns) cells.push(cellText(value))
  }
  const end = () => {
    const row = trimmedRow({ row: number, hidden: false, cells })
    if (row.cells.length > 0) rows.push(row)
    if (rows.length > mostTableRows) throw new TableFault('rows')
    cells = []
    number += 1
  }
  const plain = new RegExp(
    `[${separator === '|' || separator === '\t' ? `\\${separator === '\t' ? 't' : '|'}` : separator}\r\n]`,
    'g',
  )
  let at = 0
  while (at < text.length) {
    let value: string
    if (text[at] === '"') {
      let close = at + 1
      for (;;) {
        close = text.indexOf('"', close)
        // A quote that never closes takes no more than its own line.
        if (close < 0) close = lineEnd(text, at)
        if (text[close] === '"' && text[close + 1] === '"') close += 2
        else break
      }
      value = text.slice(at + 1, close).replaceAll('""', '"')
      at = text[close] === '"' ? close + 1 : close
      plain.lastIndex = at
      const stop = plain.exec(text)?.index ?? text.length
      value += text.slice(at, stop)
      at = stop
    } else {
      plain.lastIndex = at
      const stop = plain.exec(text)?.index ?? text.length
      value = text.slice(at, stop)
      at = stop
    }
    cell(value)
    if (text[at] === separator) {
      at += 1
      if (at === text.length) cell('')
    } else {
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1
      at += 1
      end()
    }
  }
  if (cells.length > 0) end()
  return rows
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/)
  return at < 0 ? text.length : from + at
}
