import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { readHeads, readSheet, writeAnswers } from './in-table-worker.ts'
import { headsOfTable, sheetOfTable } from './read-table.ts'
import { dayOfSerial, plainNumber } from './read-xlsx.ts'
import { TableFault } from './table.ts'

const sample = (name: string) => new Uint8Array(readFileSync(`samples/spreadsheets/${name}`))

/** An archive out of parts, deflated; a part may claim another size than it has. */
function zip(parts: Record<string, string | Buffer>, claims: { size?: number } = {}): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const size = claims.size ?? plain.length
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(size, 22)
    head.writeUInt16LE(name.length, 26)
    files.push(head, Buffer.from(name), packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, list, end]))
}

const book = (sheet: string, more: Record<string, string | Buffer> = {}) => ({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
})

const faultOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof TableFault) return error.code
    throw error
  }
  return expect.unreachable('it was read')
}

describe('a workbook', () => {
  test('is read as it stands: joined cells in each of their rows, formulas as text, hidden rows told', () => {
    const bytes = sample('places-messy.xlsx')
    const heads = headsOfTable(bytes)
    expect(heads.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ['填表说明', false, 3],
      ['阵地台账', false, 19],
      ['旧数据', true, 2],
    ])
    const { rows } = sheetOfTable(bytes, 1)
    const at = (row: number) => rows.find((one) => one.row === row)
    expect(at(5)?.cells.slice(0, 4)).toEqual(['序号', '阵地\n名称*', '村（社区）', '详细地址'])
    expect(at(2)).toMatchObject({ marks: { 8: 'date' } })
    expect(at(2)?.cells[8]).toBe('2026-03-05')
    expect(at(3)).toBeUndefined()
    expect(at(7)?.cells).toContain('=1+1')
    expect(at(7)?.cells[2]).toBe('511825101011')
    expect(at(9)?.cells[1]).toBe('𬍤𬒈书屋')
    expect(at(10)?.cells[1]).toBe('<script>alert(1)</script>')
    expect(at(17)?.hidden).toBe(true)
    expect(at(18)).toMatchObject({ marks: { 1: 'formula' } })
    expect(at(18)?.cells[1]).toBe('=CONCATENATE("公式","驿站")')
  })

  test('with 200 sheets shows each with its first rows, and reads one of them', async () => {
    const workbook = new Workbook()
    for (let i = 1; i <= 200; i += 1) workbook.addWorksheet(`第${i}页`).addRows([['名称'], [`第${i}处`]])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const heads = await readHeads(bytes)
    expect(heads).toHaveLength(200)
    expect(heads[199]).toMatchObject({ name: '第200页', rows: 2 })
    expect(heads[199]?.head[1]?.cells).toEqual(['第200处'])
    expect((await readSheet(bytes, 150)).rows[1]?.cells).toEqual(['第151处'])
  })

  test('may leave out addresses, carry prefixes, runs, readings, escapes and days of its own kind', () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:r><x:t>甲&amp;</x:t></x:r><x:r><x:t>乙&#x20BB7;</x:t></x:r></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>
      <x:row/><x:row><x:c s="1"><x:v>45000</x:v></x:c><x:c><x:v>1.38000012340E10</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c>
      <x:c><x:f>SUM(A1)</x:f><x:v>5</x:v></x:c><x:c><x:f t="shared" si="0"/><x:v>6</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>`
    const { rows } = sheetOfTable(
      zip(
        book(sheet, {
          'xl/sharedStrings.xml':
            '<sst><si><t>羅</t><rPh sb="0" eb="1"><t>luo</t></rPh><r><t>_x4E00_</t></r></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        }),
      ),
      0,
    )
    expect(rows).toEqual([
      { row: 1, hidden: false, cells: ['甲&乙𠮷', '羅一'] },
      {
        row: 3,
        hidden: false,
        cells: ['2023-03-15', '13800001234', 'TRUE', '#N/A', '=SUM(A1)', '=…'],
        marks: { 0: 'date', 3: 'error', 4: 'formula', 5: 'formula' },
      },
    ])
  })

  test('that is broken, locked, a bomb or too long says so', () => {
    const whole = sample('places-messy.xlsx')
    expect(faultOf(() => headsOfTable(whole.subarray(0, whole.length / 2)))).toBe('damaged')
    const torn = new Uint8Array(whole)
    torn.fill(7, 100, 3000)
    expect(faultOf(() => sheetOfTable(torn, 1))).toBe('damaged')
    const zeros = Buffer.alloc(200 * 1024 * 1024, ' ')
    expect(faultOf(() => sheetOfTable(zip(book('<sheetData/>', { 'xl/sharedStrings.xml': zeros })), 0))).toBe(
      'unfolds',
    )
    const liar = zip(
      book('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', { 'xl/sharedStrings.xml': zeros }),
      { size: 10 },
    )
    expect(liar.length).toBeLessThan(1024 * 1024)
    expect(faultOf(() => headsOfTable(liar))).toBe('unfolds')
    const long = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(50_001)}</sheetData>`
    expect(faultOf(() => sheetOfTable(zip(book(long)), 0))).toBe('rows')
    expect(faultOf(() => sheetOfTable(whole, 9))).toBe('no-sheet')
    expect(faultOf(() => headsOfTable(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2)))).toBe('old')
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(faultOf(() => headsOfTable(locked))).toBe('encrypted')
    expect(faultOf(() => headsOfTable(new Uint8Array()))).toBe('empty')
  })
})

test.each(['places-utf8.csv', 'places-utf16.csv', 'places-gb18030.csv'])(
  '%s is read in its own encoding',
  (name) => {
    const { rows } = sheetOfTable(sample(name), 0)
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6])
    expect(rows[2]?.cells).toEqual(['西门青年之家', '青年之家', '团县委', '0835-7223456', '西门路8号，二楼'])
    expect(rows[3]?.cells.slice(0, 1)).toEqual(['"星火"青年夜校'])
    expect(rows[3]?.cells[4]).toBe(`=cmd|'/C calc'!A0`)
    expect(rows[4]?.cells[0]).toBe('跨行的\n青年之家')
  },
)

test.each([
  ['a;b\n1;2', ['a', 'b']],
  ['sep=|\na|b', ['a', 'b']],
  ['名称，电话\n甲，1', ['名称', '电话']],
  ['a,"b\nc', ['a', 'b']],
])('%j is split where it means to be', (text, first) => {
  expect(sheetOfTable(new TextEncoder().encode(text), 0).rows[0]?.cells).toEqual(first)
})

test('a page that calls itself a spreadsheet is told apart', () => {
  expect(faultOf(() => headsOfTable(new TextEncoder().encode('<html><table></table></html>')))).toBe('old')
})

test.each([
  [45000, false, '2023-03-15'],
  [45000.5, false, '2023-03-15 12:00'],
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [43538, true, '2023-03-15'],
  [-3, false, null],
])('the serial %d is the day %s', (serial, from1904, day) => {
  expect(dayOfSerial(serial, from1904)).toBe(day)
})

test.each([
  ['13800001234', '13800001234'],
  ['5.11825101011E11', '511825101011'],
  ['0.1', '0.1'],
  ['0.30000000000000004', '0.3'],
  ['-7', '-7'],
])('the number %s is written as %s', (value, text) => {
  expect(plainNumber(value)).toBe(text)
})

describe('a sheet with answers', () => {
  test("is the person's own, with a column more, and nothing in it becomes a formula", async () => {
    const bytes = sample('places-messy.xlsx')
    const answers = new Map([
      [7, '=HYPERLINK("x")'],
      [18, '这一格是公式'],
    ])
    const file = await writeAnswers(bytes, 1, answers, { heading: '原因', header: 5, sheet: '' })
    const again = sheetOfTable(file, 0)
    const own = sheetOfTable(bytes, 1)
    expect(again.name).toBe('阵地台账')
    expect(
      again.rows.map(({ row, hidden, cells }) => [
        row,
        hidden,
        cells.slice(0, 9).join('|').replace(/\|+$/, ''),
      ]),
    ).toEqual(own.rows.map(({ row, hidden, cells }) => [row, hidden, cells.join('|').replace(/\|+$/, '')]))
    expect(again.rows.find(({ row }) => row === 5)?.cells[9]).toBe('原因')
    expect(again.rows.find(({ row }) => row === 7)?.cells[9]).toBe('=HYPERLINK("x")')
    expect(again.rows.flatMap(({ marks }) => Object.values(marks ?? {}))).not.toContain('formula')
  })

  test('does not keep the server waiting while 20,000 rows are read', async () => {
    const row = (i: number) =>
      `<row r="${i}"><c t="inlineStr"><is><t>第${i}处户外劳动者驿站</t></is></c>${'<c><v>13800001234</v></c>'.repeat(9)}</row>`
    const bytes = zip(
      book(`<sheetData>${Array.from({ length: 20_000 }, (_, i) => row(i + 1)).join('')}</sheetData>`),
    )
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const { rows } = await readSheet(bytes, 0)
    clearInterval(beat)
    expect(rows).toHaveLength(20_000)
    expect(longest).toBeLessThan(250)
  })
})
