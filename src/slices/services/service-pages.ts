import type { PublicAsked, PublicDoor, PublicFound, PublicPage } from '#platform/public/public-page.ts'
import { theCounty } from '#slices/organisations'
import { placesForResidents } from '#slices/places'
import { dialled, placeMessages } from '#slices/places/contract'
import { type ServiceShown, servicePage, serviceRows, servicesPage } from './public/service-page.ts'
import { servicePublicMessages } from './public/service-public-messages.ts'
import { publicPlacesByIds } from './public-places.ts'
import {
  countPublicServices,
  type PublicService,
  publicService,
  publicServices,
  publicServicesAt,
  publicServicesByIds,
} from './public-services.ts'
import { searchServices } from './search-services.ts'
import { serviceCategories } from './service.ts'
import { serviceJsonLd } from './service-json-ld.ts'
import { serviceMessages } from './service-messages.ts'

const perPage = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const list: PublicPage = {
  path: '/services',
  asks: ['category', 'after'],
  async show(asked) {
    const { tx, language, query, link } = asked
    const t = servicePublicMessages[language]
    const names = serviceMessages[language].categories
    const category = serviceCategories.find((one) => one === query.get('category'))
    const after = query.get('after') ?? ''
    const { items, next } = await publicServices(tx, asked, {
      category,
      after: uuid.test(after) ? after : undefined,
      limit: perPage,
    })
    const counts = await countPublicServices(tx, asked)
    return {
      title: category ? names[category] : t.services,
      description: t.listDescription,
      above: category ? [{ title: t.services, path: '/services' }] : [],
      main: servicesPage(
        { language, link },
        {
          category: category ?? null,
          categories: counts.map((one) => ({ ...one, name: names[one.category] })),
          services: items.map((one) => rowOf(asked, one)),
          next,
        },
      ),
    }
  },
}

const one: PublicPage = {
  path: '/services/:service',
  async show(asked) {
    const { tx, language, params, whole } = asked
    const id = params.service ?? ''
    const service = uuid.test(id) ? await publicService(tx, id, asked) : null
    if (!service) return null
    const county = await theCounty(tx)
    const name = (language === 'en' ? county?.nameEn : county?.name) ?? ''
    const withPage = await placesForResidents(
      tx,
      service.places.map((place) => place.id),
    )
    const t = servicePublicMessages[language]
    return {
      title: service.name,
      description: [...service.summary.replaceAll('\n', ' ')].slice(0, 120).join(''),
      above: [
        { title: t.services, path: '/services' },
        {
          title: serviceMessages[language].categories[service.category],
          path: `/services?category=${service.category}`,
        },
      ],
      record: { kind: 'service', id },
      main: servicePage(asked, inWords(service, language, new Set(withPage.map((place) => place.id)))),
      data: serviceJsonLd(service, { language, county: name, url: whole(`/services/${id}`) }),
    }
  },
}

function inWords(
  service: PublicService,
  language: PublicAsked['language'],
  withPage: ReadonlySet<string>,
): ServiceShown {
  const phone = (kept: string | null) => (kept === null ? null : { shown: kept, dialled: dialled(kept) })
  const { spoken } = placeMessages[language]
  return {
    ...service,
    provider: service.provider.name,
    phone: phone(service.phone),
    languages: service.languages.map((each) => spoken[each]),
    places: service.places.map((place) => ({
      id: place.id,
      name: place.name,
      hasPage: withPage.has(place.id),
      address: [place.area, place.address].filter(Boolean).join(' ') || null,
      phone: phone(place.phone),
      hours: place.ownHoursInWords ?? place.hoursInWords,
      note: place.note,
    })),
  }
}

function rowOf({ language }: Pick<PublicAsked, 'language'>, service: PublicService) {
  const t = servicePublicMessages[language]
  const note = [service.provider.name, service.free ? t.free : null, service.phone]
    .filter(Boolean)
    .join(' · ')
  return { id: service.id, name: service.name, note }
}

/** Services and places by what somebody types. A place that has no page is left out. */
async function find(asked: PublicAsked, words: string, limit: number): Promise<PublicFound[]> {
  const { tx, language, today } = asked
  const t = servicePublicMessages[language]
  const hits = await searchServices(tx, words, limit, today)
  const ids = (kind: 'service' | 'place') => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id)
  const services = new Map(
    (await publicServicesByIds(tx, ids('service'), asked)).map((each) => [each.id, each]),
  )
  const open = (await placesForResidents(tx, ids('place'))).map((place) => place.id)
  const places = new Map((await publicPlacesByIds(tx, open, asked)).map((place) => [place.id, place]))
  return hits.flatMap(({ id, calledAs }) => {
    const also = calledAs === null ? [] : [t.calledAs(calledAs)]
    const service = services.get(id)
    if (service) {
      const note = [t.service, rowOf(asked, service).note, ...also].join(' · ')
      return [{ title: service.name, path: `/services/${id}`, note }]
    }
    const place = places.get(id)
    if (!place) return []
    const note = [placeMessages[language].kinds[place.kind], place.area, place.phone, ...also].filter(Boolean)
    return [{ title: place.name, path: `/places/${id}`, note: note.join(' · ') }]
  })
}

const { zh, en } = servicePublicMessages

/** What the services show to everyone, and the search over them and the places. */
export const servicesPublic: PublicDoor = {
  pages: [list, one],
  home: [
    {
      title: { zh: zh.find, en: en.find },
      lead: { zh: zh.findLead, en: en.findLead },
      path: '/services',
      order: 10,
    },
  ],
  search: { heading: { zh: zh.search, en: en.search }, find },
  panels: [
    {
      on: 'place',
      async show(asked, id) {
        const services = await publicServicesAt(asked.tx, id, asked)
        if (services.length === 0) return null
        const rows = services.map((each) => rowOf(asked, each))
        return { heading: servicePublicMessages[asked.language].atPlace, main: serviceRows(asked, rows) }
      },
    },
  ],
}
