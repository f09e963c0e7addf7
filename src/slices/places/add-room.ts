import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { deepestPart } from './room.ts'
import { addRoomInput } from './room-contract.ts'
import { partTooLarge, roomClosed, roomNameHeld, roomTooDeep } from './room-problems.ts'
import { holdRooms, insertRoom, roomsOfPlaces } from './room-store.ts'
import { aRoom } from './take-room.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/**
 * Registers a room of a place, or a part of one. From its first part on a room is divided: who takes it takes all its
 * parts. What was booked before stays booked, of the whole and so of the new part too.
 */
export const addRoom = command('room.add', {
  may: { permission: 'place.manage', at: keeperOf },
  input: addRoomInput,
  event: 'place.room-added',
  async decide(work, { place, room: id, parent: above, rules, ...facts }) {
    const { tx, actor, now } = work
    await takeOpenPlace(work, place)
    await holdRooms(tx, actor.county, 'divide')
    const rooms = await roomsOfPlaces(tx, [place])
    const parent = above === null ? null : rooms.find((one) => one.id === above)
    if (parent === undefined) throw notFound(aRoom)
    if (parent?.closedAt) throw roomClosed(parent.name)
    if (parent && parent.path.length >= deepestPart) throw roomTooDeep(parent.name)
    if (parent && facts.capacity > parent.capacity) throw partTooLarge(parent.name, parent.capacity)
    const held = rooms.some((one) => one.closedAt === null && one.name === facts.name)
    if (held) throw roomNameHeld(facts.name)
    const path = [...(parent?.path ?? []), id]
    const by = { addedBy: actor.person, addedAt: now.toISOString() }
    await insertRoom(tx, { ...facts, county: actor.county, id, place, parent: above, path, ...by }, rules)
    return {
      result: { id, version: 1 },
      event: {
        about: { kind: 'place', id: place },
        data: { room: id, text: facts.name, parent: above, ...facts, rules },
      },
    }
  },
})
