import { describe, expect, test } from 'vitest'
import { hoursInWords, readRule, writeRule } from './own-hours.ts'
import { isPublic, same, stateOf } from './service.ts'
import { soundOf } from './sound.ts'

describe('a card on a day', () => {
  const card = { checkedOn: '2026-01-10', withdrawnAt: null }

  test.each([
    ['2026-01-10', 'fresh', true],
    ['2026-07-08', 'fresh', true],
    ['2026-07-09', 'stale', true],
    ['2026-09-06', 'stale', true],
    ['2026-09-07', 'hidden', false],
    ['2031-01-01', 'hidden', false],
  ])('on %s is %s', (today, state, seen) => {
    expect(stateOf(card, today)).toBe(state)
    expect(isPublic(card, today)).toBe(seen)
  })

  test('withdrawn is never public; a county may set other terms', () => {
    expect(isPublic({ ...card, withdrawnAt: '2026-01-11T00:00:00Z' }, '2026-01-12')).toBe(false)
    const strict = { staleAfter: 30, hideAfter: 10 }
    expect(stateOf(card, '2026-02-09', strict)).toBe('stale')
    expect(isPublic(card, '2026-02-19', strict)).toBe(false)
  })

  test('the 29th of February counts', () => {
    const leap = { checkedOn: '2028-01-30', withdrawnAt: null }
    expect(stateOf(leap, '2028-02-29', { staleAfter: 30, hideAfter: 7 })).toBe('stale')
    expect(stateOf(leap, '2028-02-28', { staleAfter: 30, hideAfter: 7 })).toBe('fresh')
  })
})

test('two values are the same whatever the order of their keys, not of their items', () => {
  expect(same([{ name: '身份证', from: null }], [{ from: null, name: '身份证' }])).toBe(true)
  expect(same(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(same(null, [])).toBe(false)
})

test.each([
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每周一至周五', 'Monday to Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU', '每周一、周二', 'Monday, Tuesday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '每周一、周三、周五', 'Monday, Wednesday, Friday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', '每 2 周的周六', 'Saturday every 2 weeks'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '每月最后一个周五', 'Last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=1MO', '每月第 1 个周一', 'First Monday of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=5,15', '每月5 日、15 日', 'Day 5, Day 15 of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', 'Last day of the month'],
  ['FREQ=DAILY', '每天', 'Every day'],
])('%s is %s', (rule, zh, en) => {
  const hours = { rule, from: '09:00', until: '12:00' }
  expect(hoursInWords(hours, 'zh')).toBe(`${zh} 09:00–12:00`)
  expect(hoursInWords(hours, 'en')).toBe(`${en} 09:00–12:00`)
  const read = readRule(rule)
  expect(read && writeRule(read)).toBe(rule)
})

test('people mix up zh and z, -ng and -n, n and l: they sound alike', () => {
  expect(soundOf('志愿者')).toBe(soundOf('ziyuanze'))
  expect(soundOf('心理咨询')).toBe(soundOf('xinglizixun'))
  expect(soundOf('牛奶')).toBe(soundOf('liulai'))
  expect(soundOf('法律')).toBe(soundOf('fa lǜ'))
  expect(soundOf('法律')).not.toBe(soundOf('方案'))
})
