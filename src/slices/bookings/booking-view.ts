import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import { publicName, thePublic } from '#platform/auth/the-public.ts'
import { addDays, type Day, dayOf, holidayName } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import {
  fullNames,
  hoursOfPlaces,
  isOpenThroughout,
  openingsBetween,
  placesByIds,
  type PlaceRow,
  roomsByIds,
  roomsOfPlaces,
  undividedParts,
} from '#slices/places'
import { actionsFor } from './booking.ts'
import type { bookingRoutes, bookingShape, waitShape } from './booking-contract.ts'
import { bookingMessages } from './booking-messages.ts'
import { type BookingRow, bookingsByIds } from './booking-store.ts'
import { holdsBetween } from './hold-store.ts'
import { askerOf } from './take-booking.ts'
import type { WaitRow } from './wait-store.ts'

type Shown = z.input<typeof bookingShape>

const none = { rules: [], exceptions: [] }
const namedBy = (names: ReadonlyMap<string, string>) => (id: string) => ({ id, name: names.get(id) ?? '—' })

/** Bookings as the actor may see them: whom to call and the code are for who asked and who keeps the place. */
export async function showBookings(
  tx: Tx,
  actor: Actor,
  bookings: readonly BookingRow[],
  now: Date,
): Promise<Shown[]> {
  const places = await placesByIds(
    tx,
    bookings.map(({ place }) => place),
  )
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const roomName = namedBy(
    await fullNames(
      tx,
      await roomsByIds(
        tx,
        bookings.flatMap(({ rooms }) => rooms),
      ),
    ),
  )
  const people = await namesOfPeople(
    tx,
    bookings.flatMap((one) => [...one.people, one.askedBy, ...(one.decidedBy ? [one.decidedBy] : [])]),
  )
  const person = namedBy(new Map([...people, [thePublic, publicName[actor.language]]]))
  const organisations = await organisationsByIds(
    tx,
    bookings.flatMap(({ organisation }) => organisation ?? []),
  )
  const organisation = namedBy(new Map(organisations.map((one) => [one.id, nameIn(one, actor.language)])))
  const earliest = bookings.map(({ starts }) => starts).reduce((a, b) => (a < b ? a : b), now.toISOString())
  const hours = await hoursOfPlaces(tx, [...placeOf.keys()], addDays(dayOf(new Date(earliest)), -1))
  return bookings.map((booking) => {
    const { place, rooms, guide, contactName, contactPhone, decidedBy, decidedAt } = booking
    const { cameAt, cameWho, cameCount, code, askedBy, grace: _, ...rest } = booking
    const asker = askerOf(actor, placeOf.get(place)?.keeper ?? '')
    const near = asker.decides || askedBy === actor.person
    const times = { starts: new Date(booking.starts), ends: new Date(booking.ends) }
    const contact =
      contactName !== null && contactPhone !== null ? { name: contactName, phone: contactPhone } : null
    return {
      ...rest,
      place: { id: place, name: placeOf.get(place)?.name ?? '—' },
      rooms: rooms.map(roomName),
      people: booking.people.map(person),
      guide: guide ? person(guide) : null,
      note: near ? booking.note : null,
      contact: near ? contact : null,
      code: near ? code : null,
      organisation: booking.organisation ? organisation(booking.organisation) : null,
      askedBy: person(askedBy),
      decided: decidedAt === null ? null : { person: decidedBy ? person(decidedBy) : null, at: decidedAt },
      arrival:
        cameAt !== null && cameWho !== null
          ? { at: cameAt, who: near ? cameWho : '—', count: cameCount ?? 0 }
          : null,
      inHours: isOpenThroughout(hours.get(place) ?? none, times.starts, times.ends),
      actions: actionsFor({ ...booking, ...times }, asker, now),
    }
  })
}

type Week = z.input<typeof bookingRoutes.week.response>

/** A week of the rooms of a place: when it is open, and what holds each room, its whole or a part of it. */
export async function showWeek(tx: Tx, actor: Actor, place: PlaceRow, from: Day): Promise<Week> {
  const start = new Date(`${from}T00:00:00+08:00`)
  const end = new Date(start.getTime() + 7 * 86_400_000)
  const hours = (await hoursOfPlaces(tx, [place.id], addDays(from, -1))).get(place.id) ?? none
  const known = hours.rules.length + hours.exceptions.length > 0
  const all = await roomsOfPlaces(tx, [place.id])
  const rooms = all.filter(({ closedAt }) => closedAt === null)
  const names = await fullNames(tx, all)
  const partsOf = new Map(rooms.map(({ id }) => [id, new Set(undividedParts(id, all))]))
  const holds = await holdsBetween(
    tx,
    [...partsOf.values()].flatMap((parts) => [...parts]),
    { starts: start, ends: end },
  )
  const bookings = new Map(
    (
      await bookingsByIds(
        tx,
        holds.filter(({ holderKind }) => holderKind === 'booking').map(({ holder }) => holder),
      )
    ).map((booking) => [booking.id, booking]),
  )
  const t = bookingMessages[actor.language]
  const takenOf = (room: string) => {
    const parts = partsOf.get(room) ?? new Set()
    const seen = new Map<string, Week['rooms'][number]['taken'][number]>()
    for (const { resource, holder, holderKind, room: asked, starts, ends } of holds) {
      if (!parts.has(resource) || seen.has(holder + starts)) continue
      const booking = bookings.get(holder)
      seen.set(holder + starts, {
        starts: booking?.starts ?? starts,
        ends: booking?.ends ?? ends,
        booking: booking?.id ?? null,
        title: booking?.purpose ?? (holderKind === 'booking-wait' ? t.offered : t.taken),
        state: booking?.state ?? (holderKind === 'booking-wait' ? 'offered' : 'approved'),
        through: asked !== null && asked !== room ? (names.get(asked) ?? null) : null,
      })
    }
    return [...seen.values()].toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  }
  return {
    place: { id: place.id, name: place.name },
    days: Array.from({ length: 7 }, (_, i) => {
      const day = addDays(from, i)
      const begin = new Date(`${day}T00:00:00+08:00`)
      const openings = openingsBetween(hours, begin, new Date(begin.getTime() + 86_400_000))
      return {
        day,
        holiday: holidayName(day),
        openings: known
          ? openings.map((one) => ({ starts: one.from.toISOString(), ends: one.to.toISOString() }))
          : null,
      }
    }),
    rooms: rooms.map(({ id, name, path, capacity }) => ({
      id,
      name: names.get(id) ?? name,
      depth: path.length - 1,
      capacity,
      taken: takenOf(id),
    })),
  }
}

/** What somebody waits for, as they see it. */
export async function showWaits(
  tx: Tx,
  waits: readonly (WaitRow & { before: number })[],
): Promise<z.input<typeof waitShape>[]> {
  const places = await placesByIds(
    tx,
    waits.map(({ place }) => place),
  )
  const placeName = namedBy(new Map(places.map(({ id, name }) => [id, name])))
  const rooms = await roomsByIds(
    tx,
    waits.flatMap(({ request }) => request.rooms),
  )
  const roomName = namedBy(await fullNames(tx, rooms))
  return waits.map(({ request, place, askedBy: _, position: __, ...wait }) => ({
    ...wait,
    place: placeName(place),
    rooms: request.rooms.map(roomName),
    purpose: request.purpose,
  }))
}
