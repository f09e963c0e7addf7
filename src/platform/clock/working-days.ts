import chineseDays from 'chinese-days'

/**
 * The working-day calendar of the People's Republic: public holidays and make-up days as the State Council
 * announces them each November (from chinese-days). A year that is not announced yet has plain weekdays;
 * `isAnnounced` tells, and the pages say so.
 */

/** A calendar day, `YYYY-MM-DD`, in China's time zone. */
export type Day = string

const millisecondsPerDay = 86_400_000

/** The day that it is in China at this moment. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The day so many days later, or earlier where `count` is below zero. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Whether offices work on this day: weekends, holidays and the days worked instead of them count. */
export function isWorkingDay(day: Day): boolean {
  return chineseDays.isWorkday(day)
}

/** Whether the holidays of this day's year are known: at least one public holiday falls in it. */
export function isAnnounced(day: Day): boolean {
  const year = day.slice(0, 4)
  return chineseDays.getDayDetail(`${year}-10-01`).name.includes(',')
}

/** The holiday's or make-up day's Chinese name, or null on an ordinary day. */
export function holidayName(day: Day): string | null {
  const { name } = chineseDays.getDayDetail(day)
  return name.split(',')[1] ?? null
}

/** The working day that lies `count` working days after `day` (0: the day itself, or the next working day). */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, 1)
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and including `to`; negative when `to` has passed. At most ten years are counted. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (from === to) return 0
  const [early, late, sign] = from < to ? [from, to, 1] : [to, from, -1]
  let count = 0
  for (let at = addDays(early, 1), left = 3660; at <= late && left > 0; at = addDays(at, 1), left -= 1) {
    if (isWorkingDay(at)) count += 1
  }
  return sign * count
}
