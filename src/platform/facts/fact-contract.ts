import { z } from 'zod'
import { day, id, pageSize, recordCard } from '../contracts/fields.ts'
import { route } from '../contracts/route.ts'

const figure = z.object({
  fact: z.string(),
  title: z.string(),
  /** What is counted, in one sentence. */
  definition: z.string(),
  unit: z.string(),
  total: z.number(),
  /** How many records the figure sums, and opens. */
  records: z.number(),
})

/** Where a page of records ends: `day/record`, of records that exist or not. */
const cursor = z.string().refine((value) => {
  const [onDay, record, ...rest] = value.split('/')
  return rest.length === 0 && day.safeParse(onDay).success && id.safeParse(record).success
})

const period = { from: day.optional(), to: day.optional() }

export const factRoutes = {
  figures: route('figure.list', {
    method: 'GET',
    path: '/api/figures',
    summary: { zh: '全部数字', en: 'All figures' },
    access: 'signed-in',
    query: z.object(period),
    response: z.object({ items: z.array(figure) }),
  }),
  figure: route('figure.get', {
    method: 'GET',
    path: '/api/figures/:fact',
    summary: { zh: '一个数字和它的走势', en: 'One figure and its trend' },
    access: 'signed-in',
    params: z.object({ fact: z.string().max(60) }),
    query: z.object(period),
    response: figure.extend({ months: z.array(z.object({ month: z.string(), amount: z.number() })) }),
  }),
  records: route('figure.records', {
    method: 'GET',
    path: '/api/figures/:fact/records',
    summary: { zh: '这个数字是哪些记录加起来的', en: 'The records that a figure sums' },
    access: 'signed-in',
    params: z.object({ fact: z.string().max(60) }),
    query: z.object({ ...period, after: cursor.optional(), limit: pageSize }),
    response: z.object({
      items: z.array(z.object({ day, amount: z.number(), record: recordCard })),
      next: z.string().nullable(),
    }),
  }),
}
