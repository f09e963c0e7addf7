import type { Repair, Span } from './reading.ts'
import { repairedSlice } from './reader/repaired-slice.ts'
import { type Item, itemsOf, kindOf, type VisitContent } from './visit.ts'

/** What is needed to tell an item's words again. */
interface Told {
  original: string
  reading: { repairs: Repair[] }
  content: VisitContent
}

const noneUndone: ReadonlySet<string> = new Set()

/**
 * When a repair was taken back (or put in again), the words of every item that stand on it are told anew from the
 * original. Words that a person typed are left as they are.
 */
export function retellAfterRepairs(before: Told, content: VisitContent): VisitContent {
  const was = undoneIn(before.content)
  const is = undoneIn(content)
  const flipped = before.reading.repairs.filter((repair) => was.has(repair.id) !== is.has(repair.id))
  if (flipped.length === 0) return content
  const text = (spans: readonly Span[], undone: ReadonlySet<string>) =>
    repairedSlice({ original: before.original, repairs: before.reading.repairs }, spans, undone)
  const next: VisitContent = { ...content }
  for (const [key, item] of Object.entries(content)) {
    if (!('spans' in item)) continue
    const isText = kindOf(key) === 'directive' || kindOf(key) === 'title'
    // A text stands on all of its spans together; a name stands on each of them, and is told by the first.
    const spans = isText ? item.spans : item.spans.slice(0, 1)
    if (!spans.some((span) => flipped.some((repair) => overlaps(span, repair.span)))) continue
    const field = isText ? 'text' : 'name'
    const told = item as Item & Record<string, unknown>
    // The repaired words, or those with the repairs that had been taken back: otherwise somebody typed it.
    if (told[field] === text(spans, was) || told[field] === text(spans, noneUndone)) {
      next[key] = { ...item, [field]: text(spans, is) } as Item
    }
  }
  return next
}

function undoneIn(content: VisitContent): ReadonlySet<string> {
  return new Set(itemsOf(content, 'undone').map(({ item }) => item.id))
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
