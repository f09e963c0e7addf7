import type { EventHandler } from '#platform/commands/run-command.ts'
import type { Work } from '#platform/commands/command.ts'
import type { EventDraft } from '#platform/events/event.ts'
import { newId } from '#platform/records/new-id.ts'
import { roomsByIds, roomsOfPlaces, undividedParts } from '#slices/places'
import { type BookingRow, liveBookings, updateBooking } from './booking-store.ts'
import { deleteHoldsByIds, type Hold, holdsOfRooms, insertHolds } from './hold-store.ts'
import { letGo } from './take-together.ts'

type Emit = (event: EventDraft) => Promise<void>

/** A place that is closed takes its coming bookings with it; each of them is told so, with the reason. */
export const endWithPlace: EventHandler = async (work, { about, data }, emit) => {
  const { reason } = data as { reason: string }
  await endAll(work, await liveBookings(work.tx, about.id, work.now), reason, emit)
}

/** So does a room that is given up, and what is left of the whole is divided anew. */
export const endWithRoom: EventHandler = async (work, { about, data }, emit) => {
  const { rooms, why } = data as { rooms: string[]; why: string }
  await endAll(work, await liveBookings(work.tx, about.id, work.now, rooms), why, emit)
  const [room] = await roomsByIds(work.tx, rooms.slice(0, 1))
  if (room) await divideAnew(work, room.path)
}

/** What was booked as a whole before it was divided is booked in all its parts after. */
export const holdNewParts: EventHandler = async (work, { data }) => {
  const [room] = await roomsByIds(work.tx, [(data as { room: string }).room])
  if (room && room.path.length > 1) await divideAnew(work, room.path.slice(0, -1))
}

async function endAll(work: Work, bookings: readonly BookingRow[], why: string, emit: Emit): Promise<void> {
  // All of them first: what one frees must not be offered in a place that is closed.
  for (const { id } of bookings) {
    await letGo(work, id)
    await updateBooking(work.tx, id, { state: 'cancelled', why })
  }
  for (const { id, place, starts, ends, askedBy } of bookings) {
    const data = { place, starts, ends, askedBy, reason: why, byPlace: true }
    await emit({ name: 'booking.cancelled', about: { kind: 'booking', id }, data })
  }
}

/** Holds of these rooms that are not over are of the parts that the rooms have now. */
async function divideAnew({ tx, actor, now }: Work, rooms: readonly string[]): Promise<void> {
  const [first] = await roomsByIds(tx, rooms.slice(0, 1))
  if (!first) return
  const all = await roomsOfPlaces(tx, [first.place])
  const byTaking = new Map<string, Hold[]>()
  for (const hold of await holdsOfRooms(tx, rooms, now)) {
    const key = `${hold.holder} ${hold.room} ${hold.starts}`
    byTaking.set(key, [...(byTaking.get(key) ?? []), hold])
  }
  for (const holds of byTaking.values()) {
    const [one] = holds
    if (!one?.room) continue
    const parts = undividedParts(one.room, all)
    const gone = holds.filter(({ resource }) => !parts.includes(resource))
    const come = parts.filter((part) => !holds.some(({ resource }) => resource === part))
    await deleteHoldsByIds(
      tx,
      gone.map(({ id }) => id),
    )
    await insertHolds(
      tx,
      actor.county,
      come.map((resource) => ({ ...one, id: newId(now), resource })),
    )
  }
}
