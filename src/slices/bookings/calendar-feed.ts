import { special } from '#platform/contracts/served.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { House } from '#platform/slice.ts'
import { fullNames, placesByIds, roomsByIds, roomsOfPlaces } from '#slices/places'
import { bookingMessages } from './booking-messages.ts'
import { type BookingRow, pageOfBookings } from './booking-store.ts'
import { feedRoutes } from './feed-contract.ts'
import { feedOfToken } from './feed-store.ts'
import { type CalendarEvent, calendarText } from './ical.ts'

const day = 86_400_000
const daysBack = 60
const daysAhead = 400
const mostEvents = 2000

/** A calendar by its secret address, for whoever has it: what is booked, not by whom. */
export const calendarFeed = (house: House) =>
  special(feedRoutes.calendar, async ({ params, language }) => {
    const [, county = '', token = ''] = /^(\d{6})\.(.+)\.ics$/.exec(params.file ?? '') ?? []
    const text = await inTransaction(
      house.database,
      { county, person: null },
      (tx) => calendarOf(tx, { county, token, language, now: new Date() }),
      { readOnly: true },
    )
    if (text === null) throw notFound({ zh: '这个日历', en: 'This calendar' })
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="bookings.ics"',
        'cache-control': 'private, max-age=300',
        'referrer-policy': 'no-referrer',
      },
    })
  })

/** The text of a token's calendar, or null where it has ended or never was. */
export async function calendarOf(
  tx: Tx,
  asked: { county: string; token: string; language: Language; now: Date },
): Promise<string | null> {
  const feed = await feedOfToken(tx, asked.token)
  if (!feed) return null
  const [room] = feed.aboutKind === 'room' ? await roomsByIds(tx, [feed.about]) : []
  const [place] = await placesByIds(tx, [room?.place ?? feed.about])
  if (!place) return null
  const rooms = await roomsOfPlaces(tx, [place.id])
  // What takes a room: itself, what it is part of, and its parts.
  const related = room
    ? new Set(
        rooms.filter(({ id, path }) => room.path.includes(id) || path.includes(room.id)).map(({ id }) => id),
      )
    : null
  const names = await fullNames(tx, rooms)
  const { rows } = await pageOfBookings(
    tx,
    {
      place: place.id,
      states: ['asked', 'approved'],
      from: new Date(asked.now.getTime() - daysBack * day),
      to: new Date(asked.now.getTime() + daysAhead * day),
    },
    { limit: mostEvents },
  )
  const t = bookingMessages[asked.language]
  const shown = rows.filter((booking) => related === null || booking.rooms.some((one) => related.has(one)))
  const title = room ? `${place.name} ${names.get(room.id) ?? room.name}` : place.name
  const event = (booking: BookingRow): CalendarEvent => ({
    uid: `${booking.id}@${asked.county}.daqiao`,
    sequence: booking.version - 1,
    stamp: new Date(booking.decidedAt ?? booking.askedAt),
    starts: new Date(booking.starts),
    ends: new Date(booking.ends),
    summary: booking.purpose,
    location: `${place.name} ${booking.rooms.map((one) => names.get(one) ?? '').join('、')}`.trim(),
    description: booking.state === 'asked' ? t.states.asked : '',
    status: booking.state === 'asked' ? 'TENTATIVE' : 'CONFIRMED',
  })
  return calendarText(t.calendar(title), shown.map(event))
}
