import type { Span } from '../../reading.ts'
import { type Change, type ItemKey, itemsOf, notKnown, type VisitContent } from '../../visit.ts'
import { newItemKey, seenByPerson } from './item-keys.ts'
import { rankBetween } from './rank-between.ts'

/** Words that a person marked in the report or typed; without a span where the report does not hold them. */
export interface ChosenWords {
  text: string
  span: Span | null
}

export type Addable = 'directive' | 'site' | 'companion' | 'lead' | 'meeting'

/** Adds what the reader has missed, at its place in the order of the text. One change, of a new key. */
export function addFromText(content: VisitContent, as: Addable, words: ChosenWords): Change {
  const shared = { spans: words.span ? [words.span] : [], ...seenByPerson }
  switch (as) {
    case 'directive':
      return added(newItemKey('directive'), {
        text: words.text,
        force: /希望|期望/.test(words.text) ? 'hoped' : /建议/.test(words.text) ? 'advised' : 'should',
        subject: null,
        theme: null,
        means: [],
        goals: [],
        quantities: [],
        measurable: false,
        deadline: null,
        places: placesAround(content, words.span),
        ...shared,
        rank: rankInText(content, 'directive', words.span),
      })
    case 'site':
      return added(newItemKey('site'), {
        name: words.text,
        holder: null,
        parts: [],
        seen: [],
        praised: [],
        ...notKnown,
        ...shared,
        rank: rankInText(content, 'site', words.span),
      })
    case 'companion':
      return added(newItemKey('companion'), {
        ...personOf(words.text),
        ...shared,
        rank: rankInText(content, 'companion', words.span),
      })
    case 'lead':
      return added('lead', { ...personOf(words.text), ...shared, rank: 0 })
    case 'meeting':
      return added('meeting', { name: words.text, seen: [], praised: [], ...shared })
  }
}

function added(item: ItemKey, after: Change['after']): Change {
  return { item, before: null, after }
}

/** `县委书记 余力`: the last word is the name, what stands before it are the titles. */
export function personOf(words: string): { name: string; titles: string[] } {
  const parts = words.split(/[\s、，,]+/u).filter(Boolean)
  return { name: parts.at(-1) ?? words, titles: parts.slice(0, -1) }
}

/** Behind the last of its kind that begins before it in the text; at the end where its place is not known. */
function rankInText(
  content: VisitContent,
  kind: 'directive' | 'site' | 'companion',
  span: Span | null,
): number {
  const all = itemsOf(content, kind)
  const behind = span ? all.findIndex(({ item }) => (item.spans[0]?.start ?? -1) > span.start) : -1
  const at = behind < 0 ? all.length : behind
  return rankBetween(all[at - 1]?.item.rank ?? null, all[at]?.item.rank ?? null)
}

/** The places of the directive before it, else the site or meeting named last before it, else the visit. */
export function placesAround(content: VisitContent, span: Span | null): string[] {
  if (!span) return ['visit']
  let last = { start: -1, places: ['visit'] }
  const offer = (start: number, places: string[]) => {
    if (start <= span.start && start > last.start) last = { start, places }
  }
  for (const { key, item } of itemsOf(content, 'site')) for (const one of item.spans) offer(one.start, [key])
  for (const { item } of itemsOf(content, 'meeting'))
    for (const one of item.spans) offer(one.start, ['meeting'])
  for (const { item } of itemsOf(content, 'directive')) {
    for (const one of item.spans) offer(one.start, item.places)
  }
  return last.places
}
