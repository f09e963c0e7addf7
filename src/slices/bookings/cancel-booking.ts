import { command } from '#platform/commands/command.ts'
import { cancelBookingInput } from './booking-contract.ts'
import { updateBooking } from './booking-store.ts'
import { takeBookingFor } from './take-booking.ts'
import { letGo } from './take-together.ts'

/** Cancels a booking: who asked for it, or who keeps the place. */
export const cancelBooking = command('booking.cancel', {
  may: { permission: 'booking.request' },
  input: cancelBookingInput,
  event: 'booking.cancelled',
  async decide(work, { booking: id, version: seen, reason }) {
    const { place, starts, ends, askedBy } = await takeBookingFor(work, 'cancel', {
      booking: id,
      version: seen,
    })
    await letGo(work, id)
    const version = await updateBooking(work.tx, id, { state: 'cancelled', why: reason })
    return {
      result: { id, state: 'cancelled' as const, version },
      event: { about: { kind: 'booking', id }, data: { place, starts, ends, askedBy, reason } },
    }
  },
})
