import { command } from '#platform/commands/command.ts'
import { changeRoomInput } from './room-contract.ts'
import { partTooLarge, roomNameHeld, roomWasChanged } from './room-problems.ts'
import { roomsOfPlaces, updateRoom } from './room-store.ts'
import { keeperOfRoom, takeRoom } from './take-room.ts'

/** Changes what is said of a room and how it is booked. What is booked already stays as it was agreed. */
export const changeRoom = command('room.change', {
  may: { permission: 'place.manage', at: keeperOfRoom },
  input: changeRoomInput,
  event: 'place.room-changed',
  async decide(work, { room: id, before, ...facts }) {
    const room = await takeRoom(work, id)
    if (room.version !== before) throw roomWasChanged(room.version)
    const rooms = await roomsOfPlaces(work.tx, [room.place])
    const held = rooms.some((one) => one.id !== id && one.closedAt === null && one.name === facts.name)
    if (held) throw roomNameHeld(facts.name)
    const whole = rooms.find((one) => one.id === room.parent)
    if (whole && facts.capacity > whole.capacity) throw partTooLarge(whole.name, whole.capacity)
    const version = await updateRoom(work.tx, id, facts)
    return {
      result: { id, version },
      event: {
        about: { kind: 'place', id: room.place },
        data: { room: id, text: facts.name, version, ...facts },
      },
    }
  },
})
