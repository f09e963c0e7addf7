import { randomInt } from 'node:crypto'
import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { thePublic } from '#platform/auth/the-public.ts'
import { hoursOfPlaces, isOpenThroughout, placesByIds, type RoomRow } from '#slices/places'
import { type Asker, faultOf, type Request, type Times, waitsFor } from './booking.ts'
import { doesNotFit, timesUnfit } from './booking-problems.ts'
import { type BookingRow, insertBooking } from './booking-store.ts'
import { partsOf, takeTogether } from './take-together.ts'

/** No booking is longer, whoever asks: what takes a room for longer is a change of the place. */
const longest = 7 * 86_400_000

export interface ToMake extends Times {
  id: string
  request: Request
  series?: string | null
  guide?: string | null
}

/** Times that can be booked. Throws `timesUnfit`. */
export function timesOf({ starts, ends }: { starts: string; ends: string }): Times {
  const times = { starts: new Date(starts), ends: new Date(ends) }
  const length = times.ends.getTime() - times.starts.getTime()
  if (length <= 0 || length > longest) throw timesUnfit()
  return times
}

/** What the rules of the rooms say to a request. Throws `doesNotFit`. */
export async function judge(
  { tx, actor, now }: Work,
  place: string,
  rooms: readonly RoomRow[],
  toMake: Pick<ToMake, 'starts' | 'ends' | 'request' | 'guide'>,
): Promise<Pick<BookingRow, 'state' | 'waitsFor' | 'grace'>> {
  const { request, starts, ends, guide = null } = toMake
  const [kept] = await placesByIds(tx, [place])
  const resident = request.contact !== null || actor.person === thePublic
  const keeps = may(actor, 'booking.decide', kept ? [kept.keeper] : [])
  const asker: Asker = { keeps, resident }
  const hours = await hoursOfPlaces(tx, [place], addDays(dayOf(starts), -1))
  const inHours = isOpenThroughout(hours.get(place) ?? { rules: [], exceptions: [] }, starts, ends)
  const fault = faultOf(rooms, { starts, ends }, { party: request.party, asker, inHours, now })
  if (fault) throw doesNotFit(fault)
  const reasons = waitsFor(rooms, { starts, ends }, { kind: request.kind, guide, asker, inHours })
  const graces = rooms.flatMap(({ rules }) => rules.grace ?? [])
  return {
    state: reasons.length > 0 ? 'asked' : 'approved',
    waitsFor: reasons,
    grace: graces.length > 0 ? Math.max(...graces) : null,
  }
}

/** Takes rooms and people together and writes the booking. Throws what `judge` and `takeTogether` throw. */
export async function makeBooking(work: Work, toMake: ToMake): Promise<BookingRow> {
  const { actor, now } = work
  const { id, request, starts, ends, series = null, guide = null } = toMake
  const { rooms, place } = await partsOf(work, request.rooms)
  const judged = await judge(work, place, rooms, toMake)
  const people = guide && !request.people.includes(guide) ? [...request.people, guide] : request.people
  await takeTogether(work, { holder: { kind: 'booking', id }, starts, ends, rooms: request.rooms, people })
  const { contact, ...asked } = request
  const at = now.toISOString()
  const row: BookingRow = {
    ...asked,
    ...judged,
    id,
    place,
    people,
    guide,
    starts: starts.toISOString(),
    ends: ends.toISOString(),
    contactName: contact?.name ?? null,
    contactPhone: contact?.phone ?? null,
    organisation: actor.organisations[0] ?? null,
    series,
    code: String(randomInt(1_000_000)).padStart(6, '0'),
    version: 1,
    askedBy: actor.person,
    askedAt: at,
    decidedBy: null,
    decidedAt: judged.state === 'approved' ? at : null,
    why: null,
    cameAt: null,
    cameWho: null,
    cameCount: null,
  }
  await insertBooking(work.tx, actor.county, row)
  return row
}
