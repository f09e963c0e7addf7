import { expect, test } from 'vitest'
import { dayInWords, daysBetween, momentInWords, today } from './day.tsx'

test('the day in China begins while it is still yesterday in Greenwich', () => {
  expect(today(Date.parse('2026-05-09T16:00:00Z'))).toBe('2026-05-10')
  expect(today(Date.parse('2026-05-09T15:59:59Z'))).toBe('2026-05-09')
})

test('a day is written without the year that everybody knows', () => {
  expect(dayInWords('2026-05-10', 'zh', '2026-11-23')).toBe('5 月 10 日')
  expect(dayInWords('2025-05-10', 'zh', '2026-11-23')).toBe('2025 年 5 月 10 日')
  expect(dayInWords('2026-05-10', 'en', '2026-11-23')).toBe('10 May')
  expect(dayInWords('2025-12-01', 'en', '2026-11-23')).toBe('1 Dec 2025')
})

test('a moment is told in China’s time', () => {
  expect(momentInWords('2026-05-09T16:05:00Z', 'zh', '2026-11-23')).toBe('5 月 10 日 00:05')
  expect(momentInWords('2026-05-09T16:05:00Z', 'zh', '')).toBe('2026 年 5 月 10 日 00:05')
  expect(momentInWords('2026-05-09T16:05:00Z', 'en', '')).toBe('10 May 2026 00:05')
})

test('days between cross months and leap days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-05-10', '2026-05-08')).toBe(-2)
})
