import { type Change, type ItemKey, itemsOf, kindOf, type VisitContent } from '../../visit.ts'
import { rankBetween } from './rank-between.ts'

/** Moves a site along the route, or a directive or companion among its kind, by one place. */
export function moveItem(content: VisitContent, key: ItemKey, by: 1 | -1): Change[] {
  const kind = kindOf(key)
  if (kind !== 'site' && kind !== 'directive' && kind !== 'companion') return []
  const all = itemsOf(content, kind)
  const at = all.findIndex((one) => one.key === key)
  const before = all[at]?.item
  if (!before || !all[at + by]) return []
  const [left, right] = by === 1 ? [at + 1, at + 2] : [at - 2, at - 1]
  const rank = rankBetween(all[left]?.item.rank ?? null, all[right]?.item.rank ?? null)
  return [{ item: key, before, after: { ...before, rank } }]
}
