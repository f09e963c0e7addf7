import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import { placesByIds } from '#slices/places'
import { actionsFor, type BookingAction } from './booking.ts'
import { bookingWasChanged, notWithThisBooking } from './booking-problems.ts'
import { type BookingRow, takeBookingRow } from './booking-store.ts'

export const aBooking = { zh: '这项预约', en: 'This booking' }

/** A booking, held until the transaction ends. Throws `notFound`. */
export async function takeBooking({ tx }: Work, id: string): Promise<BookingRow> {
  const booking = await takeBookingRow(tx, id)
  if (!booking) throw notFound(aBooking)
  return booking
}

/** Where a command on a booking acts: at the organisation that keeps its place. Throws `notFound`. */
export async function keeperOfBooking(work: Work, input: { booking: string }): Promise<string[]> {
  const booking = await takeBooking(work, input.booking)
  const [place] = await placesByIds(work.tx, [booking.place])
  return place ? [place.keeper] : []
}

/** What an actor is to a booking in a place that `keeper` keeps. */
export function askerOf(actor: Actor, keeper: string) {
  return {
    person: actor.person,
    decides: may(actor, 'booking.decide', [keeper]),
    asks: may(actor, 'booking.request'),
  }
}

/**
 * A booking with which its actor may do this now, as its sender saw it. Throws `notFound`, `bookingWasChanged`,
 * `notWithThisBooking`, and `notAllowed` to who neither asked for it nor keeps the place.
 */
export async function takeBookingFor(
  work: Work,
  action: BookingAction,
  { booking: id, version }: { booking: string; version?: number },
): Promise<BookingRow> {
  const booking = await takeBooking(work, id)
  const { actor, now } = work
  const [place] = await placesByIds(work.tx, [booking.place])
  const asker = askerOf(actor, place?.keeper ?? '')
  if (!asker.decides && booking.askedBy !== actor.person) throw notAllowed('booking.decide')
  if (version !== undefined && booking.version !== version) throw bookingWasChanged(booking.version)
  const standing = { ...booking, starts: new Date(booking.starts), ends: new Date(booking.ends) }
  if (!actionsFor(standing, asker, now).includes(action)) throw notWithThisBooking()
  return booking
}
