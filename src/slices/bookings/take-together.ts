import type { Work } from '#platform/commands/command.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { newId } from '#platform/records/new-id.ts'
import { namesOfPeople } from '#slices/people'
import {
  fullNames,
  holdRooms,
  placesByIds,
  type RoomRow,
  roomsByIds,
  roomsOfPlaces,
  undividedParts,
} from '#slices/places'
import { roomsAreApart, roomGivenUp, taken, takenMeanwhile } from './booking-problems.ts'
import { deleteHolds, type Hold, holdsBetween, insertHolds, lockResources } from './hold-store.ts'

/** Rooms and the people who must be there, for one record, from one moment to another. */
export interface Taking {
  holder: { kind: string; id: string }
  starts: Date
  ends: Date
  /** Of one place; the whole of a divided room takes its parts. */
  rooms: readonly string[]
  people: readonly string[]
}

/** The rooms of a taking with what they are made of: each resource, and the room for which it is taken. */
export interface Parts {
  rooms: RoomRow[]
  place: string
  /** By resource: the room that was asked for. */
  parts: Map<string, string>
}

/** A resource that somebody else holds. */
export interface Clash {
  resourceKind: 'room' | 'person'
  /** The room that was asked for, or the person. */
  id: string
  name: string
  starts: string
  ends: string
  holderKind: string
  holder: string
}

const minute = 60_000

/**
 * Takes rooms and people together, in the transaction of the command: all of them, or none, and then it throws `taken`,
 * which says who and what is held when. A booking joins here, and so does any later slice's record that needs a room
 * with its teacher. Throws `notFound`, `roomGivenUp`, `roomsAreApart` too.
 */
export async function takeTogether(work: Work, taking: Taking): Promise<void> {
  const { tx, actor, now } = work
  const { holder, starts, people } = taking
  const { rooms, parts } = await partsOf(work, taking.rooms)
  await refuseUnknownPeople(work, people)
  await lockResources(tx, actor.county, [...parts.keys(), ...people])
  const held = { starts, ends: cleared(taking.ends, rooms) }
  const clashes = await clashesWith(tx, { parts, people }, held, holder.id)
  if (clashes.length > 0) throw taken(clashes)
  const row = (resource: string, resourceKind: Hold['resourceKind'], room: string | null): Hold => ({
    id: newId(now),
    holderKind: holder.kind,
    holder: holder.id,
    resourceKind,
    resource,
    room,
    starts: starts.toISOString(),
    // Who cleared up a room need not be there for it.
    ends: (resourceKind === 'room' ? held.ends : taking.ends).toISOString(),
  })
  const holds = [
    ...[...parts].map(([part, room]) => row(part, 'room', room)),
    ...[...new Set(people)].map((person) => row(person, 'person', null)),
  ]
  try {
    await insertHolds(tx, actor.county, holds)
  } catch (error) {
    if ((error as { code?: string }).code === exclusionViolation) throw takenMeanwhile()
    throw error
  }
}

const exclusionViolation = '23P01'

/** Lets go all that a record took; what waits for it is offered by whoever says that it was freed. */
export async function letGo({ tx }: Work, holder: string): Promise<void> {
  await deleteHolds(tx, holder)
}

/** The end with the time for clearing up. */
export function cleared(ends: Date, rooms: readonly RoomRow[]): Date {
  return new Date(ends.getTime() + Math.max(0, ...rooms.map(({ rules }) => rules.clearing)) * minute)
}

/** What the rooms are made of. Nobody divides one until the transaction ends. */
export async function partsOf(work: Work, ids: readonly string[]): Promise<Parts> {
  await holdRooms(work.tx, work.actor.county, 'use')
  return readParts(work.tx, ids)
}

/** The same for a question, which holds nothing. */
export async function readParts(tx: Tx, ids: readonly string[]): Promise<Parts> {
  const rooms = await roomsByIds(tx, ids)
  const [first] = rooms
  if (!first || rooms.length < new Set(ids).size) throw notFound({ zh: '这个场地', en: 'This room' })
  if (rooms.some(({ place }) => place !== first.place)) throw roomsAreApart()
  const [place] = await placesByIds(tx, [first.place])
  const closed = rooms.find(({ closedAt }) => closedAt !== null)
  if (closed || !place || place.closedAt !== null)
    throw roomGivenUp(closed?.name ?? place?.name ?? first.name)
  const all = await roomsOfPlaces(tx, [first.place])
  const parts = new Map<string, string>()
  for (const { id } of rooms)
    for (const part of undividedParts(id, all)) parts.set(part, parts.get(part) ?? id)
  return { rooms, place: first.place, parts }
}

/** Who holds what of these between two moments, each room or person once for each holder. */
export async function clashesWith(
  tx: Tx,
  { parts, people }: { parts: ReadonlyMap<string, string>; people: readonly string[] },
  times: { starts: Date; ends: Date },
  except?: string,
): Promise<Clash[]> {
  const holds = await holdsBetween(tx, [...parts.keys(), ...people], times, except)
  if (holds.length === 0) return []
  const rooms = await fullNames(tx, await roomsByIds(tx, [...new Set(parts.values())]))
  const names = await namesOfPeople(tx, people)
  const clashes = new Map<string, Clash>()
  for (const { resource, resourceKind, starts, ends, holder, holderKind } of holds) {
    const id = resourceKind === 'room' ? (parts.get(resource) ?? resource) : resource
    const name = (resourceKind === 'room' ? rooms.get(id) : names.get(id)) ?? '—'
    const key = `${id} ${holder} ${starts}`
    if (!clashes.has(key)) clashes.set(key, { resourceKind, id, name, starts, ends, holder, holderKind })
  }
  return [...clashes.values()]
}

async function refuseUnknownPeople({ tx }: Work, people: readonly string[]): Promise<void> {
  const names = await namesOfPeople(tx, people)
  if (people.some((person) => !names.has(person))) throw notFound({ zh: '这个人', en: 'This person' })
}
