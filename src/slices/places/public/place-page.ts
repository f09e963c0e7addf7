import type { ReactNode } from 'react'
import type { PublicMode } from '#platform/public/public-page.ts'
import { all, h, list, phoneLink, summaryList } from '#ui/public/elements.ts'
import { closesAt, type Span } from '../hours.ts'
import { placePublicMessages } from './place-public-messages.ts'

/** A place as everyone sees it: who minds it is not told, nor the keeper's notes. */
export interface PlaceShown {
  id: string
  name: string
  kind: string
  address: string | null
  /** Town and village. */
  where: string | null
  phone: { shown: string; dialled: string } | null
  keeper: string | null
  access: readonly string[]
  languages: readonly string[]
  /** Day by day, today first; null where nobody said any. */
  hours: readonly { day: string; spans: readonly Span[]; why: string | null }[] | null
  above: readonly { id: string; name: string }[]
  below: readonly { id: string; name: string }[]
}

type Asked = PublicMode & { link(path: string): string }

/** One place: where it is, whom to call, when it is open, how to get in. */
export function placePage({ language, kiosk, link }: Asked, place: PlaceShown): ReactNode {
  const t = placePublicMessages[language]
  const { address, where, phone, keeper, access, languages, hours, above, below } = place
  const linked = (each: { id: string; name: string }) =>
    h('a', { href: link(`/places/${each.id}`) }, each.name)
  return all(
    h('p', { className: 'lead' }, [place.kind, where].filter(Boolean).join(' · ')),
    summaryList([
      { title: t.address, value: h('address', null, address ?? t.noAddress) },
      ...(phone ? [{ title: t.phone, value: phoneLink(phone.shown, phone.dialled, kiosk) }] : []),
      ...(keeper ? [{ title: t.keeper, value: keeper }] : []),
      ...(languages.length > 0 ? [{ title: t.languages, value: languages.join(t.comma) }] : []),
      ...(above.length > 0 ? [{ title: t.above, value: list(above.map(linked), 'plain-list') }] : []),
    ]),
    h('h2', null, t.hours),
    hours ? hoursTable(language, hours) : h('p', null, t.noHours),
    h('h2', null, t.access),
    access.length > 0 ? list(access) : h('p', null, t.noAccess),
    below.length > 0 ? all(h('h2', null, t.below), list(below.map(linked))) : null,
    h('p', { className: 'no-print' }, h('a', { href: link(`/tell?about=place:${place.id}`) }, t.tell)),
  )
}

function hoursTable(language: PublicMode['language'], hours: NonNullable<PlaceShown['hours']>): ReactNode {
  const t = placePublicMessages[language]
  return summaryList(
    hours.map(({ day, spans, why }) => ({
      title: dayInWords(day, language),
      value: all(
        spans.length === 0 ? t.closed : spans.map((span) => spanInWords(span, t.nextDay)).join(t.comma),
        why ? h('span', { className: 'faint' }, ` ${why}`) : null,
      ),
    })),
  )
}

function spanInWords(span: Span, nextDay: string): string {
  const end = closesAt(span)
  return `${span.opens}–${end.nextDay ? nextDay : ''}${end.time}`
}

function dayInWords(day: string, language: PublicMode['language']): string {
  const t = placePublicMessages[language]
  const date = new Date(`${day}T00:00:00Z`)
  return t.day(date.getUTCMonth() + 1, date.getUTCDate(), t.weekdays[date.getUTCDay()] ?? '')
}

/** For search engines and chat apps: schema.org's Place, and its hours by day. */
export function placeData(place: PlaceShown): Record<string, unknown> {
  const { name, address, where, phone, hours, access } = place
  return {
    '@type': 'CivicStructure',
    name,
    ...(address || where
      ? { address: { '@type': 'PostalAddress', streetAddress: address ?? where, addressCountry: 'CN' } }
      : {}),
    ...(phone && { telephone: phone.shown }),
    ...(access.length > 0 && {
      amenityFeature: access.map((term) => ({
        '@type': 'LocationFeatureSpecification',
        name: term,
        value: true,
      })),
    }),
    ...(hours && {
      openingHoursSpecification: hours.flatMap(({ day, spans }) =>
        spans.map((span) => ({
          '@type': 'OpeningHoursSpecification',
          validFrom: day,
          validThrough: day,
          opens: span.opens,
          closes: closesAt(span).time,
        })),
      ),
    }),
  }
}
