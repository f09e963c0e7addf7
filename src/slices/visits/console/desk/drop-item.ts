import { type Change, type ItemKey, itemsOf, kindOf, type VisitContent } from '../../visit.ts'

/**
 * Takes an item out. The directives of a site or meeting that goes are kept: they move to their other places,
 * or to the whole visit where they have none.
 */
export function dropItem(content: VisitContent, key: ItemKey): Change[] {
  const dropped = content[key]
  if (!dropped || key === 'date') return []
  const isPlace = kindOf(key) === 'site' || kindOf(key) === 'meeting'
  const moved = isPlace ? directivesAt(content, key) : []
  return [
    { item: key, before: dropped, after: null },
    ...moved.map(({ key: item, item: before }) => {
      const places = before.places.filter((place) => place !== key)
      return { item, before, after: { ...before, places: places.length > 0 ? places : ['visit'] } }
    }),
  ]
}

export function directivesAt(content: VisitContent, place: ItemKey) {
  return itemsOf(content, 'directive').filter(({ item }) => item.places.includes(place))
}
