import { expect, test } from 'vitest'
import { plusMonths, weekdayOf, weeksOfMonth } from './month-grid.ts'

test('a month begins on the Monday before its first day and ends on the Sunday after its last', () => {
  const weeks = weeksOfMonth('2026-11-24')
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06')
  expect(weeks).toHaveLength(6)
})

test('a February of four whole weeks needs four rows', () => {
  expect(weeksOfMonth('2027-02-14')).toHaveLength(4)
})

test('a month later is the last day where the month is shorter', () => {
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(plusMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(plusMonths('2026-12-15', 1)).toBe('2027-01-15')
})

test('Monday is the first day of the week', () => {
  expect(weekdayOf('2026-11-23')).toBe(0)
  expect(weekdayOf('2026-11-29')).toBe(6)
})
