import { describe, expect, it } from 'vitest'
import { dueSetBy, timeLeft } from './due-words.ts'

const due = (
  workingDaysLeft: number | null,
  lamp: 'ontime' | 'near' | 'overdue' | 'waiting' | 'none' | 'done',
) => ({
  lamp,
  state: 'underway' as const,
  dueDay: '2026-05-20',
  workingDaysLeft,
})

describe('time that is left', () => {
  it.each([
    [due(12, 'ontime'), '还剩 12 个工作日', '12 working days left'],
    [due(1, 'near'), '还剩 1 个工作日', '1 working day left'],
    [due(0, 'near'), '今天到期', 'Due today'],
    [due(-1, 'overdue'), '已超 1 个工作日', '1 working day overdue'],
    [due(-30, 'overdue'), '已超 30 个工作日', '30 working days overdue'],
    [due(0, 'overdue'), '已超期', 'Overdue'],
    [{ ...due(null, 'none'), dueDay: null }, '未定期限', 'No due day'],
  ])('is said in working days', (given, zh, en) => {
    expect(timeLeft(given, 'zh')).toBe(zh)
    expect(timeLeft(given, 'en')).toBe(en)
  })

  it('is not said where the clock stands still or the work is done', () => {
    expect(timeLeft(due(3, 'waiting'), 'zh')).toBeNull()
    expect(timeLeft(due(null, 'done'), 'zh')).toBeNull()
  })
})

describe('who set the due day', () => {
  const step = (
    kind: 'assigned' | 'reassigned' | 'extension-asked' | 'extension-granted',
    dueDay: string | null,
  ) => ({
    kind,
    dueDay,
    at: '2026-05-11T02:00:00.000Z',
    person: null,
    organisation: null,
  })

  it('is the last who named it, and an extension only once it is granted', () => {
    const first = step('assigned', '2026-05-20')
    const asked = step('extension-asked', '2026-05-27')
    const granted = step('extension-granted', '2026-05-27')
    expect(dueSetBy([first, asked], '2026-05-20')).toBe(first)
    expect(dueSetBy([first, asked, granted], '2026-05-27')).toBe(granted)
    expect(dueSetBy([first, step('reassigned', null)], '2026-05-20')).toBe(first)
    expect(dueSetBy([first], null)).toBeNull()
  })
})
