import { z } from 'zod'
import { day, id, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { phoneOf } from '#slices/places/contract'
import {
  longest,
  plainText,
  requestActions,
  requestChannels,
  requestKinds,
  requestStates,
  requestSteps,
} from './request.ts'

const lamp = z.enum(['done', 'ontime', 'near', 'overdue', 'waiting', 'none'])

/** A text that a person typed, counted as they count it. */
const text = (most: number) =>
  z
    .string()
    .transform(plainText)
    .refine((plain) => plain.length > 0 && [...plain].length <= most, { error: () => `1–${most}` })

/** A line that may be left out. */
const lineOrNone = (most: number) =>
  z
    .string()
    .transform((typed) => plainText(typed).replaceAll('\n', ' '))
    .refine((plain) => [...plain].length <= most, { error: () => `0–${most}` })
    .transform((plain) => plain || null)
    .nullable()

const phone = z
  .string()
  .trim()
  .max(40)
  .refine((typed) => typed === '' || phoneOf(typed) !== null, {
    error: () => '138 0000 0000 / 0835-7222345 / +852 2345 6789 / +853 6612 3456',
  })
  .transform((typed) => phoneOf(typed))
  .nullable()

export const sendRequestInput = z
  .object({
    request: id,
    kind: z.enum(requestKinds),
    text: text(longest.text),
    about: z
      .object({ kind: z.string().regex(/^[a-z][a-z-]{1,39}$/), id })
      .nullable()
      .default(null),
    name: lineOrNone(longest.name).default(null),
    phone: phone.default(null),
    /** Six digits that open it, with its number, where there is no phone. */
    code: z
      .string()
      .regex(/^\d{6}$/)
      .nullable()
      .default(null),
    hall: z.boolean().default(false),
  })
  .refine(({ phone: given, code }) => given !== null || code !== null, {
    path: ['code'],
    error: () => 'phone / code',
  })
export const handOnInput = z.object({ request: id, owner: id, dueDay: day })
export const answerRequestInput = z.object({ request: id, text: text(longest.answer) })
export const closeRequestInput = z.object({ request: id, text: text(longest.answer) })

const about = z.object({ kind: z.string(), id, name: z.string() }).nullable()

export const requestRow = z.object({
  id,
  /** Twelve digits. */
  number: z.string(),
  kind: z.enum(requestKinds),
  text: z.string(),
  about,
  channel: z.enum(requestChannels),
  state: z.enum(requestStates),
  lamp,
  owner: named.nullable(),
  dueDay: day.nullable(),
  sentAt: moment,
})
export type RequestShown = z.output<typeof requestRow>

export const requestShape = requestRow.extend({
  /** Whether it is known who sent it; who, is asked for apart, and noted. */
  hasContact: z.boolean(),
  takenBy: named.nullable(),
  history: z.array(
    z.object({
      id,
      position: z.number().int(),
      kind: z.enum(requestSteps),
      at: moment,
      text: z.string().nullable(),
      person: named.nullable(),
      organisation: named.nullable(),
      owner: named.nullable(),
      dueDay: day.nullable(),
    }),
  ),
  actions: z.array(z.enum(requestActions)),
  /** The due day that is proposed for handing it on. */
  usualDueDay: day,
})

export const requestFilter = z.object({
  q: z.string().max(100).optional(),
  state: several(z.enum(requestStates)),
  kind: several(z.enum(requestKinds)),
  owner: several(id),
})

const one = z.object({ request: id })
const done = z.object({ id, state: z.enum(requestStates) })
const read = { permission: 'request.read' }
const answer = { permission: 'request.answer' }
const manage = { permission: 'request.manage' }

export const requestRoutes = {
  list: route('request.list', {
    method: 'GET',
    path: '/api/requests',
    summary: { zh: '群众诉求列表', en: 'Requests from the public' },
    access: read,
    query: requestFilter.extend({ after: id.optional(), limit: pageSize }),
    response: z.object({
      items: z.array(requestRow),
      /** Exact up to 10,000; 10,001 means more. */
      total: z.number().int(),
      next: z.string().nullable(),
    }),
  }),
  codes: route('request.codes', {
    method: 'GET',
    path: '/api/requests/codes',
    summary: { zh: '演示用验证码', en: 'Codes that the demo would have sent' },
    access: manage,
    response: z.object({
      items: z.array(z.object({ phone: z.string(), code: z.string(), at: moment })),
    }),
  }),
  send: route('request.send', {
    method: 'POST',
    path: '/api/requests',
    summary: { zh: '登记群众诉求', en: 'Write down a request for somebody' },
    access: { permission: 'request.send' },
    body: sendRequestInput,
    response: z.object({ id, number: z.string() }),
  }),
  get: route('request.get', {
    method: 'GET',
    path: '/api/requests/:request',
    summary: { zh: '查看群众诉求', en: 'Show a request' },
    access: read,
    params: one,
    response: requestShape,
  }),
  handOn: route('request.hand-on', {
    method: 'POST',
    path: '/api/requests/:request/assignment',
    summary: { zh: '交办群众诉求', en: 'Hand a request on' },
    access: manage,
    params: one,
    body: handOnInput.omit({ request: true }),
    response: done,
  }),
  answer: route('request.answer', {
    method: 'POST',
    path: '/api/requests/:request/answers',
    summary: { zh: '答复群众诉求', en: 'Answer a request' },
    access: answer,
    params: one,
    body: answerRequestInput.omit({ request: true }),
    response: done,
  }),
  close: route('request.close', {
    method: 'POST',
    path: '/api/requests/:request/closure',
    summary: { zh: '办结群众诉求', en: 'Close a request' },
    access: manage,
    params: one,
    body: closeRequestInput.omit({ request: true }),
    response: done,
  }),
  seeContact: route('request.see-contact', {
    method: 'POST',
    path: '/api/requests/:request/contact',
    summary: { zh: '申请查看联系方式（会记录）', en: 'Ask to see who sent it (it is noted)' },
    access: answer,
    params: one,
    response: done,
  }),
  contact: route('request.contact', {
    method: 'GET',
    path: '/api/requests/:request/contact',
    summary: { zh: '查看联系方式', en: 'Who sent it' },
    access: answer,
    params: one,
    response: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  }),
}
