import type { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { placesByIds } from './place-store.ts'
import type { roomShape } from './room-contract.ts'
import { type RoomRow, roomsByIds } from './room-store.ts'

/** Rooms as they are told, with the names of their places and of the rooms that they are part of. */
export async function showRooms(tx: Tx, rooms: readonly RoomRow[]): Promise<z.input<typeof roomShape>[]> {
  const places = await placesByIds(
    tx,
    rooms.map(({ place }) => place),
  )
  const nameOf = new Map(places.map(({ id, name }) => [id, name]))
  const full = await fullNames(tx, rooms)
  return rooms.map(({ path, place, ...room }) => ({
    ...room,
    place: { id: place, name: nameOf.get(place) ?? '—' },
    depth: path.length - 1,
    fullName: full.get(room.id) ?? room.name,
  }))
}

/** The names of rooms with what they are part of: 多功能厅 · 东半厅. */
export async function fullNames(tx: Tx, rooms: readonly RoomRow[]): Promise<Map<string, string>> {
  const above = await roomsByIds(
    tx,
    rooms.flatMap(({ path }) => path.slice(0, -1)),
  )
  const nameOf = new Map([...above, ...rooms].map(({ id, name }) => [id, name]))
  return new Map(rooms.map(({ id, path }) => [id, path.map((one) => nameOf.get(one) ?? '—').join(' · ')]))
}
