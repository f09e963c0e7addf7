import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** Reads one filter from the address; what it does not know is as good as not set. */
export type AddressFilter<Value extends string> = (text: string) => Value | undefined

/** One of a few known values. */
export function oneOf<const Value extends string>(...values: Value[]): AddressFilter<Value> {
  return (text) => values.find((value) => value === text)
}

/** Any short text: the id of a record, words to search for. */
export function anyText(longest = 200): AddressFilter<string> {
  return (text) => text.trim().slice(0, longest) || undefined
}

/** A calendar day, `YYYY-MM-DD`, that exists. */
export function aDay(): AddressFilter<string> {
  return (text) => {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
  }
}

export type FilterSchema = Record<string, AddressFilter<string>>
export type FilterValues<Schema extends FilterSchema> = {
  [Key in keyof Schema]?: Schema[Key] extends AddressFilter<infer Value> ? Value : never
}

export function readFilters<Schema extends FilterSchema>(
  schema: Schema,
  search: URLSearchParams,
): FilterValues<Schema> {
  const values: Record<string, string> = {}
  for (const [key, read] of Object.entries(schema)) {
    const text = search.get(key)
    const value = text === null ? undefined : read(text)
    if (value !== undefined) values[key] = value
  }
  return values as FilterValues<Schema>
}

/** The address with some filters changed; `undefined` takes one away. Other parameters stay. */
export function writeFilters(
  search: URLSearchParams,
  change: Record<string, string | undefined>,
): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(key)
    else next.set(key, value)
  }
  return next
}

export interface AddressFilters<Schema extends FilterSchema> {
  values: FilterValues<Schema>
  /** How many filters are set. */
  count: number
  /** `replace` keeps the back button from stepping through every letter that was typed. */
  set: (change: Partial<Record<keyof Schema, string | undefined>>, how?: { replace?: boolean }) => void
  clear: () => void
  /** The filters alone as a query string, in the order of the schema: what a saved view keeps. */
  search: string
}

/**
 * Filters that live in the address, so that a list can be sent to a colleague, saved, and found again with
 * the back button. `schema` must be a constant outside the component.
 */
export function useAddressFilters<Schema extends FilterSchema>(schema: Schema): AddressFilters<Schema> {
  const [params, setParams] = useSearchParams()
  const values = useMemo(() => readFilters(schema, params), [schema, params])
  const set = useCallback<AddressFilters<Schema>['set']>(
    (change, how) => setParams((now) => writeFilters(now, change), { ...how, preventScrollReset: true }),
    [setParams],
  )
  const clear = useCallback(
    () =>
      set(
        Object.fromEntries(Object.keys(schema).map((key) => [key, undefined])) as Parameters<typeof set>[0],
      ),
    [schema, set],
  )
  const search = new URLSearchParams(values as Record<string, string>).toString()
  return { values, count: Object.keys(values).length, set, clear, search }
}
