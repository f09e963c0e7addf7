import { addDays, type Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, type Organisation, organisationsByIds } from '#slices/organisations'
import {
  type Hours,
  type HoursRule,
  hoursOfPlaces,
  type PlaceRow,
  placesByIds,
  villageOf,
} from '#slices/places'
import type { AccessTerm, PlaceKind, SpokenLanguage } from '#slices/places/contract'
import { openPlaceIds } from './directory-store.ts'
import { hoursInWords } from './own-hours.ts'
import type { OwnHours } from './service.ts'
import { serviceMessages } from './service-messages.ts'

/** Who looks, when: nothing that the public sees depends on more than that. */
export interface Looking {
  language: Language
  /** The day in China. */
  today: Day
}

/** An organisation as the public sees it. */
export interface PublicOrganisation {
  id: string
  name: string
}

/** When a place is open: a rule by RFC 5545 with the hours of such a day, from and to a day where it does not always hold. */
export interface PublicHours extends OwnHours {
  validFrom: Day | null
  validTo: Day | null
  holidays: HoursRule['holidays']
}

/** A place as the public sees it: who minds it is not told, nor the keeper's notes. */
export interface PublicPlace {
  id: string
  name: string
  kind: PlaceKind
  /** Town and village, where the county's list has them. */
  area: string | null
  address: string | null
  phone: string | null
  keeper: PublicOrganisation
  accessibility: AccessTerm[]
  languages: SpokenLanguage[]
  /** Empty where nobody said them. */
  hours: PublicHours[]
  /** The same in words of the reader's language. */
  hoursInWords: string[]
  /** Days on which other hours hold, today and later: closed where none are told. */
  exceptions: { first: Day; last: Day; hours: { from: string; until: string }[]; reason: string }[]
}

/** Open places by pinyin, and where the next page begins (`after` is the last id of this one). */
export async function publicPlaces(
  tx: Tx,
  looking: Looking,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<{ items: PublicPlace[]; next: string | null }> {
  const ids = await openPlaceIds(tx, { after, limit: limit + 1 })
  const shown = ids.slice(0, limit)
  const items = await publicPlacesByIds(tx, shown, looking)
  return { items, next: ids.length > limit ? (shown.at(-1) ?? null) : null }
}

/** One open place, or null. */
export async function publicPlace(tx: Tx, id: string, looking: Looking): Promise<PublicPlace | null> {
  const [place] = await publicPlacesByIds(tx, [id], looking)
  return place ?? null
}

/** Those of the ids that are open places, in the order of the ids. */
export async function publicPlacesByIds(
  tx: Tx,
  ids: readonly string[],
  { language, today }: Looking,
): Promise<PublicPlace[]> {
  const places = new Map((await placesByIds(tx, ids)).map((place) => [place.id, place]))
  const open = ids.flatMap((id) => {
    const place = places.get(id)
    return place && place.closedAt === null ? [place] : []
  })
  const organisations = await organisationsShown(
    tx,
    open.map(({ keeper }) => keeper),
    language,
  )
  const hours = await hoursOfPlaces(
    tx,
    open.map(({ id }) => id),
    today,
  )
  return open.map((place) => ({
    ...placeShown(place),
    keeper: organisations(place.keeper),
    ...hoursShown(hours.get(place.id) ?? { rules: [], exceptions: [] }, { language, today }),
  }))
}

/** Organisations in the reader's language, asked for in one go. */
export async function organisationsShown(tx: Tx, ids: readonly string[], language: Language) {
  const found = new Map<string, Organisation>(
    (await organisationsByIds(tx, [...new Set(ids)])).map((one) => [one.id, one]),
  )
  return (id: string): PublicOrganisation => {
    const organisation = found.get(id)
    return { id, name: organisation ? nameIn(organisation, language) : '—' }
  }
}

function placeShown({ id, name, kind, village, address, phone, accessibility, languages }: PlaceRow) {
  const found = village === null ? undefined : villageOf(village)
  const area = found ? `${found.township.name}${found.name}` : null
  return { id, name, kind, area, address, phone, accessibility, languages }
}

/** Rules that are over are left out; one that has always held, or holds without an end, names no day. */
function hoursShown({ rules, exceptions }: Hours, { language, today }: Looking) {
  const t = serviceMessages[language]
  const hours: PublicHours[] = rules.flatMap(({ rule, from, to, holidays, ...span }) =>
    to !== null && to < today
      ? []
      : [
          {
            rule,
            ...clockOf(span),
            validFrom: from > today || /INTERVAL/.test(rule) ? from : null,
            validTo: to,
            holidays,
          },
        ],
  )
  return {
    hours,
    hoursInWords: hours.map((one) => {
      const days = [
        one.validFrom !== null && one.validFrom > today ? t.from(one.validFrom) : '',
        one.validTo === null ? '' : t.until(one.validTo),
        one.holidays === 'plain' ? '' : t.holidays[one.holidays],
      ].filter(Boolean)
      return hoursInWords(one, language) + (days.length > 0 ? t.paperFrom(days.join(t.comma)) : '')
    }),
    exceptions: exceptions
      .filter(({ last }) => last >= today && last < addDays(today, 366))
      .map(({ first, last, spans, reason }) => ({ first, last, hours: spans.map(clockOf), reason })),
  }
}

/** `until` may lie behind midnight: 21:00–02:00. */
function clockOf({ opens, minutes }: { opens: string; minutes: number }) {
  const end = Number(opens.slice(0, 2)) * 60 + Number(opens.slice(3)) + minutes
  const shown = end > 1440 ? end - 1440 : end
  const two = (n: number) => String(n).padStart(2, '0')
  return { from: opens, until: `${two(Math.floor(shown / 60))}:${two(shown % 60)}` }
}
