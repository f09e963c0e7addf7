import { type ItemKey, itemOf, itemsOf, type VisitContent, type VisitDirective } from '../../visit.ts'

/** Directives that stand together on the desk: under a site, for several sites, of the meeting, of the visit. */
export interface DirectiveGroup {
  /** `site:s1`, `several`, `meeting`, `visit`. */
  place: string
  directives: { key: ItemKey; item: VisitDirective; number: number }[]
}

export interface CardOrder {
  /** One group for each site, in the order of the route, then the others; the meeting and the visit last. */
  groups: DirectiveGroup[]
  /** Every item in the order in which j and k walk it. */
  keys: ItemKey[]
}

function groupOf(content: VisitContent, { places }: VisitDirective): string {
  const known = places.filter((place) => place in content)
  if (places.includes('visit') || known.length === 0) return 'visit'
  return known.length > 1 ? 'several' : known[0]!
}

/** The cards in the order of the route, each directive with its number in the order of the text. */
export function cardOrder(content: VisitContent): CardOrder {
  const sites = itemsOf(content, 'site').map(({ key }) => key)
  const all = itemsOf(content, 'directive').map((one, at) => ({ ...one, number: at + 1 }))
  const groups = [...sites, 'several', 'meeting', 'visit']
    .map((place) => ({
      place,
      directives: all.filter(({ item }) => groupOf(content, item) === place),
    }))
    .filter(({ place, directives }) => directives.length > 0 || place in content)
  const keys = [
    ...(['date', 'lead'] as const).filter((key) => itemOf(content, key)),
    ...itemsOf(content, 'companion').map(({ key }) => key),
    ...groups.flatMap(({ place, directives }) => [
      ...(place in content ? [place] : []),
      ...directives.map(({ key }) => key),
    ]),
  ]
  return { groups, keys }
}
