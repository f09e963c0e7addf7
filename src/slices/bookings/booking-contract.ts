import { z } from 'zod'
import { day, id, line, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { phoneOf } from '#slices/places/contract'
import {
  bookingActions,
  bookingKinds,
  bookingStates,
  longestText,
  mostOccurrences,
  mostPeople,
  mostRooms,
  waitReasons,
} from './booking.ts'

const once = (ids: readonly string[]) => new Set(ids).size === ids.length
const rooms = z
  .array(id)
  .min(1)
  .max(mostRooms)
  .refine(once, { error: () => 'twice' })
const people = z
  .array(id)
  .max(mostPeople)
  .refine(once, { error: () => 'twice' })
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((written) => written || null)
    .nullable()
    .default(null)
const phone = z
  .string()
  .trim()
  .max(40)
  .refine((written) => phoneOf(written) !== null, { error: () => '138 0000 0000 / +852 2345 6789' })
  .transform((written) => phoneOf(written) ?? written)

/** What is asked for, whenever it shall be. */
const request = {
  rooms,
  /** Who must be there: taken together with the rooms. */
  people: people.default([]),
  kind: z.enum(bookingKinds).default('room'),
  purpose: line(longestText.purpose),
  party: z.number().int().min(1).max(20_000),
  groupName: text(longestText.group),
  language: text(longestText.name),
  note: text(longestText.note),
  /** The resident for whom it is. */
  contact: z
    .object({ name: line(longestText.name), phone })
    .nullable()
    .default(null),
}
const times = { starts: moment, ends: moment }

export const requestBookingInput = z.object({ booking: id, ...request, ...times })
export const approveBookingInput = z.object({
  booking: id,
  /** The version that its sender saw. */
  version: z.number().int(),
  /** Who guides the group: taken together with the booking. */
  guide: id.nullable().default(null),
})
export const refuseBookingInput = z.object({
  booking: id,
  version: z.number().int(),
  reason: line(longestText.reason),
})
export const moveBookingInput = z.object({ booking: id, version: z.number().int(), rooms, ...times })
export const cancelBookingInput = z.object({
  booking: id,
  version: z.number().int(),
  reason: text(longestText.reason),
})
export const checkInInput = z.object({
  booking: id,
  /** Who came, in their own words. */
  who: line(longestText.name),
  came: z.number().int().min(1).max(20_000),
  /** Six digits, for whoever neither asked for it nor keeps the place. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
})
export const sweepInput = z.object({
  /** Null: all places of the county. */
  place: id.nullable().default(null),
})

const rule = z.string().min(1).max(200)
/** What becomes of an occurrence that clashes: left out, held at another time or in other rooms, waited for. */
export const choiceInput = z.discriminatedUnion('choice', [
  z.object({ starts: moment, choice: z.literal('skip') }),
  z.object({ starts: moment, choice: z.literal('wait') }),
  z.object({
    starts: moment,
    choice: z.literal('move'),
    to: z.object({ ...times, rooms: rooms.optional() }),
  }),
])
export const requestSeriesInput = z.object({
  series: id,
  ...request,
  ...times,
  rule,
  choices: z.array(choiceInput).max(mostOccurrences).default([]),
})

export const waitInput = z.object({ wait: id, ...request, ...times })
export const withdrawWaitInput = z.object({ wait: id })
export const takeOfferInput = z.object({ wait: id, booking: id })

export const bookingShape = z.object({
  id,
  place: named,
  /** With the rooms that they are part of: 多功能厅 · 东半厅. */
  rooms: z.array(named),
  people: z.array(named),
  kind: z.enum(bookingKinds),
  guide: named.nullable(),
  ...times,
  purpose: z.string(),
  party: z.number().int(),
  groupName: z.string().nullable(),
  language: z.string().nullable(),
  note: z.string().nullable(),
  /** For who asked and who keeps the place. */
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  code: z.string().nullable(),
  organisation: named.nullable(),
  state: z.enum(bookingStates),
  waitsFor: z.array(z.enum(waitReasons)),
  series: id.nullable(),
  version: z.number().int(),
  askedBy: named.nullable(),
  askedAt: moment,
  decided: z.object({ person: named.nullable(), at: moment }).nullable(),
  why: z.string().nullable(),
  arrival: z.object({ at: moment, who: z.string(), count: z.number().int() }).nullable(),
  /** False where the place is not open throughout, as its hours are said now; null where nobody said them. */
  inHours: z.boolean().nullable(),
  actions: z.array(z.enum(bookingActions)),
})

export const clashShape = z.object({
  resourceKind: z.enum(['room', 'person']),
  id,
  name: z.string(),
  ...times,
})

export const waitShape = z.object({
  id,
  place: named,
  rooms: z.array(named),
  ...times,
  purpose: z.string(),
  state: z.enum(['waiting', 'offered', 'taken', 'expired', 'withdrawn']),
  offerEnds: moment.nullable(),
  booking: id.nullable(),
  askedAt: moment,
  /** How many wait before it for an hour that overlaps with its own. */
  before: z.number().int(),
})

const read = { permission: 'booking.read' }
const ask = { permission: 'booking.request' }
const decide = { permission: 'booking.decide' }
const one = z.object({ booking: id })
const done = z.object({ id, state: z.enum(bookingStates), version: z.number().int() })

export const bookingRoutes = {
  list: route('booking.list', {
    method: 'GET',
    path: '/api/bookings',
    summary: { zh: '查找预约', en: 'Find bookings' },
    access: read,
    query: z.object({
      state: several(z.enum(bookingStates)),
      place: id.optional(),
      series: id.optional(),
      /** Those that the actor asked for. */
      mine: z.stringbool().optional(),
      /** Those in places that the actor decides about. */
      decides: z.stringbool().optional(),
      /** From this day on; the last one included. */
      from: day.optional(),
      to: day.optional(),
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({ items: z.array(bookingShape), next: id.nullable() }),
  }),
  week: route('booking.week', {
    method: 'GET',
    path: '/api/places/:place/bookings/week',
    summary: { zh: '查看一周场地安排', en: 'Show a week of the rooms of a place' },
    access: read,
    params: z.object({ place: id }),
    query: z.object({ from: day }),
    response: z.object({
      place: named,
      days: z.array(
        z.object({
          day,
          holiday: z.string().nullable(),
          /** When the place is open; null where nobody said its hours. */
          openings: z.array(z.object(times)).nullable(),
        }),
      ),
      rooms: z.array(
        z.object({
          id,
          name: z.string(),
          depth: z.number().int(),
          capacity: z.number().int(),
          /** What holds the room, its whole or a part of it: `through` names another room where it is not this one. */
          taken: z.array(
            z.object({
              ...times,
              booking: id.nullable(),
              title: z.string(),
              state: z.enum([...bookingStates, 'offered']),
              through: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  clashes: route('booking.clashes', {
    method: 'GET',
    path: '/api/bookings/clashes',
    summary: { zh: '预览预约冲突', en: 'Preview the clashes of a booking' },
    access: ask,
    query: z.object({
      room: z.preprocess((value) => (Array.isArray(value) ? value : [value]), rooms),
      person: several(id),
      ...times,
      /** Left out: once. */
      rule: rule.optional(),
    }),
    response: z.object({
      occurrences: z.array(
        z.object({
          ...times,
          clashes: z.array(clashShape),
          inHours: z.boolean().nullable(),
          holiday: z.string().nullable(),
          /** For one that clashes: when the same rooms are free that day, and which other rooms are free then. */
          elsewhere: z.object({ times: z.array(z.object(times)), rooms: z.array(named) }).nullable(),
        }),
      ),
      /** Whether the rule goes on after these. */
      more: z.boolean(),
    }),
  }),
  get: route('booking.get', {
    method: 'GET',
    path: '/api/bookings/:booking',
    summary: { zh: '查看预约', en: 'Show a booking' },
    access: read,
    params: one,
    response: bookingShape,
  }),
  request: route('booking.request', {
    method: 'POST',
    path: '/api/bookings',
    summary: { zh: '预约场地', en: 'Ask for a room' },
    access: ask,
    body: requestBookingInput,
    response: done,
  }),
  requestSeries: route('booking.request-series', {
    method: 'POST',
    path: '/api/bookings/series',
    summary: { zh: '按规则预约多次', en: 'Ask for a room by a rule' },
    access: ask,
    body: requestSeriesInput,
    response: z.object({
      id,
      bookings: z.array(z.object({ id, starts: moment, state: z.enum(bookingStates) })),
      skipped: z.array(moment),
      waits: z.array(z.object({ id, starts: moment })),
    }),
  }),
  approve: route('booking.approve', {
    method: 'POST',
    path: '/api/bookings/:booking/approval',
    summary: { zh: '批准预约', en: 'Approve a booking' },
    access: decide,
    params: one,
    body: approveBookingInput.omit({ booking: true }),
    response: done,
  }),
  refuse: route('booking.refuse', {
    method: 'POST',
    path: '/api/bookings/:booking/refusal',
    summary: { zh: '不同意预约', en: 'Refuse a booking' },
    access: decide,
    params: one,
    body: refuseBookingInput.omit({ booking: true }),
    response: done,
  }),
  move: route('booking.move', {
    method: 'PUT',
    path: '/api/bookings/:booking/time',
    summary: { zh: '改预约时间或场地', en: 'Move a booking' },
    access: ask,
    params: one,
    body: moveBookingInput.omit({ booking: true }),
    response: done,
  }),
  cancel: route('booking.cancel', {
    method: 'POST',
    path: '/api/bookings/:booking/cancellation',
    summary: { zh: '取消预约', en: 'Cancel a booking' },
    access: ask,
    params: one,
    body: cancelBookingInput.omit({ booking: true }),
    response: done,
  }),
  checkIn: route('booking.check-in', {
    method: 'POST',
    path: '/api/bookings/:booking/arrival',
    summary: { zh: '到场签到', en: 'Check in those who came' },
    access: { permission: 'booking.check-in' },
    params: one,
    body: checkInInput.omit({ booking: true }),
    response: done,
  }),
  sweep: route('booking.sweep', {
    method: 'POST',
    path: '/api/bookings/sweep',
    summary: { zh: '释放无人到场的预约', en: 'Release what nobody came to' },
    access: decide,
    body: sweepInput,
    response: z.object({
      released: z.number().int(),
      lapsed: z.number().int(),
      expired: z.number().int(),
    }),
  }),
  waits: route('booking.waits', {
    method: 'GET',
    path: '/api/bookings/waits',
    summary: { zh: '查看我的候补', en: 'Show what I wait for' },
    access: ask,
    response: z.object({ items: z.array(waitShape) }),
  }),
  wait: route('booking.wait', {
    method: 'POST',
    path: '/api/bookings/waits',
    summary: { zh: '登记候补', en: 'Wait for an hour that is taken' },
    access: ask,
    body: waitInput,
    response: z.object({ id }),
  }),
  withdrawWait: route('booking.withdraw-wait', {
    method: 'DELETE',
    path: '/api/bookings/waits/:wait',
    summary: { zh: '撤回候补', en: 'Wait no longer' },
    access: ask,
    params: z.object({ wait: id }),
    response: z.object({ id }),
  }),
  takeOffer: route('booking.take-offer', {
    method: 'POST',
    path: '/api/bookings/waits/:wait/acceptance',
    summary: { zh: '接受候补名额', en: 'Take the hour that is offered' },
    access: ask,
    params: z.object({ wait: id }),
    body: takeOfferInput.omit({ wait: true }),
    response: done,
  }),
}
