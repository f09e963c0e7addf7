import { type Actor, may } from '#platform/auth/actor.ts'
import { wallTimeOf } from '#platform/clock/recurrence.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { bookingApi } from './booking-api.ts'
import { loadDemoBookings } from './booking-demo.ts'
import { bookingEvents, bookingMessages } from './booking-messages.ts'
import { type BookingRow, bookingsByIds, seriesByIds } from './booking-store.ts'
import { endWithPlace, endWithRoom, holdNewParts } from './follow-places.ts'
import { offerFreed } from './offer-freed.ts'
import { tellSwept } from './sweep-bookings.ts'
import { waitsByIds } from './wait-store.ts'

const { zh, en } = bookingMessages

const booking: RecordKind = {
  kind: 'booking',
  name: { zh: zh.record, en: en.record },
  async show(tx, actor, ids) {
    return may(actor, 'booking.read') ? (await bookingsByIds(tx, ids)).map((one) => card(one, actor)) : []
  },
}

function card({ id, purpose, starts, state }: BookingRow, { language }: Actor) {
  const t = bookingMessages[language]
  const when = wallTimeOf(new Date(starts)).replace('T', ' ')
  return {
    kind: 'booking',
    id,
    title: purpose,
    subtitle: `${when} · ${t.states[state]}`,
    href: `/bookings/${id}`,
  }
}

/** What somebody waits for is for whoever waits, and for those who read bookings in the ledger. */
const wait: RecordKind = {
  kind: 'booking-wait',
  name: { zh: zh.wait, en: en.wait },
  async show(tx, actor, ids) {
    if (!may(actor, 'booking.read')) return []
    return (await waitsByIds(tx, ids)).map(({ id, request, starts }) => {
      const when = wallTimeOf(new Date(starts)).replace('T', ' ')
      return { kind: 'booking-wait', id, title: request.purpose, subtitle: when, href: '/bookings' }
    })
  },
}

const series: RecordKind = {
  kind: 'booking-series',
  name: { zh: zh.series, en: en.series },
  async show(tx, actor, ids) {
    if (!may(actor, 'booking.read')) return []
    return (await seriesByIds(tx, ids)).map(({ id, rule, begins }) => ({
      kind: 'booking-series',
      id,
      title: rule,
      subtitle: begins.replace('T', ' '),
      href: `/bookings?series=${id}`,
    }))
  },
}

const everybody = ['administrator', 'supervisor', 'officer', 'leader', 'auditor']

export const bookingsSlice: MakeSlice = (house) => ({
  name: 'bookings',
  served: bookingApi(house),
  permissions: {
    'booking.read': everybody,
    'booking.request': ['administrator', 'supervisor', 'officer', 'leader'],
    'booking.decide': ['administrator', 'officer'],
    'booking.check-in': ['administrator', 'supervisor', 'officer', 'leader'],
  },
  handles: {
    'place.closed': endWithPlace,
    'place.room-closed': endWithRoom,
    'place.room-added': holdNewParts,
    'booking.swept': tellSwept,
    'booking.refused': offerFreed,
    'booking.cancelled': offerFreed,
    'booking.moved': offerFreed,
    'booking.released': offerFreed,
    'booking.lapsed': offerFreed,
    'booking.wait-withdrawn': offerFreed,
    'booking.offer-expired': offerFreed,
  },
  records: [booking, wait, series],
  facts: [
    {
      name: 'booking.held',
      view: 'fact_booking_held',
      title: { zh: '场地使用', en: 'Rooms used' },
      definition: {
        zh: '已到场签到的场地预约，按使用日期计，归阵地管理单位。',
        en: 'Bookings to which somebody came, by the day, under who keeps the place.',
      },
      unit: { zh: '次', en: 'bookings' },
      permission: 'booking.read',
    },
  ],
  events: bookingEvents,
  demo: loadDemoBookings,
})
