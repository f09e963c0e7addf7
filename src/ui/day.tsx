import type { Language } from '#platform/i18n/messages.ts'
import { useLanguage, useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'

const zone = 'Asia/Shanghai'
const chinaOffset = 8 * 3_600_000

/** The day that it is in China, as `YYYY-MM-DD`. */
export function today(now = Date.now()): string {
  return new Date(now + chinaOffset).toISOString().slice(0, 10)
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `YYYY-MM-DD` in words, without the year when it is the year of `now`: 5 月 10 日, 10 May. */
export function dayInWords(day: string, language: Language, now = today()): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const sameYear = year === now.slice(0, 4)
  if (language === 'zh') return `${sameYear ? '' : `${year} 年 `}${Number(month)} 月 ${Number(date)} 日`
  return `${Number(date)} ${monthNames[Number(month) - 1]}${sameYear ? '' : ` ${year}`}`
}

/** A moment in China's time: 5 月 10 日 14:05. With `now` empty the year is always told. */
export function momentInWords(moment: string, language: Language, now = today()): string {
  const at = new Date(moment)
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return `${dayInWords(today(at.getTime()), language, now)} ${time}`
}

const dayLength = 86_400_000

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/** A day as words and as a machine reads it. `near` says 今天, 明天, 昨天 where that is so. */
export function Day({ day, near = false }: { day: string; near?: boolean }) {
  const language = useLanguage()
  const t = useTexts(uiMessages)
  const close = near
    ? { '-1': t.day.yesterday, 0: t.day.today, 1: t.day.tomorrow }[daysBetween(today(), day)]
    : undefined
  return (
    <time dateTime={day} className="figure">
      {close ?? dayInWords(day, language)}
    </time>
  )
}

/** A moment as words and as a machine reads it. `year` tells the year also when it is this one. */
export function Moment({ at, year = false }: { at: string; year?: boolean }) {
  const language = useLanguage()
  return (
    <time dateTime={at} className="figure">
      {year ? momentInWords(at, language, '') : momentInWords(at, language)}
    </time>
  )
}

/** The day of the week in words: 星期一, Monday. */
export function weekdayInWords(day: string, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))
}
