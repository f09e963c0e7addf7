import type { Day } from '#platform/clock/working-days.ts'

/**
 * On a day from `opens` (`09:00`, China's clock) for so many minutes, 1440 at most; what goes on after midnight reaches
 * into the next day.
 */
export interface Span {
  opens: string
  minutes: number
}

/** What public holidays do to a rule: nothing, they close, or it holds on them alone. */
export const holidayRules = ['plain', 'closed', 'only'] as const
/** What a weekend day does that is worked instead of another: nothing, it opens, it closes. */
export const makeUpRules = ['plain', 'open', 'closed'] as const

/** A rule of RFC 5545 for the days (`FREQ=WEEKLY;BYDAY=MO,TU`), and when a place opens on them. */
export interface HoursRule extends Span {
  rule: string
  /** Counting begins here: of importance for every other week. */
  from: Day
  /** The last day of the rule (a summer's hours), or null. */
  to: Day | null
  holidays: (typeof holidayRules)[number]
  makeUpDays: (typeof makeUpRules)[number]
}

/** Days on which other hours hold than the rules say; no span at all: closed. */
export interface DayException {
  id: string
  first: Day
  last: Day
  spans: Span[]
  reason: string
}

export const mostRules = 14
export const mostSpans = 4
/** An exception holds for a year at most: what holds longer is a rule. */
export const longestException = 366

/** The end of a span as a clock shows it: `17:30`, `24:00` at midnight. */
export function closesAt({ opens, minutes }: Span): { time: string; nextDay: boolean } {
  const end = minutesOf(opens) + minutes
  const nextDay = end > 1440
  const shown = nextDay ? end - 1440 : end
  return { time: `${two(Math.floor(shown / 60))}:${two(shown % 60)}`, nextDay }
}

/** How long it is from one clock time to another, over midnight where the second is not later. */
export function minutesBetween(opens: string, closes: string): number {
  const span = minutesOf(closes) - minutesOf(opens)
  return span > 0 ? span : span + 1440
}

/** Whether two spans of one day run into each other. */
export function overlaps(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => minutesOf(a.opens) - minutesOf(b.opens))
  return sorted.some((one, i) => {
    const next = sorted[i + 1]
    return next !== undefined && minutesOf(one.opens) + one.minutes > minutesOf(next.opens)
  })
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

const two = (n: number) => String(n).padStart(2, '0')
