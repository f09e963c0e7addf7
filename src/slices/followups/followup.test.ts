import { describe, expect, test } from 'vitest'
import {
  type Action,
  actions,
  actionsFor,
  type Asker,
  kindOf,
  lampOf,
  nearDayFrom,
  nextStepOf,
  reasonAgainst,
  type Situation,
  type State,
  states,
} from './followup.ts'

const nobody: Asker = {
  manages: false,
  reviews: false,
  answersForLead: false,
  answersForSupporting: false,
  answersForOpenPart: false,
  didTheWork: false,
  askedExtension: false,
}
const supervisor: Asker = { ...nobody, manages: true, reviews: true }
const lead: Asker = { ...nobody, answersForLead: true }
const supporting: Asker = { ...nobody, answersForSupporting: true }
const withPart: Asker = { ...nobody, answersForOpenPart: true }

const at = (state: State, rest: Partial<Situation> = {}): Situation => ({
  state,
  dueDay: '2026-11-27',
  today: '2026-11-24',
  extensionPending: false,
  ...rest,
})
const possible = (situation: Situation, asker: Asker) =>
  actionsFor(situation, asker)
    .filter(({ reason }) => reason === null)
    .map(({ action }) => action)

describe('who may do what, and when', () => {
  test.each<[State, string, Asker, Action[]]>([
    ['open', 'the supervisor', supervisor, ['assign', 'add-part', 'withdraw']],
    ['assigned', 'the supervisor', supervisor, ['assign', 'add-part', 'withdraw']],
    ['underway', 'the supervisor', supervisor, ['assign', 'add-part', 'withdraw']],
    ['closing', 'the supervisor', supervisor, ['review', 'withdraw']],
    ['returned', 'the supervisor', supervisor, ['assign', 'add-part', 'withdraw']],
    ['closed', 'the supervisor', supervisor, ['remark']],
    ['withdrawn', 'the supervisor', supervisor, []],
    ['open', 'the lead', lead, ['add-part']],
    ['assigned', 'the lead', lead, ['sign', 'add-part']],
    ['underway', 'the lead', lead, ['report', 'ask-extension', 'ask-closing', 'add-part']],
    ['closing', 'the lead', lead, ['report']],
    ['returned', 'the lead', lead, ['report', 'ask-extension', 'ask-closing', 'add-part']],
    ['closed', 'the lead', lead, []],
    ['withdrawn', 'the lead', lead, []],
    ['assigned', 'a supporting organisation', supporting, []],
    ['underway', 'a supporting organisation', supporting, ['report']],
    ['closed', 'a supporting organisation', supporting, []],
    ['underway', 'who has a part', withPart, ['complete-part']],
    ['closing', 'who has a part', withPart, ['complete-part']],
    ['closed', 'who has a part', withPart, []],
  ])('%s: %s', (state, _who, asker, expected) => {
    expect(possible(at(state), asker)).toEqual(expected)
  })

  test('whoever has no share in it can do nothing in any state, and each refusal has its reason', () => {
    for (const state of states) {
      const all = actionsFor(at(state), nobody)
      expect(all.map(({ action }) => action)).toEqual([...actions])
      expect(all.filter(({ reason }) => reason === null)).toEqual([])
    }
  })

  test('who did the work does not review it, even with the permission', () => {
    expect(reasonAgainst('review', at('closing'), { ...supervisor, didTheWork: true })).toBe('own-work')
    expect(reasonAgainst('review', at('closing'), supervisor)).toBeNull()
  })
})

describe('a later day', () => {
  test.each<[string, Partial<Situation>, string | null]>([
    ['before the due day', {}, null],
    ['on the due day', { today: '2026-11-27' }, null],
    ['the day after', { today: '2026-11-28' }, 'past-due'],
    ['where no day was set', { dueDay: null }, 'no-due-day'],
    ['while another request waits', { extensionPending: true }, 'extension-pending'],
  ])('%s', (_when, rest, reason) => {
    expect(reasonAgainst('ask-extension', at('underway', rest), lead)).toBe(reason)
  })

  test('is decided by another person than who asked, and before anyone assigns anew', () => {
    const pending = at('underway', { extensionPending: true })
    expect(reasonAgainst('decide-extension', pending, supervisor)).toBeNull()
    expect(reasonAgainst('decide-extension', pending, { ...supervisor, askedExtension: true })).toBe(
      'own-work',
    )
    expect(reasonAgainst('assign', pending, supervisor)).toBe('extension-pending')
    expect(reasonAgainst('decide-extension', at('underway'), supervisor)).toBe('no-extension')
  })
})

describe('the lamp', () => {
  // Tuesday 24 November 2026; three working days on is Friday.
  const nearDay = nearDayFrom('2026-11-24')
  const lamp = (state: State, dueDay: string | null) =>
    lampOf({ state, dueDay, today: '2026-11-24', nearDay })

  test('near is within three working days', () => {
    expect(nearDay).toBe('2026-11-27')
    expect(nearDayFrom('2026-09-30')).toBe('2026-10-10')
  })

  test.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'near'],
    ['2026-11-27', 'near'],
    ['2026-11-28', 'ontime'],
    [null, 'none'],
  ])('due %s: %s', (dueDay, expected) => {
    for (const state of ['assigned', 'underway', 'returned'] as const)
      expect(lamp(state, dueDay)).toBe(expected)
  })

  test('stands still while others have to act, and when all is done', () => {
    expect(lamp('closing', '2026-11-20')).toBe('waiting')
    expect(lamp('open', null)).toBe('waiting')
    expect(lamp('closed', '2026-11-20')).toBe('done')
    expect(lamp('withdrawn', '2026-11-20')).toBe('none')
  })
})

describe('the next step', () => {
  test.each<[State, Asker, Action]>([
    ['open', supervisor, 'assign'],
    ['assigned', lead, 'sign'],
    ['underway', lead, 'report'],
    ['returned', lead, 'ask-closing'],
    ['closing', supervisor, 'review'],
    ['underway', withPart, 'complete-part'],
  ])('%s', (state, asker, action) => {
    expect(nextStepOf(at(state), asker)).toEqual({ action, turn: 'you' })
  })

  test('a request for a later day comes first for who decides', () => {
    const pending = at('underway', { extensionPending: true })
    expect(nextStepOf(pending, supervisor)).toEqual({ action: 'decide-extension', turn: 'you' })
  })

  test('says whom it waits for', () => {
    expect(nextStepOf(at('open'), lead).turn).toBe('supervisor')
    expect(nextStepOf(at('underway'), supervisor).turn).toBe('lead')
    expect(nextStepOf(at('closing'), lead).turn).toBe('supervisor')
    expect(nextStepOf(at('closing'), { ...supervisor, didTheWork: true }).turn).toBe('supervisor')
    expect(nextStepOf(at('closed'), supervisor)).toEqual({ action: null, turn: 'nobody' })
  })
})

test('a directive with a measure or a deadline is a task, another a principle', () => {
  expect(kindOf({ measurable: true, deadline: null })).toBe('task')
  expect(kindOf({ measurable: false, deadline: '年底前' })).toBe('task')
  expect(kindOf({ measurable: false, deadline: null })).toBe('principle')
})
