import type { Repair } from '../../reading.ts'

/** Repairs that are told together, because they changed the same character: `統(tǒng)` became `统`. */
export interface RepairGroups {
  groups: readonly (readonly Repair[])[]
  /** The group of each repair, by its place in the list of repairs. */
  of: Int32Array
}

/** A deletion of this many characters is shown as a gap of its own and not at the character before it. */
export const longDeletion = 12

export function isLongDeletion({ before, after }: Repair): boolean {
  return after === '' && (before.length > longDeletion || /\n\s*\S/.test(before))
}

/** Groups neighbours so that each group leaves at most one repaired stretch to be seen. */
export function groupRepairs(repairs: readonly Repair[]): RepairGroups {
  const groups: Repair[][] = []
  const of = new Int32Array(repairs.length)
  let shown = false
  repairs.forEach((repair, at) => {
    const last = repairs[at - 1]
    const touches = last !== undefined && last.span.end === repair.span.start && !isLongDeletion(last)
    if (touches && !isLongDeletion(repair) && !(shown && repair.after !== '')) groups.at(-1)!.push(repair)
    else {
      groups.push([repair])
      shown = false
    }
    shown ||= repair.after !== ''
    of[at] = groups.length - 1
  })
  return { groups, of }
}
