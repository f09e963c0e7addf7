import { command } from '#platform/commands/command.ts'
import { closeRoomInput } from './room-contract.ts'
import { closeRooms, roomsOfPlaces } from './room-store.ts'
import { keeperOfRoom, takeRoom } from './take-room.ts'

/** Gives a room up, and its parts with it. Whoever keeps bookings hears the event and tells those who booked. */
export const closeRoom = command('room.close', {
  may: { permission: 'place.manage', at: keeperOfRoom },
  input: closeRoomInput,
  event: 'place.room-closed',
  async decide(work, { room: id, reason }) {
    const { tx, actor, now } = work
    const room = await takeRoom(work, id)
    const rooms = (await roomsOfPlaces(tx, [room.place]))
      .filter((one) => one.closedAt === null && one.path.includes(id))
      .map((one) => one.id)
    await closeRooms(tx, rooms, { person: actor.person, at: now.toISOString(), why: reason })
    return {
      result: { id },
      event: {
        about: { kind: 'place', id: room.place },
        data: { room: id, rooms, name: room.name, text: `${room.name}：${reason}`, why: reason },
      },
    }
  },
})
