import { z } from 'zod'
import { day, id, line, moment, named } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { holidayRules, makeUpRules, mostRules, mostSpans, overlaps } from './hours.ts'
import { longest } from './place.ts'

const span = z.object({
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.number().int().min(1).max(1440),
})
const rule = span.extend({
  /** The value of an RRULE (RFC 5545) of days and longer; the command looks whether it can be reckoned with. */
  rule: z.string().max(200),
  from: day,
  to: day.nullable().default(null),
  holidays: z.enum(holidayRules).default('closed'),
  makeUpDays: z.enum(makeUpRules).default('plain'),
})
const spans = z
  .array(span)
  .max(mostSpans)
  .refine((all) => !overlaps(all), { error: () => 'overlap' })

export const setHoursInput = z.object({
  place: id,
  /** The version that its sender saw; 0 where nobody had said anything. */
  before: z.number().int().min(0),
  rules: z.array(rule).max(mostRules),
})
export const exceptDaysInput = z.object({
  place: id,
  /** Of the new exception. */
  exception: id,
  first: day,
  last: day,
  /** None: closed. */
  spans: spans.default([]),
  reason: line(longest.reason),
})
export const dropExceptionInput = z.object({ place: id, exception: id })

/** What a place is now. */
export const openStateShape = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('open'), until: moment.nullable() }),
  z.object({ is: z.literal('closed'), next: moment.nullable(), why: z.string().nullable() }),
  /** The place itself was closed for good. */
  z.object({ is: z.literal('given-up') }),
])

const one = z.object({ place: id })
const read = { permission: 'place.read' }
const manage = { permission: 'place.manage' }
const done = z.object({ id, version: z.number().int() })

export const hoursRoutes = {
  get: route('place.hours', {
    method: 'GET',
    path: '/api/places/:place/hours',
    summary: { zh: '查看开放时间', en: 'Show when a place is open' },
    access: read,
    params: one,
    response: z.object({
      version: z.number().int(),
      state: openStateShape,
      rules: z.array(rule),
      exceptions: z.array(
        z.object({
          id,
          first: day,
          last: day,
          spans: z.array(span),
          reason: z.string(),
          person: named.nullable(),
        }),
      ),
      /** The next two weeks, as rules, holidays and exceptions make them. */
      days: z.array(
        z.object({
          day,
          spans: z.array(span),
          holiday: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
      /** Whether the holidays of all these days are announced. */
      announced: z.boolean(),
      said: z.object({ person: named.nullable(), at: moment }).nullable(),
      mayChange: z.boolean(),
    }),
  }),
  set: route('place.set-hours', {
    method: 'PUT',
    path: '/api/places/:place/hours',
    summary: { zh: '设定开放时间', en: 'Say when a place is open' },
    access: manage,
    params: one,
    body: setHoursInput.omit({ place: true }),
    response: done,
  }),
  except: route('place.except-days', {
    method: 'POST',
    path: '/api/places/:place/exceptions',
    summary: { zh: '登记临时开放或关闭', en: 'Say on which days other hours hold' },
    access: manage,
    params: one,
    body: exceptDaysInput.omit({ place: true }),
    response: z.object({ id }),
  }),
  dropException: route('place.drop-exception', {
    method: 'DELETE',
    path: '/api/places/:place/exceptions/:exception',
    summary: { zh: '撤销临时开放或关闭', en: 'Drop days on which other hours hold' },
    access: manage,
    params: one.extend({ exception: id }),
    response: z.object({ id }),
  }),
}
