import type { Language } from '#platform/i18n/messages.ts'
import { dialled, placeMessages } from '#slices/places/contract'
import { languageCodes } from './language-codes.ts'
import { readRule, type Weekday, weekdays } from './own-hours.ts'
import type { PublicHours, PublicPlace } from './public-places.ts'
import type { PublicService, PublicServicePlace } from './public-services.ts'
import type { OwnHours } from './service.ts'
import { serviceMessages } from './service-messages.ts'

type Json = Record<string, unknown>

/** What a page about a card needs besides the card. */
export interface Described {
  language: Language
  /** In the reader's language. */
  county: string
  /** The whole address of the card's page. */
  url: string
}

const dayNames: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/**
 * A card for search engines, by schema.org: GovernmentService with provider, areaServed, availableChannel and
 * hoursAvailable. What schema.org has no word for (the first Monday of a month) is left out, never bent.
 */
export function serviceJsonLd(card: PublicService, { language, county, url }: Described): Json {
  const t = serviceMessages[language]
  return filled({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: card.name,
    alternateName: card.alsoCalled,
    description: card.summary,
    serviceType: t.categories[card.category],
    provider: { '@type': 'GovernmentOrganization', name: card.provider.name },
    areaServed: { '@type': 'AdministrativeArea', name: county },
    audience: { '@type': 'Audience', audienceType: card.who },
    offers: card.free
      ? { '@type': 'Offer', price: 0, priceCurrency: 'CNY' }
      : { '@type': 'Offer', priceCurrency: 'CNY', description: card.cost },
    hoursAvailable: once(
      card.places.flatMap((place) => (place.ownHours ?? place.hours).flatMap(openingHours)),
    ),
    availableChannel: [...card.places.map((place) => channelAt(card, place)), ...channelsAfar(card)],
  })
}

function channelAt(card: PublicService, place: PublicServicePlace): Json {
  return filled({
    '@type': 'ServiceChannel',
    serviceLocation: placeJsonLd(place),
    availableLanguage: codes([...card.languages, ...place.languages]),
  })
}

function channelsAfar({ phone, online, languages }: PublicService): Json[] {
  const availableLanguage = codes(languages)
  return [
    ...(phone ? [{ servicePhone: { '@type': 'ContactPoint', telephone: dialled(phone) } }] : []),
    ...(online ? [{ serviceUrl: online }] : []),
  ].map((way) => filled({ '@type': 'ServiceChannel', ...way, availableLanguage }))
}

/** A place by schema.org: CivicStructure with its address, hours and what makes it usable for everybody. */
export function placeJsonLd(place: PublicPlace & Partial<PublicServicePlace>): Json {
  return filled({
    '@type': 'CivicStructure',
    name: place.name,
    telephone: place.phone ? dialled(place.phone) : null,
    address: filled({
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      addressLocality: place.area,
      streetAddress: place.address,
    }),
    openingHoursSpecification: once(place.hours.flatMap(openingHours)),
    specialOpeningHoursSpecification: place.exceptions.flatMap(({ first, last, hours }) =>
      (hours.length > 0 ? hours : [{ from: '00:00', until: '00:00' }]).map(({ from, until }) => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: first,
        validThrough: last,
        opens: from,
        closes: until,
      })),
    ),
    amenityFeature: place.accessibility.map((term) => ({
      '@type': 'LocationFeatureSpecification',
      name: placeMessages.zh.access[term],
      value: true,
    })),
  })
}

/** Nothing where a rule says more than the days of a week. */
function openingHours({ rule, from, until, ...valid }: OwnHours & Partial<PublicHours>): Json[] {
  const read = readRule(rule)
  if (!read || read.interval > 1 || read.freq === 'MONTHLY' || valid.holidays === 'only') return []
  const days = read.freq === 'DAILY' ? weekdays : read.byDay.map(({ day }) => day)
  return [
    filled({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days.map((day) => dayNames[day]),
      opens: from,
      closes: until,
      validFrom: valid.validFrom,
      validThrough: valid.validTo,
    }),
  ]
}

function codes(languages: readonly (keyof typeof languageCodes)[]): string[] {
  return [...new Set(languages.flatMap((one) => languageCodes[one] ?? []))]
}

function once(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

/** Without what says nothing: nulls and empty lists. */
function filled(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** What a chat app shows of a link to a card, by the Open Graph protocol: property and content. */
export function serviceOpenGraph(
  card: PublicService,
  { language, county, url }: Described,
): [string, string][] {
  const t = serviceMessages[language]
  return [
    ['og:type', 'article'],
    ['og:title', `${card.name} · ${card.provider.name}`],
    ['og:description', openGraphDescription(card, language)],
    ['og:url', url],
    ['og:site_name', county],
    ['og:locale', language === 'zh' ? 'zh_CN' : 'en_GB'],
    ['article:section', t.categories[card.category]],
    ['article:modified_time', card.checkedOn],
  ]
}

/** A card in one breath: what it is, what it costs, how long it takes. At most 200 letters. */
export function openGraphDescription(card: PublicService, language: Language): string {
  const t = serviceMessages[language]
  const stop = language === 'zh' ? '；' : '; '
  const parts = [card.summary, card.free ? t.free : card.cost, card.duration].filter(Boolean)
  const said = [...parts.join(stop)]
  return said.length > 200 ? `${said.slice(0, 199).join('')}…` : said.join('')
}
