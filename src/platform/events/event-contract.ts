import { z } from 'zod'
import { id, moment, named, pageSize, recordCard } from '../contracts/fields.ts'
import { route } from '../contracts/route.ts'

/** What happened, as a page tells it: who, on whose behalf, when, what. */
export const historyRow = z.object({
  id,
  position: z.number(),
  at: moment,
  name: z.string(),
  /** The event in words. */
  what: z.string(),
  person: named.nullable(),
  organisation: named.nullable(),
  about: recordCard.nullable(),
  /** Done by staff for a person without a phone. */
  assisted: z.boolean(),
  data: z.record(z.string(), z.unknown()),
})

export const eventRoutes = {
  ledger: route('event.list', {
    method: 'GET',
    path: '/api/events',
    summary: { zh: '操作日志', en: 'The ledger of what was done' },
    access: { permission: 'event.read' },
    query: z.object({
      before: z.coerce.number().int().positive().optional(),
      limit: pageSize,
    }),
    response: z.object({ items: z.array(historyRow), next: z.number().nullable() }),
  }),
}
