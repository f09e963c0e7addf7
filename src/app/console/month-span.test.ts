import { expect, test } from 'vitest'
import { monthSpan } from './month-span.ts'

test('one busy month stands at its place in a year', () => {
  const months = monthSpan([{ month: '2026-10', amount: 11 }], '2026-11')
  expect(months).toHaveLength(12)
  expect(months[0]).toEqual({ month: '2025-12', amount: 0 })
  expect(months.at(-2)).toEqual({ month: '2026-10', amount: 11 })
  expect(months.at(-1)).toEqual({ month: '2026-11', amount: 0 })
})

test('what began more than a year ago is shown from its beginning, up to three years', () => {
  expect(monthSpan([{ month: '2025-01', amount: 1 }], '2026-11')).toHaveLength(23)
  const long = monthSpan([{ month: '2019-01', amount: 1 }], '2026-11')
  expect(long).toHaveLength(36)
  expect(long[0]).toEqual({ month: '2023-12', amount: 0 })
})

test('a month after the last one asked for is not lost', () => {
  expect(monthSpan([{ month: '2027-01', amount: 2 }], '2026-11').at(-1)).toEqual({
    month: '2027-01',
    amount: 2,
  })
})

test('without anything there are twelve empty months', () => {
  expect(monthSpan([], '2026-01').map(({ month }) => month)).toEqual([
    '2025-02',
    '2025-03',
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
  ])
})
