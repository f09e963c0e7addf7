import { command, type Work } from '#platform/commands/command.ts'
import type { EventHandler } from '#platform/commands/run-command.ts'
import { notFound } from '#platform/http/problems.ts'
import { placesByIds } from '#slices/places'
import { isForgotten } from './booking.ts'
import { sweepInput } from './booking-contract.ts'
import { begunBookings, type BookingRow, updateBooking } from './booking-store.ts'
import { letGo } from './take-together.ts'
import { changeWait, overdueWaits, type WaitRow } from './wait-store.ts'

/** What a sweep did, as its event carries it to the handler that tells each one's story. */
interface Swept {
  released: Told[]
  lapsed: Told[]
  expired: Told[]
}
type Told = Pick<BookingRow, 'id' | 'place' | 'starts' | 'ends' | 'askedBy'>

/**
 * Lets go what nobody came to within the grace time, what nobody decided before it began, and offers that ran out, as
 * of the command's own moment. May be sent at any time, by whoever keeps the place or by housekeeping for a county.
 */
export const sweepBookings = command('booking.sweep', {
  may: {
    permission: 'booking.decide',
    async at(work, { place }) {
      return place === null ? 'county' : keeperOfPlace(work, place)
    },
  },
  input: sweepInput,
  event: 'booking.swept',
  async decide(work, { place }) {
    const { tx, now, actor, command: id } = work
    const begun = await begunBookings(tx, now, place)
    const forgotten = begun.filter((one) =>
      isForgotten({ ...one, starts: new Date(one.starts), ends: new Date(one.ends) }, now),
    )
    const undecided = begun.filter(({ state }) => state === 'asked')
    for (const one of forgotten) await end(work, one, 'released')
    for (const one of undecided) await end(work, one, 'lapsed')
    const waits = await overdueWaits(tx, now, place)
    for (const wait of waits) {
      await letGo(work, wait.id)
      await changeWait(tx, wait.id, { state: 'expired' }, now)
    }
    const swept: Swept = {
      released: forgotten.map(told),
      lapsed: undecided.map(told),
      expired: waits.map(told),
    }
    return {
      result: { released: forgotten.length, lapsed: undecided.length, expired: waits.length },
      event: {
        about: { kind: 'booking-sweep', id },
        organisation: actor.organisations[0] ?? null,
        data: { ...swept },
      },
    }
  },
})

/** Each one's own history says what became of it, and what was freed is offered to who waits. */
export const tellSwept: EventHandler = async (_work, event, emit) => {
  const { released, lapsed, expired } = event.data as unknown as Swept
  for (const { id, ...data } of released) {
    await emit({ name: 'booking.released', about: { kind: 'booking', id }, data })
  }
  for (const { id, ...data } of lapsed) {
    await emit({ name: 'booking.lapsed', about: { kind: 'booking', id }, data })
  }
  for (const { id, ...data } of expired) {
    await emit({ name: 'booking.offer-expired', about: { kind: 'booking-wait', id }, data })
  }
}

const told = ({ id, place, starts, ends, askedBy }: BookingRow | WaitRow): Told => ({
  id,
  place,
  starts,
  ends,
  askedBy,
})

async function end(work: Work, { id }: BookingRow, state: 'released' | 'lapsed'): Promise<void> {
  await letGo(work, id)
  await updateBooking(work.tx, id, { state })
}

async function keeperOfPlace({ tx }: Work, id: string): Promise<string[]> {
  const [place] = await placesByIds(tx, [id])
  if (!place) throw notFound({ zh: '这处阵地', en: 'This place' })
  return [place.keeper]
}
