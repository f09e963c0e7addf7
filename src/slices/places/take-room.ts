import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { placesByIds } from './place-store.ts'
import { roomClosed } from './room-problems.ts'
import { holdRooms, type RoomRow, roomsByIds } from './room-store.ts'

export const aRoom = { zh: '这个场地', en: 'This room' }

/** An open room, nobody dividing rooms meanwhile. Throws `notFound`, `roomClosed`. */
export async function takeRoom({ tx, actor }: Work, id: string): Promise<RoomRow> {
  await holdRooms(tx, actor.county, 'divide')
  const [room] = await roomsByIds(tx, [id])
  if (!room) throw notFound(aRoom)
  if (room.closedAt !== null) throw roomClosed(room.name)
  return room
}

/** Where a command on a room acts: at the organisation that keeps its place. Throws `notFound`. */
export async function keeperOfRoom({ tx }: Work, input: { room: string }): Promise<string[]> {
  const [room] = await roomsByIds(tx, [input.room])
  const [place] = room ? await placesByIds(tx, [room.place]) : []
  if (!place) throw notFound(aRoom)
  return [place.keeper]
}
