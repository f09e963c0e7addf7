import type { Work } from '#platform/commands/command.ts'
import type { EventHandler } from '#platform/commands/run-command.ts'
import { Problem } from '#platform/http/problem.ts'
import { offerEnds } from './booking.ts'
import { takeTogether } from './take-together.ts'
import { changeWait, type WaitRow, waitingFor } from './wait-store.ts'

/**
 * What was freed is offered to those who wait for it, in the order of asking, in the same transaction: an offer holds
 * the hour until it ends, so that nobody comes between. Whoever's hour is still not free goes on waiting.
 */
export const offerFreed: EventHandler = async (work, { data }, emit) => {
  const { place, starts, ends } = data as { place: string; starts: string; ends: string }
  const { tx, now } = work
  const freed = { starts: new Date(starts), ends: new Date(ends), now }
  for (const wait of await waitingFor(tx, place, freed)) {
    if (!(await hold(work, wait))) continue
    const until = offerEnds(now, new Date(wait.starts)).toISOString()
    await changeWait(tx, wait.id, { state: 'offered', offerEnds: until }, now)
    await emit({
      name: 'booking.offered',
      about: { kind: 'booking-wait', id: wait.id },
      data: { place, starts: wait.starts, ends: wait.ends, askedBy: wait.askedBy, until },
    })
  }
}

/** Holds for who waits what it waits for; false where it is still taken, or where the room was given up. */
async function hold(work: Work, { id, request, starts, ends }: WaitRow): Promise<boolean> {
  const times = { starts: new Date(starts), ends: new Date(ends) }
  try {
    const { rooms, people } = request
    await takeTogether(work, { holder: { kind: 'booking-wait', id }, ...times, rooms, people })
    return true
  } catch (error) {
    // Said before anything is written: the transaction goes on. Where the constraint said it, nothing more can.
    if (error instanceof Problem && error.code !== 'booking.taken-meanwhile') return false
    throw error
  }
}
