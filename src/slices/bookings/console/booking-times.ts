import type { Language } from '#platform/i18n/messages.ts'
import { dayInWords, today } from '#ui/day.tsx'

const dayLength = 86_400_000

/** The clock in China at a moment: 14:05. */
export function clockOf(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** The day in China at a moment. */
export const dayOf = (moment: string) => today(Date.parse(moment))

/** From one moment to another, the day told once where it is one day. */
export function timesInWords({ starts, ends }: { starts: string; ends: string }, language: Language): string {
  const from = `${dayInWords(dayOf(starts), language)} ${clockOf(starts)}`
  // What ends at midnight ends on the day that it began.
  const last = dayOf(new Date(Date.parse(ends) - 1).toISOString())
  const until = clockOf(ends) === '00:00' ? '24:00' : clockOf(ends)
  return dayOf(starts) === last ? `${from}–${until}` : `${from} – ${dayInWords(last, language)} ${until}`
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return new Date(Date.parse(day) - weekday * dayLength).toISOString().slice(0, 10)
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10)
}

/** What of a time lies on one day. Null where nothing does. */
export function partOn(day: string, { starts, ends }: { starts: string; ends: string }): string | null {
  const begin = Date.parse(`${day}T00:00:00+08:00`)
  const end = begin + dayLength
  const [from, to] = [Math.max(begin, Date.parse(starts)), Math.min(end, Date.parse(ends))]
  if (from >= to) return null
  const until = to === end ? '24:00' : clockOf(new Date(to).toISOString())
  return `${clockOf(new Date(from).toISOString())}–${until}`
}
