import { plusDays, weekdayOf } from '#ui/month-grid.ts'

/** What the server says of a day. */
export interface CalendarDay {
  day: string
  working: boolean
  /** A public holiday's name, on a day off or on the working day that makes up for it. */
  holiday: { zh: string; en: string } | null
  /** False while that year's holidays are not known. */
  announced: boolean
}

/** Monday and Sunday of the week that lies `later` weeks after the week of `day`. */
export function weekOf(day: string, later = 0): { from: string; to: string } {
  const monday = plusDays(day, 7 * later - weekdayOf(day))
  return { from: monday, to: plusDays(monday, 6) }
}

/** The working day that lies `count` working days after `from`; null where the calendar does not reach so far. */
export function workingDayAfter(days: readonly CalendarDay[], from: string, count: number): string | null {
  return days.filter(({ day, working }) => day > from && working)[count - 1]?.day ?? null
}

/**
 * Working days after `from` up to and including `to`, negative when `to` has passed; null where the calendar
 * does not reach so far.
 */
export function workingDaysTo(days: readonly CalendarDay[], from: string, to: string): number | null {
  const [early, late] = from < to ? [from, to] : [to, from]
  const first = days[0]?.day
  const last = days.at(-1)?.day
  if (!first || !last || early < first || late > last) return from === to ? 0 : null
  const count = days.filter(({ day, working }) => day > early && day <= late && working).length
  return from <= to ? count : -count
}

/** A public holiday with its days off (`from` to `to`) and the working days that make up for it. */
export interface HolidayInView {
  name: string
  from: string
  to: string
  makeUp: string[]
}

/** The public holidays between two days, each once, in the language of the reader. */
export function holidaysBetween(
  days: readonly CalendarDay[],
  from: string,
  to: string,
  language: 'zh' | 'en',
): HolidayInView[] {
  const found = new Map<string, HolidayInView>()
  for (const { day, working, holiday } of days) {
    if (!holiday || day < from || day > to) continue
    const name = holiday[language]
    const known = found.get(name) ?? { name, from: '', to: '', makeUp: [] }
    if (working) known.makeUp.push(day)
    else {
      known.from ||= day
      known.to = day
    }
    found.set(name, known)
  }
  return [...found.values()]
}
