import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { placeClosed } from './place-problems.ts'
import { holdRegister, placesByIds, type PlaceRow } from './place-store.ts'

export const aPlace = { zh: '这处阵地', en: 'This place' }
export const thePlaceAbove = { zh: '上级阵地', en: 'The place above' }

/** A place, the register held so that it stays as it is read. Throws `notFound`. */
export async function takePlace({ tx, actor }: Work, id: string): Promise<PlaceRow> {
  await holdRegister(tx, actor.county)
  const [place] = await placesByIds(tx, [id])
  if (!place) throw notFound(aPlace)
  return place
}

/** The same, of a place that is open. Throws `placeClosed` too. */
export async function takeOpenPlace(work: Work, id: string): Promise<PlaceRow> {
  const place = await takePlace(work, id)
  if (place.closedAt !== null) throw placeClosed(place.name)
  return place
}

/** Where a command on a place acts: at the organisation that keeps it. Throws `notFound`. */
export async function keeperOf(work: Work, input: { place: string }): Promise<string[]> {
  return [(await takePlace(work, input.place)).keeper]
}
