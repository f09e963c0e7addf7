import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { placeRoutes } from '../place-contract.ts'

export type PlaceRow = ResponseOf<typeof placeRoutes.list>['items'][number]
export type PlaceShown = ResponseOf<typeof placeRoutes.get>

/** Everything that is asked about places; what changes one makes all of it old. */
export const placesKey = ['places'] as const

export function placeQuery(place: string) {
  return queryOptions({
    queryKey: [...placesKey, 'one', place],
    queryFn: ({ signal }) => call(placeRoutes.get, { params: { place }, signal }),
  })
}

export function historyQuery(place: string) {
  return queryOptions({
    queryKey: [...placesKey, 'history', place],
    queryFn: ({ signal }) => call(placeRoutes.history, { params: { place }, signal }),
  })
}

export const countsQuery = queryOptions({
  queryKey: [...placesKey, 'counts'],
  queryFn: ({ signal }) => call(placeRoutes.counts, { signal }),
})

/** The county's villages do not change while somebody looks. */
export const villagesQuery = queryOptions({
  queryKey: ['county-villages'],
  queryFn: ({ signal }) => call(placeRoutes.villages, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** So many places of one level stand in the tree before a button asks for more. */
export const treePage = 100

/** The open places directly below one, or at the top (`top`), page by page in the order of pinyin. */
export function belowQuery(parent: string) {
  return infiniteQueryOptions({
    queryKey: [...placesKey, 'below', parent],
    queryFn: ({ pageParam, signal }) =>
      call(placeRoutes.list, { query: { parent, after: pageParam, limit: treePage }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
