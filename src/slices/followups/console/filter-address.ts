import { forces, kinds, type LampState, states } from '../followup.ts'

/** The filters of the list as its address holds them. Lists are never empty: what is empty is left out. */
export interface Filters {
  q?: string
  lamp?: LampState[]
  state?: (typeof states)[number][]
  lead?: string[]
  supporting?: string[]
  mine?: 'true'
  visit?: string
  force?: (typeof forces)[number][]
  kind?: (typeof kinds)[number]
  theme?: string
  due_from?: string
  due_to?: string
  sort?: Sort
}

/** The lamps as people ask for them: what is late comes first. */
export const lampsByHaste = [
  'overdue',
  'near',
  'ontime',
  'waiting',
  'none',
  'done',
] as const satisfies readonly LampState[]

export const sorts = ['due', 'number', 'updated'] as const
export type Sort = (typeof sorts)[number]

type Key = keyof Filters
type Read = (texts: string[]) => string[]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const among =
  (known: readonly string[]): Read =>
  (texts) =>
    known.filter((one) => texts.includes(one))
const ids: Read = (texts) => [...new Set(texts.filter((text) => uuid.test(text)))].slice(0, 50)
const words =
  (longest: number): Read =>
  ([text = '']) =>
    [text.trim().slice(0, longest)].filter(Boolean)
const existingDay: Read = ([text = '']) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? [text] : []
}

/** In the order in which the sentence says them. What an address holds beside them is passed over. */
const reads: Record<Key, { many: boolean; read: Read }> = {
  q: { many: false, read: words(100) },
  lamp: { many: true, read: among(lampsByHaste) },
  state: { many: true, read: among(states) },
  lead: { many: true, read: ids },
  supporting: { many: true, read: ids },
  mine: { many: false, read: among(['true']) },
  visit: { many: false, read: ids },
  force: { many: true, read: among(forces) },
  kind: { many: false, read: among(kinds) },
  theme: { many: false, read: words(80) },
  due_from: { many: false, read: existingDay },
  due_to: { many: false, read: existingDay },
  sort: { many: false, read: among(sorts) },
}

const keys = Object.keys(reads) as Key[]

/** Reads the filters; a value that nobody can mean (an unknown state, 30 February) is as good as not there. */
export function filtersOf(search: URLSearchParams): Filters {
  const filters: Record<string, string | string[]> = {}
  for (const key of keys) {
    const { many, read } = reads[key]
    const [first, ...rest] = read(search.getAll(key))
    if (first === undefined || (key === 'sort' && first === 'due')) continue
    filters[key] = many ? [first, ...rest] : first
  }
  return filters
}

/** The filters as a query string, always in the same order, so that two equal ones are the same text. */
export function addressOfFilters(filters: Filters): string {
  const search = new URLSearchParams()
  for (const key of keys) {
    for (const value of [filters[key] ?? []].flat()) search.append(key, value)
  }
  return search.toString()
}

/** A saved view's query as the server keeps it. */
export function filtersOfView(query: Record<string, string | string[]>): Filters {
  const search = new URLSearchParams()
  for (const [key, values] of Object.entries(query)) {
    for (const value of [values].flat()) search.append(key, value)
  }
  return filtersOf(search)
}

/** Whether anything narrows the list: the order does not. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).some((key) => key !== 'sort')
}

/** The filters with one changed; `undefined`, '' and [] take it away. */
export function withFilter(filters: Filters, change: Partial<Filters>): Filters {
  return filtersOf(new URLSearchParams(addressOfFilters({ ...filters, ...change })))
}
