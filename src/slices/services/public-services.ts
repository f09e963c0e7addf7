import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, type Organisation, organisationsByIds } from '#slices/organisations'
import { type PlaceRow, placesByIds, villageOf } from '#slices/places'
import type { AccessTerm, PlaceKind, SpokenLanguage } from '#slices/places/contract'
import { openPlaceIds } from './directory-store.ts'
import { freshnessOf } from './freshness-store.ts'
import { hoursInWords } from './own-hours.ts'
import { isPublic, lastChecks, type OwnHours, type Paper, type ServiceCategory, stateOf } from './service.ts'
import { publicCards, publicCategories, type ServiceRow, servicesAt, servicesByIds } from './service-store.ts'

/** Who looks, when: nothing of a card depends on more than that. */
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
}

export interface PublicServicePlace extends PublicPlace {
  /** Null where they are those of the place. */
  hours: OwnHours[] | null
  /** The same in words of the reader's language. */
  hoursInWords: string[] | null
  note: string | null
}

/** A card as the public sees it: no person's name is on it. */
export interface PublicService {
  id: string
  /** In the reader's language where the card has it, else in Chinese. */
  name: string
  summary: string
  alsoCalled: string[]
  category: ServiceCategory
  who: string
  papers: Paper[]
  free: boolean
  cost: string | null
  duration: string | null
  /** Open ones only, as the card has them. */
  places: PublicServicePlace[]
  provider: PublicOrganisation
  phone: string | null
  legalBasis: string | null
  languages: SpokenLanguage[]
  online: string | null
  checkedOn: Day
  /** It was not checked for long: the page says so and asks to telephone first. */
  stale: boolean
  version: number
}

/** The cards that the public sees, by pinyin, and where the next page begins (`after` is the last id of this one). */
export async function publicServices(
  tx: Tx,
  { language, today }: Looking,
  wanted: { category?: ServiceCategory; keeper?: string; after?: string; limit?: number } = {},
): Promise<{ items: PublicService[]; next: string | null }> {
  const { limit = 50, ...filter } = wanted
  const { hidden } = lastChecks(today, await freshnessOf(tx))
  const cards = await publicCards(tx, { ...filter, hidden, limit: limit + 1 })
  const shown = cards.slice(0, limit)
  return {
    items: await asPublic(tx, shown, { language, today }),
    next: cards.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** One card, or null where the public does not see it: withdrawn, hidden, or not there. */
export async function publicService(tx: Tx, id: string, looking: Looking): Promise<PublicService | null> {
  const [card] = await asPublic(tx, await servicesByIds(tx, [id]), looking)
  return card ?? null
}

/** Those of the ids that the public sees, in the order of the ids. */
export async function publicServicesByIds(
  tx: Tx,
  ids: readonly string[],
  looking: Looking,
): Promise<PublicService[]> {
  const cards = new Map(
    (await asPublic(tx, await servicesByIds(tx, ids), looking)).map((card) => [card.id, card]),
  )
  return ids.flatMap((id) => cards.get(id) ?? [])
}

/** The cards that name a place, by pinyin. */
export async function publicServicesAt(tx: Tx, place: string, looking: Looking): Promise<PublicService[]> {
  return asPublic(tx, await servicesAt(tx, place), looking)
}

/** How many cards the public sees of each category; those without any are left out. */
export async function countPublicServices(
  tx: Tx,
  { today }: Pick<Looking, 'today'>,
): Promise<{ category: ServiceCategory; count: number }[]> {
  return publicCategories(tx, lastChecks(today, await freshnessOf(tx)).hidden)
}

/** Open places by pinyin, and where the next page begins. */
export async function publicPlaces(
  tx: Tx,
  { language }: Pick<Looking, 'language'>,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<{ items: PublicPlace[]; next: string | null }> {
  const ids = await openPlaceIds(tx, { after, limit: limit + 1 })
  const shown = ids.slice(0, limit)
  const items = await publicPlacesByIds(tx, shown, { language })
  return { items, next: ids.length > limit ? (shown.at(-1) ?? null) : null }
}

/** One open place, or null. */
export async function publicPlace(
  tx: Tx,
  id: string,
  looking: Pick<Looking, 'language'>,
): Promise<PublicPlace | null> {
  const [place] = await publicPlacesByIds(tx, [id], looking)
  return place ?? null
}

/** Those of the ids that are open places, in the order of the ids. */
export async function publicPlacesByIds(
  tx: Tx,
  ids: readonly string[],
  { language }: Pick<Looking, 'language'>,
): Promise<PublicPlace[]> {
  const places = new Map((await placesByIds(tx, ids)).map((place) => [place.id, place]))
  const open = ids.flatMap((id) => {
    const place = places.get(id)
    return place && place.closedAt === null ? [place] : []
  })
  const organisations = await organisationsOf(
    tx,
    open.map(({ keeper }) => keeper),
  )
  return open.map((place) => placeShown(place, organisations, language))
}

async function organisationsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Organisation>> {
  return new Map((await organisationsByIds(tx, [...new Set(ids)])).map((one) => [one.id, one]))
}

function organisationShown(
  id: string,
  among: Map<string, Organisation>,
  language: Language,
): PublicOrganisation {
  const organisation = among.get(id)
  return { id, name: organisation ? nameIn(organisation, language) : '—' }
}

function placeShown(
  place: PlaceRow,
  organisations: Map<string, Organisation>,
  language: Language,
): PublicPlace {
  const { id, name, kind, village, address, phone, keeper, accessibility, languages } = place
  const area = village === null ? undefined : villageOf(village)
  return {
    id,
    name,
    kind,
    area: area ? `${area.township.name}${area.name}` : null,
    address,
    phone,
    keeper: organisationShown(keeper, organisations, language),
    accessibility,
    languages,
  }
}

async function asPublic(
  tx: Tx,
  services: readonly ServiceRow[],
  { language, today }: Looking,
): Promise<PublicService[]> {
  const freshness = await freshnessOf(tx)
  const seen = services.filter((service) => isPublic(service, today, freshness))
  const ids = seen.flatMap((service) => service.places.map(({ place }) => place))
  const places = new Map(
    (await publicPlacesByIds(tx, [...new Set(ids)], { language })).map((one) => [one.id, one]),
  )
  const organisations = await organisationsOf(
    tx,
    seen.map(({ keeper }) => keeper),
  )
  return seen.map((service) => {
    const { id, alsoCalled, category, who, papers, free, cost, duration, keeper, phone } = service
    const { legalBasis, languages, online, checkedOn, version } = service
    const english = language === 'en'
    return {
      id,
      name: (english ? service.nameEn : null) ?? service.name,
      summary: (english ? service.summaryEn : null) ?? service.summary,
      alsoCalled,
      category,
      who,
      papers,
      free,
      cost,
      duration,
      places: service.places.flatMap(({ place: at, hours, note }) => {
        const place = places.get(at)
        const words = hours?.map((one) => hoursInWords(one, language)) ?? null
        return place ? [{ ...place, hours, hoursInWords: words, note }] : []
      }),
      provider: organisationShown(keeper, organisations, language),
      phone,
      legalBasis,
      languages,
      online,
      checkedOn,
      stale: stateOf(service, today, freshness) === 'stale',
      version,
    }
  })
}
