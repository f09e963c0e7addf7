import type { Repair } from '../../reading.ts'
import type { Report } from './report.ts'

/** Repairs that are told together, because they changed the same place: `統(tǒng)` became `统`. */
export interface RepairGroups {
  groups: readonly (readonly Repair[])[]
  /** The group of each repair, by its place in the list of repairs. */
  of: Int32Array
}

/** From this many characters on, a deletion is shown as a gap and not at the character before it. */
const longDeletion = 12

/** Whether nothing of a repair can be seen in the repaired text, but perhaps the end of a line. */
export function isUnseen({ after }: Repair): boolean {
  return after.trim() === ''
}

function isLong(repair: Repair): boolean {
  return isUnseen(repair) && repair.before.trim().length > longDeletion
}

/** Whether so much was deleted at one place that the reader should see the gap. */
export function leavesGap(group: readonly Repair[]): boolean {
  return group.every(isUnseen) && group.some(isLong)
}

/** Groups neighbours so that each group leaves at most one repaired stretch to be seen. */
export function groupRepairs({ original, repairs }: Report): RepairGroups {
  const groups: Repair[][] = []
  const of = new Int32Array(repairs.length)
  repairs.forEach((repair, at) => {
    const group = groups.at(-1)
    if (group && belongs(repair, group, original)) group.push(repair)
    else groups.push([repair])
    of[at] = groups.length - 1
  })
  return { groups, of }
}

function belongs(repair: Repair, group: readonly Repair[], original: string): boolean {
  const last = group.at(-1)!
  const between = original.slice(last.span.end, repair.span.start)
  const seen = !isUnseen(repair)
  const groupIsSeen = !group.every(isUnseen)
  if (between !== '' && (between.trim() !== '' || seen || groupIsSeen)) return false
  if (seen) return !groupIsSeen && !group.some(isLong)
  return !(isLong(repair) && groupIsSeen)
}
