import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { QueryOf, ResponseOf } from '#platform/contracts/route.ts'
import { serviceRoutes } from '../service-contract.ts'

export type ServiceRow = ResponseOf<typeof serviceRoutes.list>['items'][number]
export type ServiceShown = ResponseOf<typeof serviceRoutes.get>

/** Everything that is asked about services; what changes one makes all of it old. */
export const servicesKey = ['services'] as const

export function serviceQuery(service: string) {
  return queryOptions({
    queryKey: [...servicesKey, 'one', service],
    queryFn: ({ signal }) => call(serviceRoutes.get, { params: { service }, signal }),
  })
}

export function historyQuery(service: string) {
  return queryOptions({
    queryKey: [...servicesKey, 'history', service],
    queryFn: ({ signal }) => call(serviceRoutes.history, { params: { service }, signal }),
  })
}

export const countsQuery = queryOptions({
  queryKey: [...servicesKey, 'counts'],
  queryFn: ({ signal }) => call(serviceRoutes.counts, { signal }),
})

export const freshnessQuery = queryOptions({
  queryKey: [...servicesKey, 'freshness'],
  queryFn: ({ signal }) => call(serviceRoutes.freshness, { signal }),
})

/** The first few services of a place or an organisation. */
export function fewQuery(query: Pick<QueryOf<typeof serviceRoutes.list>, 'place' | 'keeper'>) {
  return queryOptions({
    queryKey: [...servicesKey, 'few', query],
    queryFn: ({ signal }) => call(serviceRoutes.list, { query: { ...query, limit: 8 }, signal }),
  })
}
