import { timingSafeEqual } from 'node:crypto'
import { command } from '#platform/commands/command.ts'
import { placesByIds } from '#slices/places'
import { earliestArrival, mayArrive } from './booking.ts'
import { checkInInput } from './booking-contract.ts'
import { cannotArrive, codeIsWrong } from './booking-problems.ts'
import { updateBooking } from './booking-store.ts'
import { askerOf, takeBooking } from './take-booking.ts'

/**
 * Checks in at the door those who came, whoever of them does it: who asked, who keeps the place, or who knows the six
 * digits of the booking. From then on nobody releases it.
 */
export const checkIn = command('booking.check-in', {
  may: { permission: 'booking.check-in' },
  input: checkInInput,
  event: 'booking.came',
  // Six digits are soon found from their hash.
  ledgered: ({ code: _, ...rest }) => rest,
  async decide(work, { booking: id, who, came, code }) {
    const { tx, actor, now } = work
    const booking = await takeBooking(work, id)
    const [place] = await placesByIds(tx, [booking.place])
    const known = booking.askedBy === actor.person || askerOf(actor, place?.keeper ?? '').decides
    if (!known && !(code && timingSafeEqual(Buffer.from(code), Buffer.from(booking.code))))
      throw codeIsWrong()
    const times = { starts: new Date(booking.starts), ends: new Date(booking.ends) }
    if (!mayArrive({ ...booking, ...times }, now)) throw cannotArrive(earliestArrival)
    const version = await updateBooking(tx, id, { cameAt: now.toISOString(), cameWho: who, cameCount: came })
    return {
      result: { id, state: booking.state, version },
      event: { about: { kind: 'booking', id }, data: { place: booking.place, came } },
    }
  },
})
