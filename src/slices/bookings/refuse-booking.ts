import { command } from '#platform/commands/command.ts'
import { refuseBookingInput } from './booking-contract.ts'
import { updateBooking } from './booking-store.ts'
import { keeperOfBooking, takeBookingFor } from './take-booking.ts'
import { letGo } from './take-together.ts'

/** Refuses a booking, and says why; its rooms are free again. */
export const refuseBooking = command('booking.refuse', {
  may: { permission: 'booking.decide', at: keeperOfBooking },
  input: refuseBookingInput,
  event: 'booking.refused',
  async decide(work, { booking: id, version: seen, reason }) {
    const { tx, actor, now } = work
    const { place, starts, ends, askedBy } = await takeBookingFor(work, 'refuse', {
      booking: id,
      version: seen,
    })
    await letGo(work, id)
    const decided = { decidedBy: actor.person, decidedAt: now.toISOString() }
    const version = await updateBooking(tx, id, { state: 'refused', why: reason, ...decided })
    return {
      result: { id, state: 'refused' as const, version },
      event: { about: { kind: 'booking', id }, data: { place, starts, ends, askedBy, reason } },
    }
  },
})
