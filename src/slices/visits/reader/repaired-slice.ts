import type { Reading, Repair, Span } from '../reading.ts'

/**
 * What the spans of a value read like, with the repairs that a person undid left out. Spans are joined
 * without anything between them. Without `undone` the result is the value's own text.
 */
export function repairedSlice(
  reading: Pick<Reading, 'original' | 'repairs'>,
  spans: readonly Span[],
  undone: ReadonlySet<string> = new Set(),
): string {
  return spans.map((span) => sliceOf(reading, span, undone)).join('')
}

function sliceOf(
  { original, repairs }: Pick<Reading, 'original' | 'repairs'>,
  span: Span,
  undone: ReadonlySet<string>,
): string {
  let text = ''
  let read = span.start
  for (let i = firstInside(repairs, span.start); i < repairs.length; i++) {
    const repair = repairs[i]!
    if (repair.span.end > span.end) break
    if (undone.has(repair.id) || repair.span.start < read) continue
    if (isAtEdge(repair, span)) continue
    text += original.slice(read, repair.span.start) + repair.after
    read = repair.span.end
  }
  return text + original.slice(read, span.end)
}

/** An insertion at the very edge stands beside the value, not in it. */
function isAtEdge(repair: Repair, span: Span): boolean {
  return (
    repair.span.start === repair.span.end &&
    (repair.span.start === span.start || repair.span.end === span.end)
  )
}

function firstInside(repairs: readonly Repair[], start: number): number {
  let low = 0
  let high = repairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (repairs[middle]!.span.start < start) low = middle + 1
    else high = middle
  }
  return low
}
