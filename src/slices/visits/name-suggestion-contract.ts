import { z } from 'zod'
import { id, line, moment, named, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { suggestionStates } from './name-suggestion.ts'

export const suggestionInput = z.object({ suggestion: id })

const target = z.object({ kind: z.enum(['place', 'organisation']), id, name: z.string() })

export const suggestionShape = z.object({
  id,
  target,
  /** In how many visits and follow-ups it was said. */
  times: z.number().int(),
  at: moment,
  lastAt: moment,
  /** The last of them; `title` where the reader may see it. */
  sources: z.array(
    z.object({
      kind: z.enum(['visit', 'followup']),
      id,
      title: z.string().nullable(),
      by: named.nullable(),
      at: moment,
    }),
  ),
  /** Who else of its kind has the name now, so that it cannot be accepted. */
  heldBy: named.nullable(),
  decided: z.object({ at: moment, by: named.nullable() }).nullable(),
  /** Whether the reader may accept and refuse it. */
  mayDecide: z.boolean(),
})

const decide = { permission: 'name-suggestion.decide' }

export const suggestionRoutes = {
  list: route('name-suggestion.list', {
    method: 'GET',
    path: '/api/name-suggestions',
    summary: { zh: '待定的别名', en: 'Names that corrections suggest' },
    access: { permission: 'name-suggestion.read' },
    query: z.object({
      state: z.enum(suggestionStates).default('open'),
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({
      /** A name with all that it was suggested for, side by side. */
      items: z.array(z.object({ name: line(60), suggestions: z.array(suggestionShape) })),
      next: id.nullable(),
      /** Of names. */
      total: z.number().int(),
    }),
  }),
  refuse: route('name-suggestion.refuse', {
    method: 'POST',
    path: '/api/name-suggestions/:suggestion/refusal',
    summary: { zh: '不采用一个别名', en: 'Refuse a suggested name' },
    access: decide,
    params: suggestionInput,
    response: z.object({ id }),
  }),
  reopen: route('name-suggestion.reopen', {
    method: 'DELETE',
    path: '/api/name-suggestions/:suggestion/refusal',
    summary: { zh: '重新考虑一个别名', en: 'Take a refusal back' },
    access: decide,
    params: suggestionInput,
    response: z.object({ id }),
  }),
}
