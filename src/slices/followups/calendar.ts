import { addDays, type Day, holidayName, isAnnounced, isWorkingDay } from '#platform/clock/working-days.ts'
import { calendarTooLong } from './followup-problems.ts'

/** English names of the public holidays; a single year's own memorial day keeps its Chinese name. */
const english: Record<string, string> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

const longest = 400

/** Each day from `from` to `to`: whether people work, which holiday it belongs to, whether that year is announced. */
export function calendarDays(from: Day, to: Day) {
  if (to < from || to > addDays(from, longest)) throw calendarTooLong()
  const days = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const zh = holidayName(day)
    const holiday = zh === null ? null : { zh, en: english[zh] ?? zh }
    days.push({ day, working: isWorkingDay(day), holiday, announced: isAnnounced(day) })
  }
  return days
}
