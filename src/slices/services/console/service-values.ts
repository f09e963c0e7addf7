import { phoneOf, type SpokenLanguage, spokenLanguages } from '#slices/places/contract'
import { readRule, type Weekday, weekdays, writeRule } from '../own-hours.ts'
import type { OwnHours, ServiceCategory, ServiceFacts } from '../service.ts'

/** Hours as a form holds them: days of the week, or a rule that only stands and goes (the first Monday of a month). */
export interface HoursValues {
  days?: Weekday[]
  rule?: string
  from?: string
  until?: string
}

export interface PlaceValues {
  place?: string
  note?: string
  /** The service has hours of its own there. */
  own?: boolean
  hours?: HoursValues[]
}

/** What a form of a card holds: as the facts, but what is not told is left out. */
export interface ServiceValues {
  name: string
  nameEn?: string
  alsoCalled: string[]
  summary: string
  summaryEn?: string
  category: ServiceCategory
  who: string
  papers: { name?: string; from?: string }[]
  free: boolean
  cost?: string
  duration?: string
  places: PlaceValues[]
  keeper: string
  keeperPerson?: string
  phone?: string
  legalBasis?: string
  languages: SpokenLanguage[]
  online?: string
}

const text = (written: string | undefined) => written?.trim() || null

/** The facts that a form's values say, as the server will keep them: so that what was not touched is not sent. */
export function factsOf(values: ServiceValues): ServiceFacts {
  const phone = text(values.phone)
  return {
    name: values.name.trim(),
    nameEn: text(values.nameEn),
    alsoCalled: [...new Set(values.alsoCalled.map((name) => name.trim()).filter(Boolean))],
    summary: values.summary.trim(),
    summaryEn: text(values.summaryEn),
    category: values.category,
    who: values.who.trim(),
    papers: values.papers.flatMap(({ name, from }) => {
      const paper = text(name)
      return paper === null ? [] : [{ name: paper, from: text(from) }]
    }),
    free: values.free,
    cost: text(values.cost),
    duration: text(values.duration),
    places: values.places.flatMap(({ place, note, own, hours }) =>
      place ? [{ place, hours: own && hours?.length ? hours.map(hoursOf) : null, note: text(note) }] : [],
    ),
    keeper: values.keeper,
    keeperPerson: values.keeperPerson ?? null,
    phone: phone && (phoneOf(phone) ?? phone),
    legalBasis: text(values.legalBasis),
    languages: spokenLanguages.filter((one) => values.languages.includes(one)),
    online: text(values.online),
  }
}

function hoursOf({ days = [], rule, from = '', until = '' }: HoursValues): OwnHours {
  const byDay = weekdays.filter((day) => days.includes(day)).map((day) => ({ day, nth: 0 }))
  const weekly = writeRule({ freq: 'WEEKLY', interval: 1, byDay, byMonthDay: [] })
  return { rule: rule ?? weekly, from, until }
}

export function valuesOf(facts: ServiceFacts): ServiceValues {
  const { nameEn, summaryEn, cost, duration, keeperPerson, phone, legalBasis, online, ...rest } = facts
  return {
    ...rest,
    nameEn: nameEn ?? undefined,
    summaryEn: summaryEn ?? undefined,
    cost: cost ?? undefined,
    duration: duration ?? undefined,
    keeperPerson: keeperPerson ?? undefined,
    phone: phone ?? undefined,
    legalBasis: legalBasis ?? undefined,
    online: online ?? undefined,
    papers: facts.papers.map(({ name, from }) => ({ name, from: from ?? undefined })),
    places: facts.places.map(({ place, hours, note }) => ({
      place,
      note: note ?? undefined,
      own: hours !== null,
      hours: (hours ?? []).map(hoursValues),
    })),
  }
}

function hoursValues({ rule, from, until }: OwnHours): HoursValues {
  const read = readRule(rule)
  const weekly = read?.freq === 'WEEKLY' && read.interval === 1
  return weekly ? { days: read.byDay.map(({ day }) => day), from, until } : { rule, from, until }
}

/** Hours of a working day, for a form to propose. */
export const usualHours: HoursValues = { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:00', until: '17:00' }

export const emptyValues: Partial<ServiceValues> = {
  alsoCalled: [],
  papers: [],
  places: [],
  languages: [],
  free: true,
}
