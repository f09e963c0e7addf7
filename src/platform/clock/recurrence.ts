import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from './working-days.ts'

/**
 * Recurrence by RFC 5545, §3.3.10. A rule is the value of an RRULE (`FREQ=WEEKLY;BYDAY=MO,WE`), of days and longer:
 * nothing here happens every minute. A local time that does not exist (clocks go forward) is left out, as the RFC says.
 */

/** Where nothing else is said, wall clocks are China's. */
export const chinaZone = 'Asia/Shanghai'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const parts: Record<string, RegExp> = {
  FREQ: new RegExp(`^(${frequencies.join('|')})$`),
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
  BYDAY: /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYYEARDAY: /^-?\d{1,3}(,-?\d{1,3})*$/,
  BYWEEKNO: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYMONTH: /^\d{1,2}(,\d{1,2})*$/,
  BYSETPOS: /^-?\d{1,3}(,-?\d{1,3})*$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
}
/** The longest rule that is read. */
export const longestRule = 200

/** Whether this is a rule that can be reckoned with: of RFC 5545, of days and longer, each part once. */
export function isRule(rule: string): boolean {
  if (rule.length > longestRule) return false
  const read = rule.split(';').map((part) => part.split('='))
  const keys = read.map(([key = '']) => key)
  const known = read.every(
    ([key = '', value = '', ...more]) => more.length === 0 && parts[key]?.test(value) === true,
  )
  if (!known || new Set(keys).size !== keys.length || !keys.includes('FREQ')) return false
  const until = read.find(([key]) => key === 'UNTIL')?.[1]
  if (until && !existsOn(until)) return false
  // The RFC forbids both together: which of them ends it would be a guess.
  if (keys.includes('COUNT') && keys.includes('UNTIL')) return false
  try {
    recurrence(rule, '2026-01-01T00:00', 'UTC')
    return true
  } catch {
    return false
  }
}

function existsOn(until: string): boolean {
  const day = until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** The days of a rule that begins on `start`, from `first` to `last`, both included. Throws where `isRule` says no. */
export function daysOf(rule: string, start: Day, first: Day, last: Day): Day[] {
  const at = (day: Day) => Temporal.ZonedDateTime.from(`${day}T00:00[UTC]`)
  return recurrence(rule, `${start}T00:00`, 'UTC')
    .between(at(first), at(last), true)
    .map((one) => one.toPlainDate().toString())
}

const yearsAhead = [1, 5, 20]

/**
 * The first `most` beginnings of a rule by the wall clock of a zone, within twenty years; `start` (`2026-03-01T14:00`)
 * is the first one where the rule fits it. Throws where `isRule` says no.
 */
export function beginningsOf(rule: string, start: string, most: number, zone = chinaZone): Date[] {
  const from = Temporal.ZonedDateTime.from(`${start}[${zone}]`)
  const read = recurrence(rule, start, zone)
  let found: Temporal.ZonedDateTime[] = []
  for (const years of yearsAhead) {
    found = read.between(from, from.add({ years }), true)
    if (found.length >= most) break
  }
  return found.slice(0, most).map((one) => new Date(one.epochMilliseconds))
}

/** The moment at which a wall clock of the zone shows this (`2026-03-01T14:00`). */
export function momentOf(wallTime: string, zone = chinaZone): Date {
  return new Date(Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).epochMilliseconds)
}

/** What a wall clock of the zone shows at a moment, to the minute: `2026-03-01T14:00`. */
export function wallTimeOf(moment: Date, zone = chinaZone): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

function recurrence(rule: string, start: string, zone: string) {
  return new RRuleTemporal({
    rruleString: `RRULE:${untilAsMoment(rule, zone)}`,
    dtstart: Temporal.ZonedDateTime.from(`${start}[${zone}]`),
    temporal: Temporal,
    strict: true,
  })
}

/** A rule that ends on a day ends with that day in its zone: so people mean it, and the RFC wants a moment in UTC. */
function untilAsMoment(rule: string, zone: string): string {
  return rule.replace(/UNTIL=(\d{4})(\d{2})(\d{2})(?=;|$)/, (_, year, month, day) => {
    const next = addDays(`${year}-${month}-${day}`, 1)
    const end = momentOf(`${next}T00:00`, zone).getTime() - 1000
    return `UNTIL=${new Date(end).toISOString().replace(/[-:]|\.\d+/g, '')}`
  })
}
