import { command } from '#platform/commands/command.ts'
import type { Request } from './booking.ts'
import { moveBookingInput } from './booking-contract.ts'
import { type BookingRow, updateBooking } from './booking-store.ts'
import { judge, timesOf } from './make-booking.ts'
import { takeBookingFor } from './take-booking.ts'
import { letGo, partsOf, takeTogether } from './take-together.ts'

/**
 * Moves a booking to another time, or into other rooms. The new ones are taken before the transaction ends, or it stays
 * where it was. What was approved is judged anew: who moves it out of the hours waits again.
 */
export const moveBooking = command('booking.move', {
  may: { permission: 'booking.request' },
  input: moveBookingInput,
  event: 'booking.moved',
  async decide(work, { booking: id, version: seen, rooms: wanted, ...to }) {
    const booking = await takeBookingFor(work, 'move', { booking: id, version: seen })
    const times = timesOf(to)
    const { rooms, place } = await partsOf(work, wanted)
    const request = { ...requestOf(booking), rooms: wanted }
    const judged = await judge(work, place, rooms, { ...times, request, guide: booking.guide })
    await letGo(work, id)
    await takeTogether(work, {
      holder: { kind: 'booking', id },
      ...times,
      rooms: wanted,
      people: booking.people,
    })
    const moved = { starts: to.starts, ends: to.ends, rooms: wanted, place }
    const decidedAt = judged.state === 'approved' ? work.now.toISOString() : null
    const version = await updateBooking(work.tx, id, { ...moved, ...judged, decidedBy: null, decidedAt })
    const { starts, ends, askedBy } = booking
    const before = { place: booking.place, rooms: booking.rooms, starts, ends }
    return {
      result: { id, state: judged.state, version },
      event: {
        about: { kind: 'booking', id },
        data: { ...before, askedBy, to: moved, state: judged.state },
      },
    }
  },
})

/** What a booking asked for. */
export function requestOf(booking: BookingRow): Request {
  const { rooms, people, kind, purpose, party, groupName, language, note, contactName, contactPhone } =
    booking
  const contact =
    contactName !== null && contactPhone !== null ? { name: contactName, phone: contactPhone } : null
  return { rooms, people, kind, purpose, party, groupName, language, note, contact }
}
