import { command, type Work } from '#platform/commands/command.ts'
import type { Request, Times } from './booking.ts'
import { waitInput } from './booking-contract.ts'
import { isFree } from './booking-problems.ts'
import { judge, timesOf } from './make-booking.ts'
import { clashesWith, cleared, partsOf } from './take-together.ts'
import { insertWait } from './wait-store.ts'

/** Waits for an hour that is taken. When it is freed, it is offered to who waits, in the order of asking. */
export const waitForRoom = command('booking.wait', {
  may: { permission: 'booking.request' },
  input: waitInput,
  event: 'booking.waited',
  async decide(work, { wait: id, starts, ends, ...request }) {
    const place = await putOnList(work, { id, request, ...timesOf({ starts, ends }) })
    return {
      result: { id },
      event: { about: { kind: 'booking-wait', id }, data: { place, starts, ends, rooms: request.rooms } },
    }
  },
})

/** Writes a wait. Throws `isFree` where there is nothing to wait for, and what `judge` throws. Returns the place. */
export async function putOnList(work: Work, wait: Times & { id: string; request: Request }): Promise<string> {
  const { tx, actor, now } = work
  const { id, request, starts, ends } = wait
  const { rooms, place, parts } = await partsOf(work, request.rooms)
  await judge(work, place, rooms, { starts, ends, request })
  const held = { starts, ends: cleared(ends, rooms) }
  const clashes = await clashesWith(tx, { parts, people: request.people }, held)
  if (clashes.length === 0) throw isFree()
  const times = { starts: starts.toISOString(), ends: ends.toISOString() }
  const asked = { askedBy: actor.person, askedAt: now.toISOString() }
  await insertWait(tx, actor.county, { id, place, request, ...times, ...asked })
  return place
}
