import { describe, expect, test } from 'vitest'
import { closesAt, type DayException, type HoursRule, minutesBetween, overlaps } from './hours.ts'
import {
  type Hours,
  isHoliday,
  isMakeUpDay,
  isOpenThroughout,
  openingsBetween,
  openState,
  opensEver,
} from './opening-hours.ts'

const china = (text: string) => new Date(`${text}:00+08:00`)
const rule = (more: Partial<HoursRule> = {}): HoursRule => ({
  rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  from: '2020-01-01',
  to: null,
  opens: '09:00',
  minutes: 480,
  holidays: 'closed',
  makeUpDays: 'open',
  ...more,
})
const except = (first: string, last: string, more: Partial<DayException> = {}): DayException => ({
  id: `${first} ${last}`,
  first,
  last,
  spans: [],
  reason: '检修',
  ...more,
})
const hours = (rules: HoursRule[], exceptions: DayException[] = []): Hours => ({ rules, exceptions })
const office = hours([rule()])
const said = (all: readonly { from: Date; to: Date }[]) =>
  all.map(({ from, to }) => `${clock(from)} ${clock(to)}`)
const clock = (moment: Date | null) =>
  moment && new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

describe('an office on working days', () => {
  test('is open from nine to five, the end not included', () => {
    expect(openState(office, china('2026-11-25T08:59'))).toMatchObject({ is: 'closed' })
    expect(openState(office, china('2026-11-25T09:00'))).toEqual({
      is: 'open',
      until: china('2026-11-25T17:00'),
    })
    expect(openState(office, china('2026-11-25T16:59'))).toMatchObject({ is: 'open' })
    expect(openState(office, china('2026-11-25T17:00'))).toEqual({
      is: 'closed',
      next: china('2026-11-26T09:00'),
      why: null,
    })
  })

  test('opens after the National Day of 2025 on the ninth of October, and says why not before', () => {
    const state = openState(office, china('2025-10-01T10:00'))
    expect(state).toEqual({ is: 'closed', next: china('2025-10-09T09:00'), why: '国庆节' })
  })

  test('works on the Sunday and the Saturday that were exchanged for it', () => {
    expect(isMakeUpDay('2025-09-28')).toBe(true)
    expect(isHoliday('2025-10-04')).toBe(true)
    expect(isHoliday('2025-10-12')).toBe(false)
    expect(openState(office, china('2025-09-28T10:00')).is).toBe('open')
    expect(openState(office, china('2025-10-11T10:00')).is).toBe('open')
    expect(openState(office, china('2025-10-12T10:00')).is).toBe('closed')
    const plain = hours([rule({ makeUpDays: 'plain' })])
    expect(openState(plain, china('2025-09-28T10:00')).is).toBe('closed')
  })

  test('goes over the year: New Year 2026 is off, its Sunday is worked', () => {
    const openings = openingsBetween(office, china('2025-12-31T00:00'), china('2026-01-06T00:00'))
    expect(said(openings)).toEqual([
      '2025-12-31T09:00 2025-12-31T17:00',
      '2026-01-04T09:00 2026-01-04T17:00',
      '2026-01-05T09:00 2026-01-05T17:00',
    ])
  })
})

describe('a weekend house', () => {
  const weekend = rule({ rule: 'FREQ=WEEKLY;BYDAY=SA,SU', holidays: 'plain', makeUpDays: 'closed' })
  test('is closed on a Sunday that is worked', () => {
    expect(openState(hours([weekend]), china('2025-09-28T10:00'))).toMatchObject({
      is: 'closed',
      next: china('2025-10-04T09:00'),
    })
  })

  test('has other hours on holidays alone', () => {
    const holidays = rule({
      rule: 'FREQ=DAILY',
      holidays: 'only',
      makeUpDays: 'plain',
      opens: '10:00',
      minutes: 120,
    })
    const both = hours([{ ...weekend, holidays: 'closed' }, holidays])
    const from = china('2025-10-07T00:00')
    expect(said(openingsBetween(both, from, china('2025-10-13T00:00')))).toEqual([
      '2025-10-07T10:00 2025-10-07T12:00',
      '2025-10-08T10:00 2025-10-08T12:00',
      '2025-10-12T09:00 2025-10-12T17:00',
    ])
  })
})

describe('midnight and the whole day', () => {
  test('a place that never closes is open without an end', () => {
    const always = hours([rule({ rule: 'FREQ=DAILY', opens: '00:00', minutes: 1440, holidays: 'plain' })])
    expect(openState(always, china('2026-12-31T23:59'))).toEqual({ is: 'open', until: null })
    expect(openState(always, china('2027-01-01T00:00'))).toEqual({ is: 'open', until: null })
    expect(openingsBetween(always, china('2026-12-30T00:00'), china('2027-01-02T00:00'))).toHaveLength(1)
    expect(isOpenThroughout(always, china('2026-12-31T22:00'), china('2027-01-01T02:00'))).toBe(true)
  })

  test('one whole day ends at midnight', () => {
    const sunday = hours([
      rule({
        rule: 'FREQ=WEEKLY;BYDAY=SU',
        opens: '00:00',
        minutes: 1440,
        makeUpDays: 'plain',
        holidays: 'plain',
      }),
    ])
    expect(openState(sunday, china('2026-11-28T23:59'))).toMatchObject({ next: china('2026-11-29T00:00') })
    expect(openState(sunday, china('2026-11-29T00:00'))).toEqual({
      is: 'open',
      until: china('2026-11-30T00:00'),
    })
    expect(openState(sunday, china('2026-11-30T00:00')).is).toBe('closed')
  })

  test('a night that began last year is still open this year', () => {
    const night = hours([rule({ rule: 'FREQ=DAILY', opens: '22:00', minutes: 360, holidays: 'plain' })])
    expect(openState(night, china('2027-01-01T03:59'))).toEqual({
      is: 'open',
      until: china('2027-01-01T04:00'),
    })
    expect(openState(night, china('2027-01-01T04:00'))).toMatchObject({ next: china('2027-01-01T22:00') })
  })

  test('morning and afternoon that touch are one opening, with a break they are two', () => {
    const day = (afternoon: string) =>
      hours([rule({ minutes: 180 }), rule({ opens: afternoon, minutes: 180 })])
    const [from, to] = [china('2026-11-25T00:00'), china('2026-11-26T00:00')]
    expect(said(openingsBetween(day('12:00'), from, to))).toEqual(['2026-11-25T09:00 2026-11-25T15:00'])
    expect(said(openingsBetween(day('14:00'), from, to))).toHaveLength(2)
    expect(isOpenThroughout(day('14:00'), china('2026-11-25T11:00'), china('2026-11-25T14:30'))).toBe(false)
    expect(isOpenThroughout(day('12:00'), china('2026-11-25T11:00'), china('2026-11-25T14:30'))).toBe(true)
  })
})

describe('exceptions', () => {
  test('close, or give a day other hours, and the last one said holds', () => {
    const works = except('2026-11-23', '2026-11-27')
    const evening = except('2026-11-25', '2026-11-25', { spans: [{ opens: '18:00', minutes: 120 }] })
    const from = china('2026-11-23T00:00')
    const to = china('2026-12-01T00:00')
    expect(said(openingsBetween(hours([rule()], [works, evening]), from, to))).toEqual([
      '2026-11-25T18:00 2026-11-25T20:00',
      '2026-11-30T09:00 2026-11-30T17:00',
    ])
    expect(said(openingsBetween(hours([rule()], [evening, works]), from, to))).toHaveLength(1)
    expect(openState(hours([rule()], [works]), china('2026-11-24T10:00'))).toEqual({
      is: 'closed',
      next: china('2026-11-30T09:00'),
      why: '检修',
    })
  })

  test('open a place on a holiday', () => {
    const feast = except('2025-10-01', '2025-10-01', { spans: [{ opens: '09:00', minutes: 60 }] })
    expect(openState(hours([rule()], [feast]), china('2025-10-01T09:30')).is).toBe('open')
  })
})

test('a place of which nobody said the hours is not closed, it is unknown', () => {
  expect(openState(hours([]), china('2026-11-25T10:00'))).toEqual({ is: 'unknown' })
  expect(isOpenThroughout(hours([]), china('2026-11-25T10:00'), china('2026-11-25T11:00'))).toBe(null)
})

test('a rule has a first and a last day', () => {
  const summer = hours([
    rule({ rule: 'FREQ=DAILY', from: '2026-07-01', to: '2026-08-31', holidays: 'plain' }),
  ])
  expect(openState(summer, china('2026-06-30T10:00'))).toMatchObject({ next: china('2026-07-01T09:00') })
  expect(openState(summer, china('2026-08-31T20:00'))).toEqual({ is: 'closed', next: null, why: null })
})

test('every other week is counted from its first day, over the year', () => {
  const fortnight = hours([
    rule({
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      from: '2026-12-22',
      holidays: 'plain',
      makeUpDays: 'plain',
    }),
  ])
  expect(openState(fortnight, china('2026-12-22T18:00'))).toMatchObject({ next: china('2027-01-05T09:00') })
})

test('spans say their end as a clock does', () => {
  expect(closesAt({ opens: '09:00', minutes: 480 })).toEqual({ time: '17:00', nextDay: false })
  expect(closesAt({ opens: '00:00', minutes: 1440 })).toEqual({ time: '24:00', nextDay: false })
  expect(closesAt({ opens: '22:00', minutes: 360 })).toEqual({ time: '04:00', nextDay: true })
  expect(minutesBetween('22:00', '04:00')).toBe(360)
  expect(minutesBetween('00:00', '00:00')).toBe(1440)
  expect(
    overlaps([
      { opens: '14:00', minutes: 60 },
      { opens: '09:00', minutes: 301 },
    ]),
  ).toBe(true)
  expect(
    overlaps([
      { opens: '14:00', minutes: 60 },
      { opens: '09:00', minutes: 300 },
    ]),
  ).toBe(false)
})

test('a rule of a day that never comes opens nothing', () => {
  expect(opensEver({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', from: '2026-01-01' })).toBe(false)
  expect(opensEver({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', from: '2026-01-01' })).toBe(true)
})
