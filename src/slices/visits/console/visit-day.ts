import type { Language } from '#platform/i18n/messages.ts'
import { dayInWords } from '#ui/day.tsx'

interface DayWords {
  unknown: string
  none: string
  yearMissing: string
}

/** The day of a visit in words; `--05-10` is told without its year and says that it is missing. */
export function visitDayInWords(value: string | null, language: Language, words: DayWords): string {
  if (value === null) return words.none
  if (value === 'unknown') return words.unknown
  if (!value.startsWith('--')) return dayInWords(value, language, '')
  return `${dayInWords(`0000${value.slice(1)}`, language, '0000')}${words.yearMissing}`
}
