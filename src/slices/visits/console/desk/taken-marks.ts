import type { Span } from '../../reading.ts'
import type { Item, ItemKey, VisitContent } from '../../visit.ts'
import { kindOf } from '../../visit.ts'

/** What a stretch of the text was taken as; each has its colour and its line, the title is set as a heading. */
export type TakenAs = 'title' | 'date' | 'person' | 'site' | 'seen' | 'praised' | 'directive'

/** The order in which the legend tells them. */
export const takenAs = ['date', 'person', 'site', 'seen', 'praised', 'directive'] as const

export interface TakenMark extends Span {
  key: ItemKey
  as: TakenAs
}

const kinds: Partial<Record<ReturnType<typeof kindOf>, TakenAs>> = {
  title: 'title',
  date: 'date',
  lead: 'person',
  companion: 'person',
  site: 'site',
  meeting: 'site',
  directive: 'directive',
}

/** Everything that was taken out of the text, by where it begins; the longer one first. */
export function takenMarks(content: VisitContent): TakenMark[] {
  const marks: TakenMark[] = []
  for (const [key, item] of Object.entries(content)) {
    const as = kinds[kindOf(key)]
    if (!as) continue
    for (const span of spansOf(item)) marks.push({ ...span, key, as })
    if (!('seen' in item)) continue
    for (const { spans } of item.seen) for (const span of spans) marks.push({ ...span, key, as: 'seen' })
    for (const { spans } of item.praised)
      for (const span of spans) marks.push({ ...span, key, as: 'praised' })
  }
  return marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end)
}

export function spansOf(item: Item): readonly Span[] {
  return 'spans' in item ? item.spans : []
}
