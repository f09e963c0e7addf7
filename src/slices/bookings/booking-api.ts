import { reachOf } from '#platform/auth/actor.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import type { House } from '#platform/slice.ts'
import { placesByIds, placesKeptBy } from '#slices/places'
import { approveBooking } from './approve-booking.ts'
import { bookingRoutes } from './booking-contract.ts'
import { bookingsByIds, pageOfBookings } from './booking-store.ts'
import { showBookings, showWaits, showWeek } from './booking-view.ts'
import { calendarFeed } from './calendar-feed.ts'
import { cancelBooking } from './cancel-booking.ts'
import { checkIn } from './check-in.ts'
import { previewClashes } from './clashes.ts'
import { feedRoutes } from './feed-contract.ts'
import { timesOf } from './make-booking.ts'
import { moveBooking } from './move-booking.ts'
import { refuseBooking } from './refuse-booking.ts'
import { renewFeed } from './renew-feed.ts'
import { requestBooking } from './request-booking.ts'
import { requestSeries } from './request-series.ts'
import { sweepBookings } from './sweep-bookings.ts'
import { aBooking } from './take-booking.ts'
import { takeOffer } from './take-offer.ts'
import { waitForRoom } from './wait-for-room.ts'
import { waitsOf } from './wait-store.ts'
import { withdrawWait } from './withdraw-wait.ts'

const beginOf = (day: string) => new Date(`${day}T00:00:00+08:00`)

export const bookingApi = (house: House) => [
  answer(bookingRoutes.list, async ({ tx, actor, query, now }) => {
    const { state, place, series, mine, decides, from, to } = query
    const question = {
      states: state,
      place,
      series,
      askedBy: mine ? actor.person : undefined,
      places: decides ? await placesKeptBy(tx, reachOf(actor, 'booking.decide')) : undefined,
      from: from ? beginOf(from) : undefined,
      to: to ? new Date(beginOf(to).getTime() + 86_400_000) : undefined,
    }
    const { rows, next } = await pageOfBookings(tx, question, query)
    return { items: await showBookings(tx, actor, rows, now), next }
  }),
  answer(bookingRoutes.clashes, async ({ tx, query, now }) => {
    const { room: rooms, person: people = [], rule = null } = query
    return previewClashes(tx, { rooms, people, times: timesOf(query), rule }, now)
  }),
  answer(bookingRoutes.waits, async ({ tx, actor, now }) => ({
    items: await showWaits(tx, await waitsOf(tx, actor.person, now)),
  })),
  answer(bookingRoutes.week, async ({ tx, actor, params, query }) => {
    const [place] = await placesByIds(tx, [params.place])
    if (!place) throw notFound({ zh: '这处阵地', en: 'This place' })
    return showWeek(tx, actor, place, query.from)
  }),
  answer(bookingRoutes.get, async ({ tx, actor, params, now }) => {
    const [shown] = await showBookings(tx, actor, await bookingsByIds(tx, [params.booking]), now)
    if (!shown) throw notFound(aBooking)
    return shown
  }),
  obey(bookingRoutes.request, requestBooking),
  obey(bookingRoutes.requestSeries, requestSeries),
  obey(bookingRoutes.approve, approveBooking),
  obey(bookingRoutes.refuse, refuseBooking),
  obey(bookingRoutes.move, moveBooking),
  obey(bookingRoutes.cancel, cancelBooking),
  obey(bookingRoutes.checkIn, checkIn),
  obey(bookingRoutes.sweep, sweepBookings),
  obey(bookingRoutes.wait, waitForRoom),
  obey(bookingRoutes.withdrawWait, withdrawWait),
  obey(bookingRoutes.takeOffer, takeOffer),
  calendarFeed(house),
  obey(feedRoutes.renew, renewFeed),
]
