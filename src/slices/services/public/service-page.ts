import type { ReactNode } from 'react'
import type { PublicMode } from '#platform/public/public-page.ts'
import { all, h, list, notice, phoneLink, summaryList, written } from '#ui/public/elements.ts'
import { servicePublicMessages } from './service-public-messages.ts'

interface Phone {
  shown: string
  dialled: string
}

/** A card in words, as everyone sees it. */
export interface ServiceShown {
  id: string
  summary: string
  alsoCalled: readonly string[]
  who: string
  papers: readonly { name: string; from: string | null }[]
  free: boolean
  cost: string | null
  duration: string | null
  places: readonly {
    id: string
    name: string
    /** Those of a kind that receives people have a page. */
    hasPage: boolean
    address: string | null
    phone: Phone | null
    hours: readonly string[]
    note: string | null
  }[]
  provider: string
  phone: Phone | null
  legalBasis: string | null
  languages: readonly string[]
  online: string | null
  checkedOn: string
  stale: boolean
}

type Asked = PublicMode & { link(path: string): string }

/** One service: what it is, who may ask, what to bring, where, at what cost. */
export function servicePage({ language, kiosk, link }: Asked, service: ServiceShown): ReactNode {
  const t = servicePublicMessages[language]
  const { papers, places, phone, online, legalBasis, languages, duration, alsoCalled } = service
  return all(
    service.stale ? notice(t.stale, h('p', null, t.staleHint)) : null,
    h('p', { className: 'written' }, service.summary),
    alsoCalled.length > 0 ? h('p', { className: 'faint' }, t.also(alsoCalled.join(t.comma))) : null,
    summaryList([
      { title: t.who, value: written(service.who) },
      {
        title: t.papers,
        value:
          papers.length === 0
            ? t.noPapers
            : list(
                papers.map(({ name, from }) => name + (from ? t.paperFrom(from) : '')),
                'plain-list',
              ),
      },
      {
        title: t.cost,
        value: service.free
          ? [t.free, service.cost].filter(Boolean).join(' · ')
          : (service.cost ?? t.notFree),
      },
      ...(duration ? [{ title: t.duration, value: duration }] : []),
      ...(phone ? [{ title: t.phone, value: phoneLink(phone.shown, phone.dialled, kiosk) }] : []),
      ...(online
        ? [
            {
              title: t.online,
              value: kiosk || !safe(online) ? online : h('a', { href: online, rel: 'nofollow' }, online),
            },
          ]
        : []),
      { title: t.provider, value: service.provider },
      ...(languages.length > 0 ? [{ title: t.languages, value: languages.join(t.comma) }] : []),
      ...(legalBasis ? [{ title: t.legalBasis, value: legalBasis }] : []),
    ]),
    h('h2', null, t.where),
    places.length === 0 ? h('p', null, t.noWhere) : null,
    ...places.map((place) =>
      all(
        h('h3', null, place.hasPage ? h('a', { href: link(`/places/${place.id}`) }, place.name) : place.name),
        place.address ? h('address', null, place.address) : null,
        place.phone ? h('p', null, phoneLink(place.phone.shown, place.phone.dialled, kiosk)) : null,
        place.hours.length > 0 ? list(place.hours) : null,
        place.note ? h('p', { className: 'faint' }, place.note) : null,
      ),
    ),
    h('p', { className: 'faint' }, t.checked(service.checkedOn)),
    h('p', { className: 'no-print' }, h('a', { href: link(`/tell?about=service:${service.id}`) }, t.tell)),
  )
}

/** Only an address of the web is a link. */
const safe = (address: string) => /^https?:\/\//i.test(address)

/** Services in a list: what, by whom. */
export function serviceRows(
  { link }: Pick<Asked, 'link'>,
  services: readonly { id: string; name: string; note: string }[],
): ReactNode {
  return h(
    'ul',
    { className: 'rows' },
    ...services.map(({ id, name, note }) =>
      h('li', null, h('a', { href: link(`/services/${id}`) }, name), h('p', null, note)),
    ),
  )
}

/** The services by category. */
export function servicesPage(
  { language, link }: Pick<Asked, 'language' | 'link'>,
  shown: {
    category: string | null
    categories: readonly { category: string; name: string; count: number }[]
    services: readonly { id: string; name: string; note: string }[]
    next: string | null
  },
): ReactNode {
  const t = servicePublicMessages[language]
  const { category, categories, services, next } = shown
  const chip = (value: string | null, label: string) =>
    value === category
      ? h('strong', { 'aria-current': 'page' }, label)
      : h('a', { href: link(value ? `/services?category=${value}` : '/services') }, label)
  const further = new URLSearchParams({ ...(category && { category }), ...(next && { after: next }) })
  return all(
    h(
      'nav',
      { 'aria-label': t.category },
      list(
        [chip(null, t.any), ...categories.map((one) => chip(one.category, t.counted(one.name, one.count)))],
        'chips',
      ),
    ),
    services.length === 0 ? h('p', null, t.none) : serviceRows({ link }, services),
    next
      ? h('p', null, h('a', { className: 'button quiet', href: link(`/services?${further}`) }, t.more))
      : null,
  )
}
