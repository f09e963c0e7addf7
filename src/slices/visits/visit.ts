import type { DirectiveWords, Reading, Remark, Span } from './reading.ts'

/**
 * A visit as people correct it. It starts as what the reader took and stays a proposal until it is confirmed.
 * Everything in it is an item with a key of its own, so that two people can correct different things at once
 * and neither overwrites the other. Pure rules, no I/O: the desk and the server ask the same functions.
 */

/** How sure an item is: the reader's confidence and reason, or 1 and `person` once somebody has looked at it. */
interface Sure {
  confidence: number
  reason: string
}

export interface VisitPerson extends Sure {
  name: string
  titles: string[]
  spans: Span[]
  rank: number
}

/** A place or an organisation that the county knows already. */
export interface KnownRef {
  kind: 'place' | 'organisation'
  id: string
}

/** By what it was recognised: its full name, another name, a short form; or a person said so. */
export const knownBy = ['name', 'alias', 'short', 'person'] as const

export interface Known extends KnownRef {
  by: (typeof knownBy)[number]
}

export interface VisitSite extends Sure {
  name: string
  /** The town, park or county that only holds it. */
  holder: Remark | null
  /** Things inside it that were looked at. */
  parts: Remark[]
  seen: Remark[]
  praised: Remark[]
  spans: Span[]
  rank: number
  /** What of the county it is; null where nothing is known, or a person said that it is none. */
  known: Known | null
  /** Several that it may be equally well: a person is asked, nothing is guessed. Empty once somebody has said. */
  possible: Known[]
}

export interface VisitMeeting extends Sure {
  name: string
  seen: Remark[]
  praised: Remark[]
  spans: Span[]
}

export interface VisitDate extends Sure {
  /** `YYYY-MM-DD`; `--MM-DD` while the year is missing; `unknown` once a person says so; null where none was found. */
  value: string | null
  spans: Span[]
}

export interface VisitDirective extends Sure, DirectiveWords {
  /** Keys of sites (`site:s1`), `meeting`, or `visit`. Never empty. */
  places: string[]
  spans: Span[]
  rank: number
}

export interface ItemTypes {
  title: { text: string; spans: Span[] }
  date: VisitDate
  lead: VisitPerson
  meeting: VisitMeeting
  companion: VisitPerson
  site: VisitSite
  directive: VisitDirective
  /** A repair that a person took back. */
  undone: { id: string }
}

export type ItemKind = keyof ItemTypes

/** `date`, `lead`, `meeting`, `title`, or `companion:p1`, `site:s1`, `directive:d1`, `undone:r7`. */
export type ItemKey = string

export type Item = ItemTypes[ItemKind]

/** All items of a visit, by key. */
export type VisitContent = Record<ItemKey, Item>

/** One correction: what the person saw, and what it shall be. `null` where the item was not, or shall not be. */
export interface Change {
  item: ItemKey
  before: Item | null
  after: Item | null
}

export const visitStates = ['draft', 'confirmed', 'dismissed'] as const
export type VisitState = (typeof visitStates)[number]

/** Below this the desk asks before anything else. */
export const surenessToAsk = 0.75

export function kindOf(key: ItemKey): ItemKind {
  return key.split(':')[0] as ItemKind
}

/** The items of one kind with their keys, in their order. */
export function itemsOf<K extends ItemKind>(
  content: VisitContent,
  kind: K,
): { key: ItemKey; item: ItemTypes[K] }[] {
  return Object.entries(content)
    .filter(([key]) => kindOf(key) === kind)
    .map(([key, item]) => ({ key, item: item as ItemTypes[K] }))
    .sort((a, b) => rankOf(a.item) - rankOf(b.item) || (a.key < b.key ? -1 : 1))
}

function rankOf(item: Item): number {
  return 'rank' in item ? item.rank : 0
}

export function itemOf<K extends ItemKind>(content: VisitContent, key: K): ItemTypes[K] | null {
  return (content[key] as ItemTypes[K] | undefined) ?? null
}

/** A site of which nobody has said yet what of the county it is. */
export const notKnown = { known: null, possible: [] } as const satisfies Pick<VisitSite, 'known' | 'possible'>

/** Content as it was stored before sites and directives had all of their fields, with those fields empty. */
export function wholeContent(stored: VisitContent): VisitContent {
  return Object.fromEntries(
    Object.entries(stored).map(([key, item]) => {
      const kind = kindOf(key)
      if (kind === 'site') return [key, { holder: null, parts: [], ...notKnown, ...item }]
      if (kind === 'directive') return [key, { means: [], goals: [], quantities: [], ...item }]
      return [key, item]
    }),
  )
}

export function sameKnown(a: KnownRef | null, b: KnownRef | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** What the reader took, as the first content of a visit. */
export function contentOf(reading: Reading): VisitContent {
  const content: VisitContent = {
    date: {
      value: reading.date,
      spans: reading.dateInfo.spans,
      confidence: reading.dateInfo.confidence,
      reason: reading.dateInfo.reason,
    },
  }
  if (reading.title) content.title = reading.title
  const person = (one: NonNullable<Reading['lead']>, rank: number): VisitPerson => ({
    name: one.name,
    titles: one.titles,
    spans: one.spans,
    rank,
    confidence: one.confidence,
    reason: one.reason,
  })
  if (reading.lead) content.lead = person(reading.lead, 0)
  reading.companions.forEach((one, i) => {
    content[`companion:p${i + 1}`] = person(one, i + 1)
  })
  reading.sites.forEach(({ id, aliases: _, ...site }, i) => {
    content[`site:${id}`] = { ...site, ...notKnown, rank: i + 1 }
  })
  if (reading.meeting) content.meeting = reading.meeting
  const siteKeys = new Map(reading.sites.map((site) => [site.name, `site:${site.id}`]))
  reading.directives.forEach((one, i) => {
    const { text, force, subject, theme, means, goals, quantities, measurable, deadline } = one
    const words = { text, force, subject, theme, means, goals, quantities, measurable, deadline }
    const { spans, confidence, reason } = one
    const places = one.places.map((place) => siteKeys.get(place) ?? place)
    content[`directive:${one.id}`] = { ...words, places, spans, confidence, reason, rank: i + 1 }
  })
  return content
}

/** Whether two items say the same. Key order does not count. */
export function sameItem(a: Item | null, b: Item | null): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`
}

/** The changes whose `before` is not what stands there now: somebody else was quicker. */
export function conflictsOf(content: VisitContent, changes: readonly Change[]): Change[] {
  return changes.filter(({ item, before }) => !sameItem(content[item] ?? null, before))
}

export function applyChanges(content: VisitContent, changes: readonly Change[]): VisitContent {
  const next = { ...content }
  for (const { item, after } of changes) {
    if (after === null) delete next[item]
    else next[item] = after
  }
  return next
}

/** What lies between two contents, as changes. */
export function changedContent(before: VisitContent, after: VisitContent): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((item): Change => ({ item, before: before[item] ?? null, after: after[item] ?? null }))
    .filter((change) => !sameItem(change.before, change.after))
}

/** The changes that take these back. */
export function inverseOf(changes: readonly Change[]): Change[] {
  return changes.map(({ item, before, after }) => ({ item, before: after, after: before })).reverse()
}

/** Items that the reader is not sure of and nobody has looked at, least sure first. */
export function itemsToAsk(content: VisitContent): { key: ItemKey; item: Item }[] {
  return Object.entries(content)
    .filter(([, item]) => 'confidence' in item && item.confidence < surenessToAsk)
    .map(([key, item]) => ({ key, item }))
    .sort((a, b) => sureness(a.item) - sureness(b.item))
}

/** Sites that may be several things of the county, in their order: somebody has to say which. */
export function sitesToPlace(content: VisitContent): { key: ItemKey; item: VisitSite }[] {
  return itemsOf(content, 'site').filter(({ item }) => item.known === null && item.possible.length > 1)
}

function sureness(item: Item): number {
  return 'confidence' in item ? item.confidence : 1
}

export type ConfirmFault = 'no-directives' | 'year-missing' | 'no-date' | 'no-place'

/** Why a visit cannot be confirmed yet; empty when it can. A missing year is asked for, never guessed. */
export function faultsBeforeConfirming(content: VisitContent): ConfirmFault[] {
  const faults: ConfirmFault[] = []
  const date = itemOf(content, 'date')?.value ?? null
  if (date === null) faults.push('no-date')
  else if (date.startsWith('--')) faults.push('year-missing')
  const directives = itemsOf(content, 'directive')
  if (directives.length === 0) faults.push('no-directives')
  const known = (place: string) => place === 'visit' || place in content
  if (directives.some(({ item }) => item.places.length === 0 || !item.places.every(known)))
    faults.push('no-place')
  return faults
}

/** A directive's places by name, for those who do not have the visit's content at hand. */
export function placesOf(
  content: VisitContent,
  directive: VisitDirective,
): { kind: 'site' | 'meeting' | 'visit'; name: string }[] {
  return directive.places.map((place) => {
    if (place === 'visit') return { kind: 'visit', name: '' }
    const item = content[place] as VisitSite | VisitMeeting | undefined
    return { kind: place === 'meeting' ? 'meeting' : 'site', name: item?.name ?? '' }
  })
}
