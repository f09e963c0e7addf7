import { setTimeout as sleep } from 'node:timers/promises'
import { Workbook } from '@cj-tech-master/excelts'
import { unzip } from '@cj-tech-master/excelts/archive'
import { describe, expect, test } from 'vitest'
import { type Cell, type SpreadsheetColumn, streamSpreadsheet } from './spreadsheet.ts'

const columns: SpreadsheetColumn[] = [
  { header: '单位', kind: 'text', width: 24 },
  { header: '件数', kind: 'number' },
  { header: '办结日期', kind: 'date' },
]
async function* rowsOf(...rows: Cell[][]) {
  yield* rows
}
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
async function sheetOf(stream: ReadableStream<Uint8Array>) {
  const workbook = new Workbook()
  await workbook.xlsx.load(await bytesOf(stream))
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('a workbook without a sheet')
  return sheet
}
const sheetXmlOf = async (stream: ReadableStream<Uint8Array>) => {
  const entry = await unzip(await bytesOf(stream)).get('xl/worksheets/sheet1.xml')
  return (await entry?.text()) ?? expect.unreachable('a workbook without a sheet')
}

/** Endless rows that count how many were taken and know when they were closed. */
function endless() {
  const seen = { taken: 0, closed: false }
  async function* rows() {
    try {
      for (;;) {
        seen.taken++
        yield [`第${seen.taken}号${Math.random().toString(36)}`, seen.taken, '2026-11-24']
      }
    } finally {
      seen.closed = true
    }
  }
  return { seen, rows: rows() }
}

describe('a spreadsheet', () => {
  test('holds text, numbers and days as what they are', async () => {
    const rows = rowsOf(['天全县总工会', 12.5, '2026-11-24'], ['县妇联', null, null], ['䶮㛃𬍤', 0, '未定'])
    const sheet = await sheetOf(streamSpreadsheet({ sheet: '办理记录', columns, rows }))
    expect(sheet.name).toBe('办理记录')
    expect([1, 2, 3].map((column) => sheet.getCell(1, column).value)).toEqual(['单位', '件数', '办结日期'])
    expect([1, 2, 3].map((column) => sheet.getCell(2, column).value)).toEqual([
      '天全县总工会',
      12.5,
      new Date('2026-11-24T00:00:00Z'),
    ])
    expect(sheet.getCell(2, 3).numFmt).toBe('yyyy-mm-dd')
    expect(sheet.getCell(3, 2).value).toBeNull()
    expect([1, 2, 3].map((column) => sheet.getCell(4, column).value)).toEqual(['䶮㛃𬍤', 0, '未定'])
  })

  test('freezes the header, filters all columns, and keeps their widths', async () => {
    const xml = await sheetXmlOf(
      streamSpreadsheet({ sheet: '表', columns, rows: rowsOf(['甲', 1, null], ['乙', 2, null]) }),
    )
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"\/>/)
    expect(xml).toContain('<autoFilter ref="A1:C3"/>')
    expect(xml).toMatch(/<col min="1" max="1" width="24" /)
  })

  test('shows an instant in Beijing time', async () => {
    const rows = rowsOf(['甲', 1, new Date('2026-11-24T16:30:00Z')])
    const sheet = await sheetOf(streamSpreadsheet({ sheet: '表', columns, rows }))
    expect(sheet.getCell(2, 3).value).toEqual(new Date('2026-11-25T00:30:00Z'))
    expect(sheet.getCell(2, 3).numFmt).toBe('yyyy-mm-dd hh:mm')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example.com")', '\t=1', '＝1'])(
    '%j stays text, also when edited',
    async (text) => {
      const stream = streamSpreadsheet({ sheet: '表', columns, rows: rowsOf([text, text, text]) })
      const [one, two] = stream.tee()
      expect(await sheetXmlOf(one)).not.toContain('<f')
      const sheet = await sheetOf(two)
      expect(sheet.getCell(2, 1).value).toBe(text.replace('\t', ' '))
      for (const column of [1, 2, 3]) expect(sheet.getCell(2, column).numFmt).toBe('@')
    },
  )

  test('takes any text and any name', async () => {
    const rows = rowsOf(
      ['<c>&"\u0000\u000b\ud800]]>', Number.NaN, '2026-02-30'],
      ['_x0041_', 1, null],
      ['长'.repeat(40_000), 1, null],
    )
    const sheet = await sheetOf(streamSpreadsheet({ sheet: "'2026/11 [督办]:*?\\'", columns, rows }))
    expect(sheet.name).toMatch(/^2026 11/)
    expect(sheet.getCell(2, 1).value).toBe('<c>&"\ufffd]]>')
    expect(sheet.getCell(2, 2).value).toBe('NaN')
    expect(sheet.getCell(2, 3).value).toBe('2026-02-30')
    expect(sheet.getCell(4, 1).text).toHaveLength(32_767)
    expect(sheet.getCell(4, 1).text).toMatch(/长…$/)
  })

  test('writes so that Excel does not read _x0041_ as the letter A', async () => {
    const xml = await sheetXmlOf(
      streamSpreadsheet({ sheet: '表', columns, rows: rowsOf(['_x0041_', 1, null]) }),
    )
    expect(xml).toContain('<v>_x005F_x0041_</v>')
  })

  test('is a sheet with a header when there are no rows', async () => {
    const sheet = await sheetOf(streamSpreadsheet({ sheet: '', columns, rows: rowsOf() }))
    expect(sheet.name).toBe('Sheet1')
    expect(sheet.rowCount).toBe(1)
  })
})

describe('the stream', () => {
  test('takes rows no faster than its reader takes bytes', async () => {
    const { seen, rows } = endless()
    const reader = streamSpreadsheet({ sheet: '表', columns, rows }).getReader()
    await reader.read()
    let before = 0
    await expect.poll(() => before === (before = seen.taken), { interval: 300, timeout: 10_000 }).toBe(true)
    expect(before).toBeGreaterThan(1)
    for (let count = 0; count < 40; count++) await reader.read()
    await expect.poll(() => seen.taken).toBeGreaterThan(before)
    await reader.cancel()
  })

  test('stops by its signal and closes the rows', async () => {
    const { seen, rows } = endless()
    const stop = new AbortController()
    const reading = bytesOf(streamSpreadsheet({ sheet: '表', columns, rows, signal: stop.signal }))
    await sleep(100)
    stop.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    await expect.poll(() => seen.closed).toBe(true)
  })

  test('stops when its reader leaves, also while it waits for the reader', async () => {
    const { seen, rows } = endless()
    const reader = streamSpreadsheet({ sheet: '表', columns, rows }).getReader()
    await reader.read()
    await sleep(200)
    await reader.cancel('gone')
    await expect.poll(() => seen.closed).toBe(true)
  })

  test('takes no row when it was stopped before', async () => {
    const { seen, rows } = endless()
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(bytesOf(streamSpreadsheet({ sheet: '表', columns, rows, signal }))).rejects.toThrow(
      'too late',
    )
    expect(seen.taken).toBe(0)
  })

  test('passes on the failure of its rows, and refuses a row that does not fit', async () => {
    async function* broken(): AsyncGenerator<Cell[]> {
      yield ['甲', 1, null]
      throw new Error('cursor lost')
    }
    await expect(bytesOf(streamSpreadsheet({ sheet: '表', columns, rows: broken() }))).rejects.toThrow(
      'cursor lost',
    )
    await expect(bytesOf(streamSpreadsheet({ sheet: '表', columns, rows: rowsOf(['甲']) }))).rejects.toThrow(
      RangeError,
    )
  })

  test('lets others have their turn', async () => {
    async function* many() {
      for (let index = 0; index < 20_000; index++) yield [`第${index}号`, index, '2026-11-24']
    }
    let turns = 0
    let going = true
    const takeTurns = () => setImmediate(() => going && (turns++, takeTurns()))
    takeTurns()
    const begin = performance.now()
    await bytesOf(streamSpreadsheet({ sheet: '表', columns, rows: many() }))
    going = false
    expect(turns).toBeGreaterThan((performance.now() - begin) / 50)
  })
})
