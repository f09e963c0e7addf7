import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { bookingRoutes } from '../booking-contract.ts'

export type BookingShown = ResponseOf<typeof bookingRoutes.get>
export type WeekShown = ResponseOf<typeof bookingRoutes.week>

/** Everything that is asked about bookings; what changes one makes all of it old. */
export const bookingsKey = ['bookings'] as const

export function bookingQuery(booking: string) {
  return queryOptions({
    queryKey: [...bookingsKey, 'one', booking],
    queryFn: ({ signal }) => call(bookingRoutes.get, { params: { booking }, signal }),
  })
}

export function weekQuery(place: string, from: string) {
  return queryOptions({
    queryKey: [...bookingsKey, 'week', place, from],
    queryFn: ({ signal }) => call(bookingRoutes.week, { params: { place }, query: { from }, signal }),
  })
}
