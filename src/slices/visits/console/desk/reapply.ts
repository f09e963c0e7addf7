import { type Item, sameItem } from '../../visit.ts'

/**
 * A change made again on what stands there now: what the person changed is as they wanted it, what they left alone
 * stays as the other person made it.
 */
export function reapply(before: Item | null, after: Item | null, now: Item | null): Item | null {
  if (!before || !after || !now) return after
  const was: Record<string, unknown> = { ...before }
  const changed = Object.entries(after).filter(([field, value]) => !sameValue(was[field], value))
  return { ...now, ...Object.fromEntries(changed) }
}

function sameValue(a: unknown, b: unknown): boolean {
  return sameItem({ value: a } as Item & { value: unknown }, { value: b } as Item & { value: unknown })
}
