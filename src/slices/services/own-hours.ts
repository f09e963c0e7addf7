import type { OwnHours } from './service.ts'

/**
 * Rules by RFC 5545 (3.3.10) as a window keeps them: every day, every week on some days, every month on some days.
 * What a rule can say beyond that (seconds, weeks of the year) nobody can read on a sign at a door.
 */

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export interface OpeningRule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  interval: number
  /** In the order of the week; `nth` counts within the month, from its end where it is below zero, 0 is each one. */
  byDay: { day: Weekday; nth: number }[]
  /** Rising, -1 is the last day. */
  byMonthDay: number[]
}

const parts = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY'])

/** Reads a rule, or gives null where it is none or says what opening hours do not say. */
export function readRule(text: string): OpeningRule | null {
  const said = new Map<string, string>()
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value = '', ...more] = part.split('=')
    if (!parts.has(name) || value === '' || more.length > 0 || said.has(name)) return null
    said.set(name, value)
  }
  const freq = said.get('FREQ')
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY') return null
  const interval = Number(said.get('INTERVAL') ?? 1)
  const byDay = (said.get('BYDAY')?.split(',') ?? []).map(readDay)
  const byMonthDay = (said.get('BYMONTHDAY')?.split(',') ?? []).map(Number)
  if (!Number.isInteger(interval) || interval < 1 || interval > 12) return null
  if (byDay.some((day) => day === null)) return null
  if (byMonthDay.some((day) => !Number.isInteger(day) || day === 0 || Math.abs(day) > 31)) return null
  const days = byDay.flatMap((day) => day ?? [])
  if (!fits(freq, days, byMonthDay)) return null
  return {
    freq,
    interval,
    byDay: ordered(days),
    byMonthDay: [...new Set(byMonthDay)].toSorted((a, b) => a - b),
  }
}

function readDay(text: string): { day: Weekday; nth: number } | null {
  const [, nth = '0', day] = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? []
  return day ? { day: day as Weekday, nth: Number(nth) } : null
}

/** A week's days are not counted within a month, a week has days, a month has one kind of days. */
function fits(freq: OpeningRule['freq'], days: OpeningRule['byDay'], monthDays: readonly number[]): boolean {
  if (freq === 'MONTHLY') return days.length > 0 !== monthDays.length > 0
  return (
    monthDays.length === 0 && days.every(({ nth }) => nth === 0) && (freq === 'WEEKLY') === days.length > 0
  )
}

function ordered(days: OpeningRule['byDay']): OpeningRule['byDay'] {
  const once = new Map(days.map((one) => [`${one.nth}${one.day}`, one]))
  return [...once.values()].toSorted(
    (a, b) => a.nth - b.nth || weekdays.indexOf(a.day) - weekdays.indexOf(b.day),
  )
}

/** The rule in the one form in which it is kept: parts and days in their order, nothing that goes without saying. */
export function writeRule({ freq, interval, byDay, byMonthDay }: OpeningRule): string {
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    byDay.length > 0 && `BYDAY=${byDay.map(({ day, nth }) => (nth === 0 ? day : `${nth}${day}`)).join(',')}`,
    byMonthDay.length > 0 && `BYMONTHDAY=${byMonthDay.join(',')}`,
  ]
    .filter(Boolean)
    .join(';')
}

const zhDays: Record<Weekday, string> = {
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
  SU: '日',
}
const enDays: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** Hours as one reads them at a door: `每周一至周五 09:00–11:30`. */
export function hoursInWords({ rule, from, until }: OwnHours, language: 'zh' | 'en'): string {
  const read = readRule(rule)
  const days = read === null ? rule : language === 'zh' ? daysInChinese(read) : daysInEnglish(read)
  return `${days} ${from}–${until}`
}

function daysInChinese({ freq, interval, byDay, byMonthDay }: OpeningRule): string {
  const each = interval === 1 ? '每' : `每 ${interval} `
  if (freq === 'DAILY') return interval === 1 ? '每天' : `${each}天一次`
  if (freq === 'WEEKLY') {
    const list = stretch(byDay.map(({ day }) => day))
    const said = list.to
      ? `周${zhDays[list.from]}至周${zhDays[list.to]}`
      : byDay.map(({ day }) => `周${zhDays[day]}`).join('、')
    return interval === 1 ? `每${said}` : `${each}周的${said}`
  }
  const month = interval === 1 ? '每月' : `${each}个月的`
  if (byMonthDay.length > 0) {
    return `${month}${byMonthDay.map((day) => (day === -1 ? '最后一天' : day < 0 ? `倒数第 ${-day} 天` : `${day} 日`)).join('、')}`
  }
  return `${month}${byDay.map(({ day, nth }) => `${nth === 0 ? '每个' : nth < 0 ? (nth === -1 ? '最后一个' : `倒数第 ${-nth} 个`) : `第 ${nth} 个`}周${zhDays[day]}`).join('、')}`
}

function daysInEnglish({ freq, interval, byDay, byMonthDay }: OpeningRule): string {
  const every = (unit: string) => (interval === 1 ? '' : ` every ${interval} ${unit}`)
  if (freq === 'DAILY') return interval === 1 ? 'Every day' : `Every ${interval} days`
  if (freq === 'WEEKLY') {
    const list = stretch(byDay.map(({ day }) => day))
    const said = list.to
      ? `${enDays[list.from]} to ${enDays[list.to]}`
      : byDay.map(({ day }) => enDays[day]).join(', ')
    return said + every('weeks')
  }
  const of = interval === 1 ? ' of the month' : ` every ${interval} months`
  if (byMonthDay.length > 0) {
    return `${byMonthDay.map((day) => (day === -1 ? 'Last day' : day < 0 ? `Day ${-day} from the end` : `Day ${day}`)).join(', ')}${of}`
  }
  const nths = ['Every', 'First', 'Second', 'Third', 'Fourth', 'Fifth']
  return `${byDay.map(({ day, nth }) => `${nth < 0 ? (nth === -1 ? 'Last' : `${nths[-nth]} from last`) : nths[nth]} ${enDays[day]}`).join(', ')}${of}`
}

/** Three days or more that follow each other are said by the first and the last. */
function stretch(days: readonly Weekday[]): { from: Weekday; to: Weekday | null } {
  const numbers = days.map((day) => weekdays.indexOf(day))
  const first = numbers[0] ?? 0
  const runs = numbers.length >= 3 && numbers.every((number, i) => number === first + i)
  return { from: days[0] ?? 'MO', to: runs ? (days.at(-1) ?? null) : null }
}
