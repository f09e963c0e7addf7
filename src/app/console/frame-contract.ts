import { z } from 'zod'
import { day, recordCard } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'

/** What the frame itself asks the server for, over all slices. */

export const todayItem = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  subtitle: z.string(),
  href: z.string(),
  due: day.nullable(),
  lamp: z.enum(['done', 'ontime', 'near', 'overdue', 'waiting', 'none']),
  /** The verb of what is to be done: 签收. */
  action: z.string(),
})

export const figure = z.object({
  name: z.string(),
  title: z.string(),
  /** What is counted, in one sentence. */
  definition: z.string(),
  unit: z.string(),
  value: z.number(),
  /** How many records the figure sums, and where they are listed. */
  records: z.number().int(),
  href: z.string().nullable(),
  /** Month by month, `YYYY-MM`, the oldest first. */
  trend: z.array(z.object({ month: z.string(), amount: z.number() })),
})

export const frameRoutes = {
  today: route('today.list', {
    method: 'GET',
    path: '/api/today',
    summary: { zh: '等我办的事', en: 'What waits for me' },
    access: 'signed-in',
    query: z.object({ cursor: z.string().optional() }),
    response: z.object({ items: z.array(todayItem), nextCursor: z.string().nullable() }),
  }),
  search: route('search.find', {
    method: 'GET',
    path: '/api/search',
    summary: { zh: '查找记录', en: 'Find records' },
    access: 'signed-in',
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    response: z.object({ results: z.array(recordCard) }),
  }),
  figures: route('figure.list', {
    method: 'GET',
    path: '/api/figures',
    summary: { zh: '数据', en: 'Figures' },
    access: 'signed-in',
    query: z.object({}),
    response: z.object({ items: z.array(figure) }),
  }),
}

export type TodayItem = z.output<typeof todayItem>
export type Figure = z.output<typeof figure>
