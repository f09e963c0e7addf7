import { beginningsOf, daysOf } from '#platform/clock/recurrence.ts'
import { addDays, type Day, dayOf, holidayName, isWorkingDay } from '#platform/clock/working-days.ts'
import type { DayException, HoursRule, Span } from './hours.ts'

/** When a place is open: its rules, and the days on which something else holds, the last said last. */
export interface Hours {
  rules: readonly HoursRule[]
  exceptions: readonly DayException[]
}

/** From a moment to another, the end not included. */
export interface Opening {
  from: Date
  to: Date
}

/** What a place is now. `until` and `next` are null where nothing changes within the days that are looked at. */
export type OpenState =
  | { is: 'unknown' }
  | { is: 'open'; until: Date | null }
  | { is: 'closed'; next: Date | null; why: string | null }

/** So many days ahead are looked at: the Spring Festival, a summer's building works. */
const daysAhead = 62
const minute = 60_000

/** Whether a day is one that the State Council's notice gives off, a weekend among them included. */
export function isHoliday(day: Day): boolean {
  return holidayName(day) !== null && !isWorkingDay(day)
}

/** Whether a day of a weekend is worked instead of another one. */
export function isMakeUpDay(day: Day): boolean {
  return holidayName(day) !== null && isWorkingDay(day)
}

/** Whether a rule opens a place on this day, which the rule's own days (`hits`) have or have not. */
function opensOn(rule: HoursRule, day: Day, hits: ReadonlySet<Day>): boolean {
  if (day < rule.from || (rule.to !== null && day > rule.to)) return false
  if (isMakeUpDay(day) && rule.makeUpDays !== 'plain') return rule.makeUpDays === 'open'
  if (!hits.has(day)) return false
  if (rule.holidays === 'plain') return true
  return isHoliday(day) === (rule.holidays === 'only')
}

/** The exception that holds on a day: of several, the one that was said last. */
export function exceptionOn({ exceptions }: Hours, day: Day): DayException | undefined {
  return exceptions.findLast(({ first, last }) => first <= day && day <= last)
}

/** When a place opens on the days from `first` to `last`, by day; spans that reach into the next day stay whole. */
export function spansByDay(hours: Hours, first: Day, last: Day): Map<Day, Span[]> {
  const hits = hours.rules.map((rule) => new Set(daysOf(rule.rule, rule.from, first, last)))
  const days = new Map<Day, Span[]>()
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const exception = exceptionOn(hours, day)
    const spans = exception
      ? exception.spans
      : hours.rules.flatMap(({ opens, minutes, ...rule }, i) =>
          opensOn({ opens, minutes, ...rule }, day, hits[i] ?? new Set()) ? [{ opens, minutes }] : [],
        )
    days.set(
      day,
      spans.toSorted((a, b) => (a.opens < b.opens ? -1 : 1)),
    )
  }
  return days
}

/**
 * When a place is open between two moments, in order; what touches or overlaps is one opening, so that a place that
 * never closes is open once. What began before `from`, or goes on after `to`, is cut there.
 */
export function openingsBetween(hours: Hours, from: Date, to: Date): Opening[] {
  // A span of the day before may reach into this one.
  const days = spansByDay(hours, addDays(dayOf(from), -1), dayOf(to))
  const all = [...days].flatMap(([day, spans]) => spans.map((span) => openingOf(day, span)))
  const merged: Opening[] = []
  for (const one of all.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = merged.at(-1)
    if (last && one.from <= last.to) last.to = one.to > last.to ? one.to : last.to
    else merged.push(one)
  }
  return merged
    .map((one) => ({ from: one.from < from ? from : one.from, to: one.to > to ? to : one.to }))
    .filter((one) => one.from < one.to)
}

function openingOf(day: Day, { opens, minutes }: Span): Opening {
  const from = new Date(`${day}T${opens}:00+08:00`)
  return { from, to: new Date(from.getTime() + minutes * minute) }
}

/** Whether a place is open without a break from one moment to the other. Null where nobody said its hours. */
export function isOpenThroughout(hours: Hours, from: Date, to: Date): boolean | null {
  if (hours.rules.length === 0 && hours.exceptions.length === 0) return null
  const [only, ...more] = openingsBetween(hours, from, to)
  return only !== undefined && more.length === 0 && only.from <= from && only.to >= to
}

/** Whether a place is open at a moment, until when, or when it opens next. */
export function openState(hours: Hours, now: Date): OpenState {
  if (hours.rules.length === 0 && hours.exceptions.length === 0) return { is: 'unknown' }
  const horizon = new Date(now.getTime() + daysAhead * 24 * 60 * minute)
  const [first] = openingsBetween(hours, now, horizon)
  if (first && first.from <= now) return { is: 'open', until: first.to < horizon ? first.to : null }
  const why =
    exceptionOn(hours, dayOf(now))?.reason ?? (isHoliday(dayOf(now)) ? holidayName(dayOf(now)) : null)
  return { is: 'closed', next: first?.from ?? null, why }
}

/** Whether a rule ever opens anything: one of 30 February does not. */
export function opensEver({ rule, from }: Pick<HoursRule, 'rule' | 'from'>): boolean {
  return beginningsOf(rule, `${from}T00:00`, 1).length > 0
}
