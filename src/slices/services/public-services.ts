import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { SpokenLanguage } from '#slices/places/contract'
import { freshnessOf } from './freshness-store.ts'
import { hoursInWords } from './own-hours.ts'
import {
  type Looking,
  organisationsShown,
  type PublicOrganisation,
  type PublicPlace,
  publicPlacesByIds,
} from './public-places.ts'
import { isPublic, lastChecks, type OwnHours, type Paper, type ServiceCategory, stateOf } from './service.ts'
import { publicCards, publicCategories } from './service-list-store.ts'
import { type ServiceRow, servicesAt, servicesByIds } from './service-store.ts'

/** A place where a service is given. Its own hours where they are not those of the place. */
export interface PublicServicePlace extends PublicPlace {
  /** Null where they are those of the place. */
  ownHours: OwnHours[] | null
  /** The same in words of the reader's language. */
  ownHoursInWords: string[] | null
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
  const { limit = 50, after, ...filter } = wanted
  const { hidden } = lastChecks(today, await freshnessOf(tx))
  const cards = await publicCards(tx, { ...filter, hidden }, { after, limit: limit + 1 })
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
  return publicCategories(tx, { hidden: lastChecks(today, await freshnessOf(tx)).hidden })
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
    (await publicPlacesByIds(tx, [...new Set(ids)], { language, today })).map((one) => [one.id, one]),
  )
  const organisations = await organisationsShown(
    tx,
    seen.map(({ keeper }) => keeper),
    language,
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
        return place ? [{ ...place, ownHours: hours, ownHoursInWords: words, note }] : []
      }),
      provider: organisations(keeper),
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
