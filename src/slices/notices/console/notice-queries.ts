import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { noticeRoutes } from '../notice-contract.ts'

export type OutboxRow = ResponseOf<typeof noticeRoutes.outbox>['items'][number]
export type NoticeShown = ResponseOf<typeof noticeRoutes.get>
export type AlarmShown = ResponseOf<typeof noticeRoutes.alarms>['items'][number]
export type CallShown = ResponseOf<typeof noticeRoutes.calls>['items'][number]
export type OwnNotice = ResponseOf<typeof noticeRoutes.mine>['items'][number]
export type Settings = ResponseOf<typeof noticeRoutes.settings>

/** Everything that is asked about notices; what changes one makes all of it old. */
export const noticesKey = ['notices'] as const
/** What waits for the one who looks holds alarms too. */
export const todayKey = ['today'] as const

const half = 30_000

export const channelsQuery = queryOptions({
  queryKey: [...noticesKey, 'channels'],
  queryFn: ({ signal }) => call(noticeRoutes.about, { signal }),
})

/** What is on its way changes by itself: the page looks again while something waits. */
export function noticeQuery(notice: string) {
  return queryOptions({
    queryKey: [...noticesKey, 'one', notice],
    queryFn: ({ signal }) => call(noticeRoutes.get, { params: { notice }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((one) => one.state === 'waiting' && one.channel !== 'call') ? 2_000 : false,
  })
}

export const alarmsQuery = queryOptions({
  queryKey: [...noticesKey, 'alarms'],
  queryFn: ({ signal }) => call(noticeRoutes.alarms, { signal }),
  refetchInterval: half * 2,
})

export const callsQuery = queryOptions({
  queryKey: [...noticesKey, 'calls'],
  queryFn: ({ signal }) => call(noticeRoutes.calls, { signal }),
})

export const settingsQuery = queryOptions({
  queryKey: [...noticesKey, 'settings'],
  queryFn: ({ signal }) => call(noticeRoutes.settings, { signal }),
})

export const stopsQuery = queryOptions({
  queryKey: [...noticesKey, 'stops'],
  queryFn: ({ signal }) => call(noticeRoutes.stops, { signal }),
})

export const deadJobsQuery = queryOptions({
  queryKey: ['jobs', 'dead'],
  queryFn: ({ signal }) => call(noticeRoutes.deadJobs, { signal }),
})

export function addressesQuery(person: string) {
  return queryOptions({
    queryKey: [...noticesKey, 'addresses', person],
    queryFn: ({ signal }) => call(noticeRoutes.addresses, { params: { person }, signal }),
  })
}
