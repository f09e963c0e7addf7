import { z } from 'zod'
import { id, line, moment, named } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { ways } from './assistance.ts'

export const beginInput = z.object({
  assistance: id,
  name: line(40),
  phone: z.string().trim().max(40).nullable().default(null),
  way: z.enum(ways),
})
export const endInput = z.object({ assistance: id })

const shape = z.object({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  way: z.enum(ways),
  begunAt: moment,
  endsAt: moment,
  open: z.boolean(),
})

const access = { permission: 'assistance.act' }
const params = z.object({ assistance: id })

export const assistanceRoutes = {
  list: route('assistance.list', {
    method: 'GET',
    path: '/api/assistances',
    summary: { zh: '我的代办', en: 'Whom I acted for' },
    access,
    response: z.object({ items: z.array(shape) }),
  }),
  begin: route('assistance.begin', {
    method: 'POST',
    path: '/api/assistances',
    summary: { zh: '开始代办', en: 'Begin to act for somebody' },
    access,
    body: beginInput,
    response: z.object({ id }),
  }),
  end: route('assistance.end', {
    method: 'POST',
    path: '/api/assistances/:assistance/end',
    summary: { zh: '结束代办', en: 'End acting for somebody' },
    access,
    params,
    response: z.object({ id }),
  }),
  receipt: route('assistance.receipt', {
    method: 'GET',
    path: '/api/assistances/:assistance/receipt',
    summary: { zh: '代办回执', en: 'The receipt: what was done for somebody' },
    access,
    params,
    response: shape.extend({
      staff: z.string(),
      organisation: named,
      /** What was done, in its order, in words. */
      acts: z.array(z.object({ id, what: z.string(), title: z.string(), at: moment })),
    }),
  }),
}
