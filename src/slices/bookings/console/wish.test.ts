import { expect, test } from 'vitest'
import { isRule } from '#platform/clock/recurrence.ts'
import { emptyWish, isComplete, ruleOf, sendingOf, timesOf, type Wish } from './wish.ts'

const wish: Wish = {
  ...emptyWish,
  room: 'r',
  day: '2026-12-29',
  from: '19:00',
  to: '21:00',
  purpose: ' 排练 ',
}

test('times are of China’s clock, and reach over midnight where they end before they begin', () => {
  expect(timesOf(wish)).toEqual({ starts: '2026-12-29T11:00:00.000Z', ends: '2026-12-29T13:00:00.000Z' })
  expect(timesOf({ ...wish, to: '01:00' })?.ends).toBe('2026-12-29T17:00:00.000Z')
  expect(timesOf({ ...wish, from: '' })).toBe(null)
  expect(isComplete(wish)).toBe(true)
  expect(isComplete({ ...wish, purpose: '  ' })).toBe(false)
})

test('a repeat is a rule that the server reads; the fifth weekday of a month is its last', () => {
  expect(ruleOf(wish)).toBe(null)
  expect(ruleOf({ ...wish, repeat: 'fortnightly', count: 4 })).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=4')
  expect(ruleOf({ ...wish, repeat: 'monthly' })).toBe('FREQ=MONTHLY;BYDAY=-1TU;COUNT=8')
  expect(ruleOf({ ...wish, repeat: 'weekly', count: 999 })).toBe('FREQ=WEEKLY;COUNT=60')
  for (const repeat of ['weekly', 'fortnightly', 'monthly'] as const)
    expect(isRule(ruleOf({ ...wish, repeat }) ?? '')).toBe(true)
})

test('what is sent follows the choice', () => {
  const starts = '2026-12-29T11:00:00.000Z'
  expect(sendingOf(wish, {})).toMatchObject({
    as: 'booking',
    body: { starts, rooms: ['r'], purpose: '排练' },
  })
  expect(sendingOf(wish, { [starts]: { choice: 'wait' } })).toMatchObject({ as: 'wait' })
  const to = { starts: '2026-12-29T13:00:00.000Z', ends: '2026-12-29T15:00:00.000Z', rooms: ['other'] }
  expect(sendingOf(wish, { [starts]: { choice: 'move', to } })).toMatchObject({ as: 'booking', body: to })
  expect(sendingOf({ ...wish, repeat: 'weekly' }, { [starts]: { choice: 'skip' } })).toMatchObject({
    as: 'series',
    body: { rule: 'FREQ=WEEKLY;COUNT=8', choices: [{ starts, choice: 'skip' }] },
  })
})
