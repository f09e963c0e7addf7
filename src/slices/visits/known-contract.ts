import { z } from 'zod'
import { day, id, line, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { knownBy } from './visit.ts'

const kind = z.enum(['place', 'organisation'])
export const known = z.object({ kind, id, by: z.enum(knownBy) })

/** A place or an organisation of the county, as it is shown where a site is linked to it. */
export const knownThing = z.object({
  kind,
  id,
  name: z.string(),
  /** Of a place: the organisation that keeps it. */
  keeper: id.nullable(),
  closed: z.boolean(),
})

const read = { permission: 'visit.read' }

export const knownRoutes = {
  called: route('known.called', {
    method: 'GET',
    path: '/api/known',
    summary: { zh: '按名称认本县阵地、单位', en: 'What of the county a name means' },
    access: read,
    query: z.object({ name: line(120) }),
    response: z.object({
      known: known.nullable(),
      /** Several that it may be equally well. */
      possible: z.array(known),
      things: z.array(knownThing),
    }),
  }),
  visits: route('known.visits', {
    method: 'GET',
    path: '/api/known/:kind/:known/visits',
    summary: { zh: '到过这里的调研', en: 'The visits that came to a place or an organisation' },
    access: read,
    params: z.object({ kind, known: id }),
    query: z.object({
      /** The day and the visit of the last row of the page before: `2026-03-06.<id>`. */
      after: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
        .optional(),
      limit: pageSize,
    }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          title: z.string(),
          day,
          lead: z.string().nullable(),
          /** As the report calls it. */
          names: z.array(z.string()),
          directives: z.number().int(),
        }),
      ),
      next: z.string().nullable(),
      total: z.number().int(),
    }),
  }),
}
