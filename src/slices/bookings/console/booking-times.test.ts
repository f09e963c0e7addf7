import { expect, test } from 'vitest'
import { mondayOf, partOn, timesInWords } from './booking-times.ts'

test('times tell the day once, and midnight as the end of its day', () => {
  const evening = { starts: '2026-11-25T11:00:00Z', ends: '2026-11-25T16:00:00Z' }
  expect(timesInWords(evening, 'zh')).toMatch(/11 月 25 日 19:00–24:00$/)
  const night = { starts: '2026-12-31T15:00:00Z', ends: '2026-12-31T17:00:00Z' }
  expect(timesInWords(night, 'en')).toMatch(/31 Dec.* 23:00 – 1 Jan.* 01:00$/)
})

test('what reaches over midnight lies on both days', () => {
  const night = { starts: '2026-12-31T15:00:00Z', ends: '2026-12-31T17:00:00Z' }
  expect(partOn('2026-12-31', night)).toBe('23:00–24:00')
  expect(partOn('2027-01-01', night)).toBe('00:00–01:00')
  expect(partOn('2027-01-02', night)).toBe(null)
})

test('a week begins on Monday, over the year too', () => {
  expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  expect(mondayOf('2026-12-28')).toBe('2026-12-28')
})
