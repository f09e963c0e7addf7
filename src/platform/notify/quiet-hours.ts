import { addDays, dayOf, isWorkingDay } from '../clock/working-days.ts'

/** When a county wants nobody to be disturbed. Times are `HH:MM` in China; from later than to spans midnight. */
export interface QuietHours {
  from: string
  to: string
  /** Weekends and holidays are quiet from morning to night; days worked instead of them are not. */
  workingDaysOnly: boolean
}

const minute = 60_000

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Midnight in China at the beginning of a day. */
const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** The first moment from this one on at which a notice that is not urgent may go out. The same moment where it may now. */
export function allowedFrom(moment: Date, quiet: QuietHours | null): Date {
  if (!quiet) return moment
  const from = minutesOf(quiet.from)
  const to = minutesOf(quiet.to)
  let at = moment.getTime()
  // A week of holidays, a weekend before it: far fewer steps than this.
  for (let left = 60; left > 0; left -= 1) {
    const day = dayOf(new Date(at))
    const sinceMidnight = Math.floor((at - midnight(day)) / minute)
    if (quiet.workingDaysOnly && !isWorkingDay(day)) at = midnight(addDays(day, 1))
    else if (from > to && sinceMidnight >= from) at = midnight(addDays(day, 1))
    else if (from > to && sinceMidnight < to) at = midnight(day) + to * minute
    else if (from < to && sinceMidnight >= from && sinceMidnight < to) at = midnight(day) + to * minute
    else break
  }
  return new Date(at)
}
