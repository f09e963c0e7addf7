import type { Repair, RepairKind, Span } from '../reading.ts'

/** A replacement of `[start, end)`; an insertion has `start === end`. */
export interface Edit {
  start: number
  end: number
  after: string
  kind: RepairKind
}

/**
 * A text under repair: how it reads now, and for each of its code units which stretch of the original it
 * stands for. Units that were replaced together share one stretch.
 */
export interface EditedText {
  original: string
  text: string
  /** In the original, sorted, never overlapping. */
  edits: Edit[]
  from: Uint32Array
  to: Uint32Array
}

export function untouched(original: string): EditedText {
  return assemble(original, [])
}

/** Applies sorted, non-overlapping edits of the original. Linear in the length of both texts. */
export function assemble(original: string, edits: Edit[]): EditedText {
  const parts: string[] = []
  let length = original.length
  for (const { start, end, after } of edits) length += after.length - (end - start)
  const from = new Uint32Array(length)
  const to = new Uint32Array(length)
  let at = 0
  let read = 0
  const copyUntil = (stop: number) => {
    if (stop <= read) return
    parts.push(original.slice(read, stop))
    for (let i = read; i < stop; i++, at++) {
      from[at] = i
      to[at] = i + 1
    }
    read = stop
  }
  for (const { start, end, after } of edits) {
    copyUntil(start)
    parts.push(after)
    from.fill(start, at, at + after.length)
    to.fill(end, at, at + after.length)
    at += after.length
    read = end
  }
  copyUntil(original.length)
  return { original, text: parts.join(''), edits, from, to }
}

/** Adds edits that were found on the text as it reads now (sorted, not overlapping); folds them into earlier ones. */
export function edit(current: EditedText, found: Edit[]): EditedText {
  if (found.length === 0) return current
  const edits: Edit[] = []
  let earlier = 0
  for (const next of found) {
    const moved = inOriginal(current, next)
    while (earlier < current.edits.length && isBefore(current.edits[earlier]!, moved)) {
      edits.push(current.edits[earlier++]!)
    }
    let kind = next.kind
    while (earlier < current.edits.length && current.edits[earlier]!.end <= moved.end) {
      const swallowed = current.edits[earlier++]!
      if (swallowed.after !== '' && kind !== 'boilerplate') kind = swallowed.kind
    }
    const last = edits.at(-1)
    if (last && last.end > moved.start) continue
    if (current.original.slice(moved.start, moved.end) !== moved.after) edits.push({ ...moved, kind })
  }
  while (earlier < current.edits.length) edits.push(current.edits[earlier++]!)
  return assemble(current.original, edits)
}

function isBefore(earlier: Edit, moved: Edit): boolean {
  return earlier.end <= moved.start && !(earlier.start === moved.start && earlier.end === moved.end)
}

/** Widens an edit to whole replaced groups, since half a replacement has no place in the original. */
function inOriginal(current: EditedText, next: Edit): Edit {
  const { from, to, text } = current
  let { start, end } = next
  const joined = (a: number, b: number) => from[a] === from[b] && to[a] === to[b]
  while (start > 0 && start < text.length && joined(start - 1, start)) start--
  while (end > 0 && end < text.length && joined(end - 1, end)) end++
  const after = text.slice(start, next.start) + next.after + text.slice(next.end, end)
  const originalStart = start < text.length ? from[start]! : current.original.length
  const originalEnd = end > start ? to[end - 1]! : originalStart
  return { start: originalStart, end: originalEnd, after, kind: next.kind }
}

/** Where a stretch of the text as it reads now stands in the original. */
export function originalSpan(current: EditedText, start: number, end: number): Span {
  if (end <= start) {
    const at = start < current.text.length ? current.from[start]! : current.original.length
    return { start: at, end: at }
  }
  return { start: current.from[start]!, end: current.to[end - 1]! }
}

export function asRepairs(edits: Edit[], original: string): Repair[] {
  return edits.map((one, index) => ({
    id: `r${index + 1}`,
    kind: one.kind,
    span: { start: one.start, end: one.end },
    before: original.slice(one.start, one.end),
    after: one.after,
  }))
}
