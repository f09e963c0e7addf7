import { expect, test } from 'vitest'
import {
  addWorkingDays,
  dayOf,
  holidayName,
  isAnnounced,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

test('a make-up Saturday before the Spring Festival of 2026 is a working day', () => {
  expect(isWorkingDay('2026-02-14')).toBe(true)
  expect(holidayName('2026-02-14')).toBe('春节')
})

test('three working days from the eve of National Day 2026 jump the holiday and count the make-up Saturday', () => {
  expect(isWorkingDay('2026-10-01')).toBe(false)
  expect(addWorkingDays('2026-09-30', 3)).toBe('2026-10-10')
  expect(workingDaysBetween('2026-09-30', '2026-10-10')).toBe(3)
})

test('a day that has passed counts backwards', () => {
  expect(workingDaysBetween('2026-11-24', '2026-11-20')).toBe(-2)
  expect(workingDaysBetween('2026-11-24', '2026-11-24')).toBe(0)
})

test('a year whose holidays nobody announced yet says so', () => {
  expect(isAnnounced('2026-05-05')).toBe(true)
  expect(isAnnounced('2035-05-05')).toBe(false)
})

test('a late evening in UTC is already the next day in China', () => {
  expect(dayOf(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25')
})
