import { type ItemKey, sameItem, type VisitContent } from '../../visit.ts'

/** The items that are not as they were: added, changed or taken out. */
export function changedItems(before: VisitContent, after: VisitContent): ItemKey[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => !sameItem(before[key] ?? null, after[key] ?? null))
}
