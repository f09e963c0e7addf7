import { createHash } from 'node:crypto'
import { placeMessages, type SpokenLanguage } from '#slices/places/contract'
import { languageCodes } from './language-codes.ts'
import { hoursInWords, readRule, weekdays } from './own-hours.ts'
import type { PublicHours, PublicOrganisation, PublicPlace } from './public-places.ts'
import type { PublicService, PublicServicePlace } from './public-services.ts'
import { type OwnHours, type ServiceCategory, serviceCategories } from './service.ts'
import { serviceMessages } from './service-messages.ts'

/**
 * The directory in the Human Services Data Specification 3.0 (docs.openreferral.org): objects as its schemas name
 * their fields. Our own records keep their ids; what we keep inside of one (a phone, a schedule) has an id made from
 * what it belongs to, so that it is the same in every export. No person's name is in it.
 */

type Json = Record<string, unknown>
const t = serviceMessages.zh

/** A UUID that is always the same for the same words (version 8 of RFC 9562: made by us, from SHA-256). */
export function idFor(...words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('\0')).digest('hex')
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** The county whose directory it is, and what it lies in; unknown where its list of codes is not carried. */
export interface County {
  name: string
  province: string
  city: string
}

/** Our categories are a taxonomy of their own. */
export const taxonomy = {
  id: idFor('taxonomy', 'daqiao'),
  name: '群团服务事项类别',
  description: '县级群团组织服务事项的类别，按群众办事的说法划分。',
  version: '1',
}

export function taxonomyTerm(category: ServiceCategory) {
  return {
    id: idFor('taxonomy-term', category),
    code: category,
    name: t.categories[category],
    description: serviceMessages.en.categories[category],
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomy.id,
    taxonomy_detail: taxonomy,
    language: 'zho',
  }
}

export const taxonomyTerms = serviceCategories.map(taxonomyTerm)

export function categoryOfTerm(id: string): ServiceCategory | undefined {
  return serviceCategories.find((category) => taxonomyTerm(category).id === id)
}

/** Without what is not known: the specification leaves such fields out. */
function filled(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

export function organization({ id, name }: PublicOrganisation, county: County): Json {
  return { id, name, description: name.startsWith(county.name) ? name : `${county.name}${name}` }
}

/** A service with its one-to-one fields, as lists have it. */
export function service(card: PublicService, county: County): Json {
  return filled({
    id: card.id,
    organization_id: card.provider.id,
    name: card.name,
    alternate_name: card.alsoCalled.join('、') || null,
    description: card.summary,
    url: card.online,
    status: 'active',
    application_process: card.duration ? `${t.items.duration}：${card.duration}` : null,
    fees_description: card.free ? [t.free, card.cost].filter(Boolean).join('；') : card.cost,
    eligibility_description: card.who,
    assured_date: card.checkedOn,
    organization: organization(card.provider, county),
  })
}

/** A service with all that belongs to it. */
export function fullService(card: PublicService, county: County): Json {
  const { id } = card
  return filled({
    ...service(card, county),
    phones: phones(card.phone, { service_id: id }),
    service_areas: [
      { id: idFor('service-area', id), service_id: id, name: county.name, extent_type: 'text' },
    ],
    service_at_locations: card.places.map((place) => serviceAtLocation(id, place, county)),
    languages: languages(card.languages, { service_id: id }),
    cost_options: [
      filled({
        id: idFor('cost-option', id),
        service_id: id,
        currency: 'CNY',
        amount: card.free ? 0 : null,
        amount_description: card.cost,
      }),
    ],
    required_documents: card.papers.map(({ name, from }, i) => ({
      id: idFor('required-document', id, String(i), name),
      service_id: id,
      document: from ? `${name}${t.paperFrom(from)}` : name,
    })),
    attributes: [
      {
        id: idFor('attribute', id, card.category),
        link_id: id,
        link_entity: 'service',
        link_type: 'service_category',
        taxonomy_term_id: taxonomyTerm(card.category).id,
        taxonomy_term: taxonomyTerm(card.category),
      },
    ],
  })
}

export function serviceAtLocation(serviceId: string, place: PublicServicePlace, county: County): Json {
  const id = serviceAtLocationId(serviceId, place.id)
  return filled({
    id,
    service_id: serviceId,
    location_id: place.id,
    description: place.note,
    schedules: (place.ownHours ?? []).map((hours, i) => schedule(hours, i, { service_at_location_id: id })),
    location: location(place, county),
  })
}

/** The id of a service at a place, as the table of services' places makes it (0025). */
export function serviceAtLocationId(ofService: string, atPlace: string): string {
  const hash = createHash('md5')
    .update(ofService + atPlace)
    .digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function location(place: PublicPlace, county: County): Json {
  const { id } = place
  return filled({
    id,
    location_type: 'physical',
    organization_id: place.keeper.id,
    name: place.name,
    languages: languages(place.languages, { location_id: id }),
    addresses: place.address ? [address(place, place.address, county)] : [],
    accessibility: place.accessibility.map((term) => ({
      id: idFor('accessibility', id, term),
      location_id: id,
      description: placeMessages.zh.access[term],
    })),
    phones: phones(place.phone, { location_id: id }),
    schedules: place.hours.map((hours, i) => schedule(hours, i, { location_id: id })),
  })
}

/** The specification asks for a postal code, which nobody here uses: it is there, and empty. */
function address(place: PublicPlace, line: string, { city, province }: County): Json {
  return filled({
    id: idFor('address', place.id),
    location_id: place.id,
    address_1: line,
    address_2: place.area,
    city,
    state_province: province,
    postal_code: '',
    country: 'CN',
    address_type: 'physical',
  })
}

function phones(kept: string | null, of: Record<string, string>): Json[] {
  if (kept === null) return []
  const [number = kept, extension] = kept.split(/(?<=\d{4})-(?=\d{1,6}$)/)
  return [
    filled({
      id: idFor('phone', ...Object.values(of), kept),
      ...of,
      number,
      extension: extension === undefined ? null : Number(extension),
      type: 'voice',
    }),
  ]
}

function languages(spoken: readonly SpokenLanguage[], of: Record<string, string>): Json[] {
  return spoken.map((language) =>
    filled({
      id: idFor('language', ...Object.values(of), language),
      ...of,
      name: placeMessages.zh.spoken[language],
      code: languageCodes[language],
    }),
  )
}

/** The specification knows weeks and months: every day is a week of seven. */
function schedule(
  hours: OwnHours & Partial<PublicHours>,
  position: number,
  of: Record<string, string>,
): Json {
  const read = readRule(hours.rule)
  const daily = read?.freq === 'DAILY' && read.interval === 1
  return filled({
    id: idFor('schedule', ...Object.values(of), String(position), hours.rule, hours.from, hours.until),
    ...of,
    valid_from: hours.validFrom,
    valid_to: hours.validTo,
    dtstart: read && read.interval > 1 ? hours.validFrom : null,
    timezone: 8,
    freq: daily ? 'WEEKLY' : read && read.freq !== 'DAILY' ? read.freq : null,
    interval: read && (daily || read.freq !== 'DAILY') ? read.interval : null,
    byday: daily
      ? weekdays.join(',')
      : read?.byDay.map(({ day, nth }) => (nth === 0 ? day : `${nth}${day}`)).join(',') || null,
    bymonthday: read?.byMonthDay.join(',') || null,
    opens_at: `${hours.from}+08:00`,
    closes_at: `${hours.until}+08:00`,
    description: hoursInWords(hours, 'zh'),
    notes: hours.holidays && hours.holidays !== 'plain' ? t.holidays[hours.holidays] : null,
  })
}

/** A page of a list, as the specification's API counts it. */
export function page(
  contents: readonly Json[],
  { total, number, size }: { total: number; number: number; size: number },
) {
  const pages = Math.max(1, Math.ceil(total / size))
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  }
}
