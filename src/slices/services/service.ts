import { addDays, type Day } from '#platform/clock/working-days.ts'
import type { SpokenLanguage } from '#slices/places/contract'

/** What a service is about, in the words of the field; the order is the one in which lists offer them. */
export const serviceCategories = [
  'workers',
  'women-children',
  'childcare',
  'youth',
  'volunteering',
  'red-cross',
  'disability',
  'elderly',
  'legal-aid',
  'jobs',
  'hardship',
  'mind',
  'culture',
  'papers',
  'other',
] as const
export type ServiceCategory = (typeof serviceCategories)[number]

/** A paper that is asked for, and where one gets it. */
export interface Paper {
  name: string
  from: string | null
}

/** When a service is given: a rule by RFC 5545 (`FREQ=WEEKLY;BYDAY=MO,TU`) with the hours of such a day. */
export interface OwnHours {
  rule: string
  /** `09:00`, in China. */
  from: string
  until: string
}

/** A place where a service is given; `hours` is null where the hours are those of the place. */
export interface ServicePlace {
  place: string
  hours: OwnHours[] | null
  note: string | null
}

/** How much of each text a card takes: it is read on a small telephone. */
export const longest = {
  name: 40,
  nameEn: 80,
  alsoCalled: 30,
  summary: 400,
  who: 400,
  paper: 60,
  from: 120,
  cost: 120,
  duration: 80,
  note: 120,
  legalBasis: 300,
  online: 300,
  reason: 200,
} as const
export const most = { alsoCalled: 12, papers: 20, places: 50, hours: 7 } as const

/** What can be said of a service and changed. */
export interface ServiceFacts {
  name: string
  nameEn: string | null
  /** What people call it or would type to find it. */
  alsoCalled: string[]
  summary: string
  summaryEn: string | null
  category: ServiceCategory
  who: string
  papers: Paper[]
  free: boolean
  /** What it costs where it is not free; of a free one, what must be paid all the same. */
  cost: string | null
  duration: string | null
  places: ServicePlace[]
  keeper: string
  keeperPerson: string | null
  phone: string | null
  legalBasis: string | null
  languages: SpokenLanguage[]
  online: string | null
}

export const factItems = [
  'name',
  'nameEn',
  'alsoCalled',
  'summary',
  'summaryEn',
  'category',
  'who',
  'papers',
  'free',
  'cost',
  'duration',
  'places',
  'keeper',
  'keeperPerson',
  'phone',
  'legalBasis',
  'languages',
  'online',
] as const satisfies readonly (keyof ServiceFacts)[]
export type FactItem = (typeof factItems)[number]

/** One thing that is changed: what its sender saw there, and what shall stand there. */
export type FactChange = {
  [Item in FactItem]: { item: Item; before: ServiceFacts[Item]; after: ServiceFacts[Item] }
}[FactItem]

/** Those changes whose sender saw something else than what stands there now. */
export function conflictsOf(service: ServiceFacts, changes: readonly FactChange[]): FactChange[] {
  return changes.filter(({ item, before }) => !same(service[item], before))
}

/** The card with the changes; a change that changes nothing is as good as none. */
export function withChanges(
  service: ServiceFacts,
  changes: readonly FactChange[],
): { facts: ServiceFacts; changes: FactChange[] } {
  const real = changes.filter(({ item, after }) => !same(service[item], after))
  return {
    facts: { ...factsOf(service), ...Object.fromEntries(real.map(({ item, after }) => [item, after])) },
    changes: real,
  }
}

/** What is said of a service, without what else its record holds. */
export function factsOf(service: ServiceFacts): ServiceFacts {
  return Object.fromEntries(factItems.map((item) => [item, service[item]])) as unknown as ServiceFacts
}

/** The same value whatever the order of its keys: a database keeps objects in an order of its own. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, inOrder(held)]),
  )
}

/** How long a card may go unchecked, in days: it is stale after the first term, and hidden after the second. */
export interface Freshness {
  staleAfter: number
  /** Counted from the day on which it became stale. */
  hideAfter: number
}

export const usualFreshness: Freshness = { staleAfter: 180, hideAfter: 60 }
export const freshnessTerm = { least: 7, most: 1095 } as const

/** What of a card tells how fresh it is. */
export interface Checked {
  /** The day in China on which somebody last said: this is still so. */
  checkedOn: Day
  withdrawnAt: string | null
}

/** The first day on which a card is stale, and the first on which the public no longer sees it. */
export function termsOf({ checkedOn }: Pick<Checked, 'checkedOn'>, freshness: Freshness = usualFreshness) {
  const staleOn = addDays(checkedOn, freshness.staleAfter)
  return { staleOn, hiddenOn: addDays(staleOn, freshness.hideAfter) }
}

export const serviceStates = ['fresh', 'stale', 'hidden', 'withdrawn'] as const
export type ServiceState = (typeof serviceStates)[number]

/** How a card stands on a day. */
export function stateOf(card: Checked, today: Day, freshness: Freshness = usualFreshness): ServiceState {
  if (card.withdrawnAt !== null) return 'withdrawn'
  const { staleOn, hiddenOn } = termsOf(card, freshness)
  if (today >= hiddenOn) return 'hidden'
  return today >= staleOn ? 'stale' : 'fresh'
}

/** Whether the public sees a card on a day: a stale one yes, with the day of its last check, a hidden one no. */
export function isPublic(card: Checked, today: Day, freshness: Freshness = usualFreshness): boolean {
  const state = stateOf(card, today, freshness)
  return state === 'fresh' || state === 'stale'
}

/** The last days of a check with which a card is stale, or hidden, today: for asking a table. */
export function lastChecks(today: Day, { staleAfter, hideAfter }: Freshness) {
  return { stale: addDays(today, -staleAfter), hidden: addDays(today, -staleAfter - hideAfter) }
}

export const serviceActions = ['change', 'check', 'withdraw', 'restore'] as const
export type ServiceAction = (typeof serviceActions)[number]

/** What somebody may do with a card now: `keeps` looks after it. */
export function actionsFor(
  service: Pick<Checked, 'withdrawnAt'>,
  asker: { keeps: boolean },
): ServiceAction[] {
  if (!asker.keeps) return []
  return service.withdrawnAt === null ? ['change', 'check', 'withdraw'] : ['restore']
}
