import { describe, expect, it } from 'vitest'
import { plusDays } from '#ui/month-grid.ts'
import {
  type CalendarDay,
  holidaysBetween,
  weekOf,
  workingDayAfter,
  workingDaysTo,
} from './working-day-calendar.ts'

/** Late September to mid October 2026: seven days of rest from 1 October, 10 October works in exchange. */
const days: CalendarDay[] = Array.from({ length: 25 }, (_, at) => {
  const day = plusDays('2026-09-25', at)
  const weekend = [0, 6].includes(new Date(day).getUTCDay())
  const rest = day >= '2026-10-01' && day <= '2026-10-07'
  const makeUp = day === '2026-10-10'
  const holiday = rest || makeUp ? { zh: '国庆节', en: 'National Day' } : null
  return { day, working: makeUp || (!rest && !weekend), holiday, announced: true }
})

describe('the working-day calendar', () => {
  it('finds the day after so many working days, past a holiday and on a make-up day', () => {
    expect(workingDayAfter(days, '2026-09-30', 1)).toBe('2026-10-08')
    expect(workingDayAfter(days, '2026-09-30', 3)).toBe('2026-10-10')
    expect(workingDayAfter(days, '2026-09-30', 50)).toBeNull()
  })

  it('counts what is left, and what has passed', () => {
    expect(workingDaysTo(days, '2026-09-30', '2026-10-07')).toBe(0)
    expect(workingDaysTo(days, '2026-09-30', '2026-10-10')).toBe(3)
    expect(workingDaysTo(days, '2026-10-10', '2026-09-30')).toBe(-3)
    expect(workingDaysTo(days, '2026-09-30', '2027-10-10')).toBeNull()
    expect(workingDaysTo([], '2026-09-30', '2026-09-30')).toBe(0)
  })

  it('names the holidays that are in view, with the days that make up for them', () => {
    expect(holidaysBetween(days, '2026-09-28', '2026-11-01', 'zh')).toEqual([
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07', makeUp: ['2026-10-10'] },
    ])
    expect(holidaysBetween(days, '2026-10-08', '2026-11-01', 'en')).toEqual([
      { name: 'National Day', from: '', to: '', makeUp: ['2026-10-10'] },
    ])
    expect(holidaysBetween(days, '2026-10-11', '2026-11-01', 'zh')).toEqual([])
  })

  it('knows the week and the next one', () => {
    expect(weekOf('2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(weekOf('2026-11-29', 1)).toEqual({ from: '2026-11-30', to: '2026-12-06' })
  })
})
