import { command } from '#platform/commands/command.ts'
import { requestBookingInput } from './booking-contract.ts'
import { makeBooking, timesOf } from './make-booking.ts'

/**
 * Asks for rooms, with the people who must be there: all of it is taken, or nothing. Who asks gets it at once, or waits
 * for the keeper, as the rules of the rooms say; meanwhile nobody else gets it.
 */
export const requestBooking = command('booking.request', {
  may: { permission: 'booking.request' },
  input: requestBookingInput,
  event: 'booking.asked',
  async decide(work, { booking: id, starts, ends, ...request }) {
    const { place, rooms, state, waitsFor } = await makeBooking(work, {
      id,
      request,
      ...timesOf({ starts, ends }),
    })
    return {
      result: { id, state, version: 1 },
      event: { about: { kind: 'booking', id }, data: { place, rooms, starts, ends, state, waitsFor } },
    }
  },
})
