import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { takeOfferInput } from './booking-contract.ts'
import { offerIsOver } from './booking-problems.ts'
import { makeBooking } from './make-booking.ts'
import { letGo } from './take-together.ts'
import { changeWait, takeWaitRow } from './wait-store.ts'

/** Takes the hour that is offered: what was held for who waits becomes a booking, by the same rules as any other. */
export const takeOffer = command('booking.take-offer', {
  may: { permission: 'booking.request' },
  input: takeOfferInput,
  event: 'booking.offer-taken',
  async decide(work, { wait: id, booking }) {
    const { tx, now } = work
    const wait = await takeWaitRow(tx, id)
    if (wait?.askedBy !== work.actor.person) throw notFound({ zh: '这项候补', en: 'This wait' })
    if (wait.state !== 'offered' || wait.offerEnds === null || new Date(wait.offerEnds) <= now)
      throw offerIsOver()
    const { request, starts, ends } = wait
    await letGo(work, id)
    const times = { starts: new Date(starts), ends: new Date(ends) }
    const { place, state } = await makeBooking(work, { id: booking, request, ...times })
    await changeWait(tx, id, { state: 'taken', booking }, now)
    return {
      result: { id: booking, state, version: 1 },
      event: { about: { kind: 'booking', id: booking }, data: { place, starts, ends, state, wait: id } },
    }
  },
})
