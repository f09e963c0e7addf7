import { expect, test } from 'vitest'
import { chineseNumeral, startNumbering } from './numbering.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
])('%i is written %s', (value, numeral) => expect(chineseNumeral(value)).toBe(numeral))

test.each([0, -1, 1.5, 1000])('%d has no numeral here', (value) =>
  expect(() => chineseNumeral(value)).toThrow(RangeError),
)

test('Chinese headings count by level and begin anew under the next higher one', () => {
  const { heading } = startNumbering('zh')
  const levels = [1, 2, 2, 3, 4, 4, 2, 3, 1, 2] as const
  expect(levels.map(heading)).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1.',
    '（1）',
    '（2）',
    '（三）',
    '1.',
    '二、',
    '（一）',
  ])
})

test('English headings show the way to them', () => {
  const { heading } = startNumbering('en')
  expect(([1, 2, 3, 4, 4, 1, 3] as const).map(heading)).toEqual([
    '1. ',
    '1.1 ',
    '1.1.1 ',
    '(a) ',
    '(b) ',
    '2. ',
    '2.1.1 ',
  ])
})

test('an ordered list takes the marks of the level below its heading', () => {
  const numbering = startNumbering('zh')
  numbering.heading(1)
  expect(numbering.item(1, true)).toBe('1.')
  numbering.heading(2)
  numbering.heading(3)
  expect(numbering.item(2, true)).toBe('（2）')
  numbering.heading(4)
  expect([numbering.item(3, true), numbering.item(21, true)]).toEqual(['③', '（21）'])
  expect(numbering.item(1, false)).toBe('——')
})
