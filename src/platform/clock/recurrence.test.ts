import { describe, expect, test } from 'vitest'
import { beginningsOf, daysOf, isRule, momentOf, wallTimeOf } from './recurrence.ts'

describe('a rule of RFC 5545', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;WKST=MO',
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20400301',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ])('%s is read', (rule) => expect(isRule(rule)).toBe(true))

  test.each([
    '',
    'WEEKLY',
    'BYDAY=MO',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BANANA=1',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=3;UNTIL=20261231',
    'FREQ=WEEKLY;UNTIL=20260231',
    'FREQ=WEEKLY\nEXDATE:20240304T000000Z',
    'freq=weekly',
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(80)}MO`,
  ])('%j is refused', (rule) => expect(isRule(rule)).toBe(false))
})

describe('days', () => {
  test('go on over the year', () => {
    expect(daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '2025-12-22', '2025-12-20', '2026-01-20')).toEqual([
      '2025-12-22',
      '2025-12-24',
      '2026-01-05',
      '2026-01-07',
      '2026-01-19',
    ])
  })

  test('are counted from their beginning, not from where one looks', () => {
    expect(daysOf('FREQ=DAILY;COUNT=3', '2026-12-30', '2026-12-31', '2027-12-31')).toEqual([
      '2026-12-31',
      '2027-01-01',
    ])
  })

  test('know the leap year and the last Friday', () => {
    expect(daysOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29', '2025-01-01', '2032-12-31')).toEqual([
      '2028-02-29',
      '2032-02-29',
    ])
    expect(daysOf('FREQ=MONTHLY;BYDAY=-1FR', '2026-01-01', '2026-11-01', '2027-01-31')).toEqual([
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
    ])
  })

  test('UNTIL a day includes that day', () => {
    expect(daysOf('FREQ=DAILY;UNTIL=20270101', '2026-12-31', '2026-12-01', '2027-02-01')).toEqual([
      '2026-12-31',
      '2027-01-01',
    ])
  })
})

describe('beginnings keep the wall clock', () => {
  test('in China over the year', () => {
    expect(beginningsOf('FREQ=WEEKLY', '2026-12-24T19:30', 3).map((one) => one.toISOString())).toEqual([
      '2026-12-24T11:30:00.000Z',
      '2026-12-31T11:30:00.000Z',
      '2027-01-07T11:30:00.000Z',
    ])
  })

  test('in China when it had summer time (1986-05-04)', () => {
    expect(beginningsOf('FREQ=WEEKLY', '1986-04-27T09:00', 2).map((one) => one.toISOString())).toEqual([
      '1986-04-27T01:00:00.000Z',
      '1986-05-04T00:00:00.000Z',
    ])
  })

  test('where clocks change: a time that does not exist is left out and not counted', () => {
    const zone = 'America/New_York'
    const begin = beginningsOf('FREQ=WEEKLY;COUNT=2', '2026-03-01T02:30', 10, zone)
    expect(begin.map((one) => wallTimeOf(one, zone))).toEqual(['2026-03-01T02:30', '2026-03-15T02:30'])
    const nine = beginningsOf('FREQ=WEEKLY', '2026-10-25T09:00', 2, zone)
    expect(nine.map((one) => one.toISOString())).toEqual([
      '2026-10-25T13:00:00.000Z',
      '2026-11-01T14:00:00.000Z',
    ])
  })

  test('and a rule without an end gives as many as were asked for', () => {
    expect(beginningsOf('FREQ=DAILY', '2026-01-01T08:00', 400)).toHaveLength(400)
    expect(beginningsOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01T08:00', 5)).toEqual([])
  })

  test('a wall time and its moment are each other back', () => {
    expect(momentOf('2027-01-01T00:00').toISOString()).toBe('2026-12-31T16:00:00.000Z')
    expect(wallTimeOf(new Date('2026-12-31T16:00:59Z'))).toBe('2027-01-01T00:00')
  })
})
