import { expect, test } from 'vitest'
import { allowedFrom, type QuietHours } from './quiet-hours.ts'

const nights: QuietHours = { from: '21:00', to: '07:30', workingDaysOnly: false }
const offices: QuietHours = { from: '18:00', to: '08:30', workingDaysOnly: true }
const inChina = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

test.each([
  ['in the middle of the day', nights, '2026-11-25 10:00', '2026-11-25 10:00'],
  ['a minute before the night', nights, '2026-11-25 20:59', '2026-11-25 20:59'],
  ['when the night begins', nights, '2026-11-25 21:00', '2026-11-26 07:30'],
  ['before midnight', nights, '2026-11-25 23:59', '2026-11-26 07:30'],
  ['at midnight', nights, '2026-11-26 00:00', '2026-11-26 07:30'],
  ['a minute before morning', nights, '2026-11-26 07:29', '2026-11-26 07:30'],
  ['in the morning', nights, '2026-11-26 07:30', '2026-11-26 07:30'],
  ['over the end of a month', nights, '2026-11-30 22:00', '2026-12-01 07:30'],
  ['over the end of the year', nights, '2025-12-31 22:00', '2026-01-01 07:30'],
  ['over the end of the year, the first being a holiday', offices, '2025-12-31 22:00', '2026-01-04 08:30'],
  ['on a Friday evening', offices, '2026-11-27 18:00', '2026-11-30 08:30'],
  ['on a Saturday', offices, '2026-11-28 11:00', '2026-11-30 08:30'],
  ['on a Saturday that is worked instead of a holiday', offices, '2026-02-14 11:00', '2026-02-14 11:00'],
  ['in the week of the National Day', offices, '2026-09-30 19:00', '2026-10-08 08:30'],
  [
    'at noon, quiet by day',
    { from: '12:00', to: '14:00', workingDaysOnly: false },
    '2026-11-25 12:10',
    '2026-11-25 14:00',
  ],
  [
    'never quiet',
    { from: '00:00', to: '00:00', workingDaysOnly: false },
    '2026-11-25 03:00',
    '2026-11-25 03:00',
  ],
])('%s', (_, quiet, moment, allowed) => {
  expect(allowedFrom(inChina(moment), quiet)).toEqual(inChina(allowed))
})

test('without a rule everything may go at any time', () => {
  const moment = inChina('2026-11-25 03:00')
  expect(allowedFrom(moment, null)).toBe(moment)
})
