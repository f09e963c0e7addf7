import { command } from '#platform/commands/command.ts'
import { approveBookingInput } from './booking-contract.ts'
import { notWithThisBooking } from './booking-problems.ts'
import { updateBooking } from './booking-store.ts'
import { letGo, takeTogether } from './take-together.ts'
import { keeperOfBooking, takeBookingFor } from './take-booking.ts'

/**
 * Approves a booking as its sender saw it: one that was moved meanwhile is not approved. A group's visit is approved
 * with its guide, who is taken together with the rooms.
 */
export const approveBooking = command('booking.approve', {
  may: { permission: 'booking.decide', at: keeperOfBooking },
  input: approveBookingInput,
  event: 'booking.approved',
  async decide(work, { booking: id, version: seen, guide }) {
    const { tx, actor, now } = work
    const booking = await takeBookingFor(work, 'approve', { booking: id, version: seen })
    const leads = guide ?? booking.guide
    if (booking.kind === 'visit' && leads === null) throw notWithThisBooking()
    const people = leads && !booking.people.includes(leads) ? [...booking.people, leads] : booking.people
    if (people !== booking.people) {
      await letGo(work, id)
      const [starts, ends] = [new Date(booking.starts), new Date(booking.ends)]
      await takeTogether(work, {
        holder: { kind: 'booking', id },
        starts,
        ends,
        rooms: booking.rooms,
        people,
      })
    }
    const decided = { decidedBy: actor.person, decidedAt: now.toISOString() }
    const version = await updateBooking(tx, id, { state: 'approved', people, guide: leads, ...decided })
    const { place, starts, ends, askedBy } = booking
    return {
      result: { id, state: 'approved' as const, version },
      event: { about: { kind: 'booking', id }, data: { place, starts, ends, askedBy, guide: leads } },
    }
  },
})
