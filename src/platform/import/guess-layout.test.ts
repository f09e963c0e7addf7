import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guessColumns, guessHeader, guessSheet, headingKey } from './guess-layout.ts'
import type { ImportField } from './import-kind.ts'
import { headsOfTable, sheetOfTable } from './read-table.ts'

const field = (
  key: string,
  zh: string,
  synonyms: string[],
  looksLike?: (text: string) => boolean,
): ImportField => ({
  key,
  name: { zh, en: key },
  synonyms,
  hint: { zh: '', en: '' },
  ...(looksLike ? { looksLike } : {}),
})
const fields = [
  field('name', '名称', ['阵地名称', '场所名称']),
  field('kind', '类别', ['类型']),
  field('village', '村或社区', ['村（社区）', '所在村']),
  field('address', '地址', ['详细地址']),
  field('keeper', '管理单位', ['负责单位']),
  field('phone', '电话', ['联系电话', '手机'], (text) => /^\+?[\d -]{7,}$/.test(text)),
  field('note', '备注', []),
]
const sample = (name: string) => new Uint8Array(readFileSync(`samples/spreadsheets/${name}`))

test('the sheet, its header and each column are found in a messy workbook', () => {
  const bytes = sample('places-messy.xlsx')
  const heads = headsOfTable(bytes)
  const sheet = guessSheet(heads, fields)
  expect(sheet).toBe(1)
  const header = guessHeader(heads[sheet] ?? { head: [], merges: [] }, fields)
  expect(header).toMatchObject({ header: 5, headerRows: 1 })
  const columns = guessColumns(sheetOfTable(bytes, 1), { header: 4, headerRows: 2 }, fields)
  expect(Object.fromEntries(columns.map(({ column, field: key }) => [column, key]))).toEqual({
    0: null,
    1: 'name',
    2: 'village',
    3: 'address',
    4: 'keeper',
    5: 'phone',
    6: 'kind',
    8: 'note',
  })
  expect(columns[1]).toMatchObject({ confidence: 1, by: 'heading', samples: expect.arrayContaining(['一']) })
  expect(columns[2]?.heading).toBe('所在位置 村（社区）')
})

test('a header of two rows is found where neither of them names all columns', () => {
  const head = [
    { row: 2, hidden: false, cells: ['名称', '联系方式', '', '备注'] },
    { row: 3, hidden: false, cells: ['', '电话', '地址'] },
    { row: 4, hidden: false, cells: ['甲', '110', '正街', '无'] },
  ]
  expect(guessHeader({ head, merges: [] }, fields)).toMatchObject({ header: 2, headerRows: 2 })
})

test('a header in the third line of a text file is found', () => {
  const [head] = headsOfTable(sample('places-gb18030.csv'))
  expect(head && guessHeader(head, fields)).toMatchObject({ header: 3, headerRows: 1 })
})

test('a column without a heading is known by what stands in it, and said to be less sure', () => {
  const rows = [
    { row: 1, hidden: false, cells: ['名称', ''] },
    { row: 2, hidden: false, cells: ['甲', '13800001234'] },
    { row: 3, hidden: false, cells: ['乙', '0835-7222345'] },
  ]
  const [, phone] = guessColumns({ rows, merges: [] }, { header: 1, headerRows: 1 }, fields)
  expect(phone).toMatchObject({ field: 'phone', by: 'content' })
  expect(phone?.confidence).toBeLessThan(0.9)
})

test('a field is one column only, and what is no field stays without', () => {
  const rows = [{ row: 1, hidden: false, cells: ['名称', '阵地名称', '身份证号'] }]
  const columns = guessColumns({ rows, merges: [] }, { header: 1, headerRows: 1 }, fields)
  expect(columns.map(({ field: key }) => key)).toEqual(['name', null, null])
})

test('signs, brackets and widths do not make another heading', () => {
  expect(headingKey('＊阵地 名称（必填）：')).toBe('阵地名称')
})
