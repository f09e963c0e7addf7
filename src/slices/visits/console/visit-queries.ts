import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import type { Repair } from '../reading.ts'
import type { VisitContent } from '../visit.ts'
import { visitRoutes } from '../visit-contract.ts'

export type VisitRow = ResponseOf<typeof visitRoutes.list>['items'][number]
export type HistoryRow = ResponseOf<typeof visitRoutes.history>['items'][number]

type VisitAnswer = ResponseOf<typeof visitRoutes.get>
/** A visit as the route answers it, with the shapes that the contract leaves to the noun. */
export type VisitShown = Omit<VisitAnswer, 'content' | 'repairs'> & {
  content: VisitContent
  repairs: Repair[]
}

/** Everything that is asked about visits. */
export const visitsKey = ['visits'] as const

/** How often an open draft asks whether somebody else has changed it (ms); never in a hidden window. */
const draftInterval = 15_000

export function visitQuery(visit: string) {
  return queryOptions({
    queryKey: [...visitsKey, 'one', visit],
    queryFn: async ({ client, queryKey, signal }) => {
      const fresh = (await call(visitRoutes.get, { params: { visit }, signal })) as VisitShown
      const known = client.getQueryData<VisitShown>(queryKey)
      // An answer that was on its way while a correction was saved is older than what is shown.
      return known && known.version > fresh.version && fresh.state === 'draft' ? known : fresh
    },
    refetchInterval: ({ state }) => (state.data?.state === 'draft' ? draftInterval : false),
  })
}

export function visitHistoryQuery(visit: string) {
  return queryOptions({
    queryKey: [...visitsKey, 'history', visit],
    queryFn: ({ signal }) => call(visitRoutes.history, { params: { visit }, signal }),
  })
}
