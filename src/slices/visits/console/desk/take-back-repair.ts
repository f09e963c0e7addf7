import type { Repair } from '../../reading.ts'
import { retellAfterRepairs } from '../../retell-after-repairs.ts'
import { applyChanges, type Change, itemsOf, type VisitContent } from '../../visit.ts'
import type { Report } from './report.ts'

/** The repairs that people took back. */
export function undoneRepairs(content: VisitContent): ReadonlySet<string> {
  return new Set(itemsOf(content, 'undone').map(({ item }) => item.id))
}

/** A damaged character has nothing to take back. */
export function canBeTakenBack({ kind }: Pick<Repair, 'kind'>): boolean {
  return kind !== 'broken-character'
}

/** Takes repairs back, or makes them again where they were taken back. */
export function toggleRepairs(
  content: VisitContent,
  repairs: readonly Repair[],
  takeBack: boolean,
): Change[] {
  const undone = undoneRepairs(content)
  return repairs
    .filter((repair) => canBeTakenBack(repair) && undone.has(repair.id) !== takeBack)
    .map(({ id }) => {
      const mark = { id }
      return { item: `undone:${id}`, before: takeBack ? null : mark, after: takeBack ? mark : null }
    })
}

/** What the visit is after changes, as the server will have it: words that stand on a repair follow it. */
export function contentAfter(
  report: Report,
  content: VisitContent,
  changes: readonly Change[],
): VisitContent {
  const told = { original: report.original, reading: { repairs: report.repairs }, content }
  return retellAfterRepairs(told, applyChanges(content, changes))
}
