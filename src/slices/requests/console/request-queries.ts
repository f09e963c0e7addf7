import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { requestRoutes } from '../request-contract.ts'

export type RequestRow = ResponseOf<typeof requestRoutes.list>['items'][number]
export type RequestShown = ResponseOf<typeof requestRoutes.get>

/** Everything that is asked about requests; what changes one makes all of it old. */
export const requestsKey = ['requests'] as const

export function requestQuery(request: string) {
  return queryOptions({
    queryKey: [...requestsKey, 'one', request],
    queryFn: ({ signal }) => call(requestRoutes.get, { params: { request }, signal }),
  })
}

/** The codes that the demo would have sent; new ones come while somebody looks. */
export const codesQuery = queryOptions({
  queryKey: [...requestsKey, 'codes'],
  queryFn: ({ signal }) => call(requestRoutes.codes, { signal }),
  refetchInterval: 5000,
})
