/** A rank between two neighbours; `null` where there is none on that side. */
export function rankBetween(before: number | null, after: number | null): number {
  if (before === null) return after === null ? 1 : after - 1
  return after === null ? before + 1 : (before + after) / 2
}
