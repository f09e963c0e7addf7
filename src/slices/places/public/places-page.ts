import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import { all, button, h, selectField } from '#ui/public/elements.ts'
import { placePublicMessages } from './place-public-messages.ts'

interface Shown {
  kind: string | null
  /** Nine digits. */
  area: string | null
  kinds: readonly { kind: string; name: string; count: number }[]
  areas: readonly { code: string; name: string }[]
  places: readonly { id: string; name: string; kind: string; where: string | null; phone: string | null }[]
  /** The last one of this page, where another page follows. */
  next: string | null
}

/** The places by kind and town. */
export function placesPage(
  { language, link }: { language: Language; link(path: string): string },
  { kind, area, kinds, areas, places, next }: Shown,
): ReactNode {
  const t = placePublicMessages[language]
  return all(
    h(
      'form',
      { className: 'filters', method: 'get', action: link('/places') },
      selectField({
        id: 'kind',
        label: t.kind,
        value: kind ?? '',
        any: t.anyKind,
        options: kinds.map((one) => ({ value: one.kind, label: t.counted(one.name, one.count) })),
      }),
      areas.length > 0
        ? selectField({
            id: 'area',
            label: t.area,
            value: area ?? '',
            any: t.anyArea,
            options: areas.map(({ code, name }) => ({ value: code, label: name })),
          })
        : null,
      button(t.show),
    ),
    places.length === 0 ? h('p', null, t.none) : null,
    h(
      'ul',
      { className: 'rows' },
      ...places.map((place) =>
        h(
          'li',
          null,
          h('a', { href: link(`/places/${place.id}`) }, place.name),
          h('p', null, [place.kind, place.where, place.phone].filter(Boolean).join(' · ')),
        ),
      ),
    ),
    next
      ? h('p', null, h('a', { className: 'button quiet', href: link(nextAddress(kind, area, next)) }, t.more))
      : null,
  )
}

function nextAddress(kind: string | null, area: string | null, after: string): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(area && { area }), after })
  return `/places?${query}`
}
