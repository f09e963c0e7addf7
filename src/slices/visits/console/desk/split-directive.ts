import type { Span } from '../../reading.ts'
import type { EditedText } from '../../reader/edited-text.ts'
import { originalSpan } from '../../reader/edited-text.ts'
import { type Change, type ItemKey, itemsOf, type VisitContent, type VisitDirective } from '../../visit.ts'
import { newItemKey, seenByPerson } from './item-keys.ts'
import { rankBetween } from './rank-between.ts'
import { readingOffset, spanOfWords, trimWords } from './report.ts'

/** Where a text may be split most sensibly: behind each stop, not at its very ends. */
export function splitPoints(text: string): number[] {
  const points: number[] = []
  for (const { index, 0: stop } of text.matchAll(/[，。；、：！？,;]+[”’」』）)]*/gu)) {
    const at = index + stop.length
    if (canSplitAt(text, at)) points.push(at)
  }
  return points
}

/** Whether words are left on both sides. */
export function canSplitAt(text: string, at: number): boolean {
  return trimWords(text.slice(0, at)).text !== '' && trimWords(text.slice(at)).text !== ''
}

/** The two texts that a split at `at` would leave. */
export function splitText(text: string, at: number): [string, string] {
  return [trimWords(text.slice(0, at)).text, trimWords(text.slice(at)).text]
}

/**
 * Splits a directive in two at an offset of its text. The second takes everything over but the words, stands
 * right behind the first, and both point at their own words in the report where these still stand there.
 */
export function splitDirective(content: VisitContent, key: ItemKey, at: number, text: EditedText): Change[] {
  const directives = itemsOf(content, 'directive')
  const place = directives.findIndex((one) => one.key === key)
  const before = directives[place]?.item
  if (!before || !canSplitAt(before.text, at)) return []
  const [first, second] = splitText(before.text, at)
  const firstCut = trimWords(before.text.slice(0, at)).cut
  const secondCut = at + trimWords(before.text.slice(at)).cut
  const shared = { ...before, ...seenByPerson }
  return [
    {
      item: key,
      before,
      after: {
        ...shared,
        ...saidIn(before, first),
        text: first,
        spans: spansOfPart(before, firstCut, first, text),
      },
    },
    {
      item: newItemKey('directive'),
      before: null,
      after: {
        ...shared,
        text: second,
        theme: null,
        ...saidIn(before, second),
        deadline: before.deadline && second.includes(before.deadline) ? before.deadline : null,
        spans: spansOfPart(before, secondCut, second, text),
        rank: rankBetween(before.rank, directives[place + 1]?.item.rank ?? null),
      },
    },
  ]
}

/** Means, goals and quantities go with the part that says them. */
function saidIn(directive: VisitDirective, part: string) {
  const said = (phrases: readonly string[]) => phrases.filter((phrase) => part.includes(phrase))
  const { means, goals, quantities } = directive
  return { means: said(means), goals: said(goals), quantities: said(quantities) }
}

/** The words of a part in the report; the whole directive's spans where a person has rewritten them. */
function spansOfPart(directive: VisitDirective, cut: number, part: string, text: EditedText): Span[] {
  const direct = walkSpans(directive.spans, cut, part, text)
  if (direct) return direct
  const found = spanOfWords(text, part, directive.spans[0]?.start ?? 0)
  return found ? [found] : directive.spans
}

function walkSpans(spans: readonly Span[], cut: number, part: string, text: EditedText): Span[] | null {
  const found: Span[] = []
  let words = ''
  let read = 0
  for (const span of spans) {
    const begin = readingOffset(text, span.start)
    const end = readingOffset(text, span.end)
    const from = Math.max(begin, begin + cut - read)
    const to = Math.min(end, begin + cut + part.length - read)
    if (to > from) {
      found.push(originalSpan(text, from, to))
      words += text.text.slice(from, to)
    }
    read += end - begin
  }
  return words === part ? found : null
}
