import { z } from 'zod'
import { day, id, line } from '#platform/contracts/fields.ts'

/** What each command of the follow-ups takes; the console's forms are checked by the same. */

const followup = id
/** One short text is asked for and no more: whoever has done the work must not write about it at length. */
const account = line(500)
const reason = line(200)
const files = z.array(id).max(10).default([])

const assignment = {
  lead: id,
  /** Left out: as before. */
  supporting: z.array(id).max(20).optional(),
  /** Left out: as before. Null: none. */
  dueDay: day.nullable().optional(),
  note: z.string().trim().max(200).optional(),
}
export const assignInput = z.object({ followup, ...assignment })
export const assignManyInput = z.object({ followups: z.array(id).min(1).max(100), ...assignment })
export const signInput = z.object({ followup })
export const reportInput = z.object({ followup, text: account, files })
/** `extension` is the client-made id of the request. */
export const askExtensionInput = z.object({ followup, extension: id, toDay: day, reason })
export const decideExtensionInput = z.object({
  followup,
  extension: id,
  granted: z.boolean(),
  reason: z.string().trim().max(200).optional(),
})
export const askClosingInput = z.object({ followup, text: account, files })
export const reviewInput = z.object({
  followup,
  outcome: z.enum(['closed', 'returned']),
  /** Needed for `returned`. */
  reason: z.string().trim().max(200).optional(),
})
export const remarkInput = z.object({
  followup,
  /** The client-made id of the new follow-up. */
  item: id,
  text: line(500),
  /** Left out: who said the first. */
  saidBy: line(40).optional(),
  /** Left out: today. */
  saidOn: day.optional(),
})
export const addPartInput = z.object({
  followup,
  /** The client-made id of the part. */
  part: id,
  organisation: id,
  text: line(200),
  dueDay: day.optional(),
})
export const completePartInput = z.object({
  followup,
  part: id,
  text: z.string().trim().max(500).optional(),
  files,
})
export const withdrawInput = z.object({ followup, reason })

/** Filters of the list as they stand in its address. */
export const viewQuery = z.record(
  z.string().max(40),
  z.union([z.string().max(200), z.array(z.string().max(200)).max(50)]),
)
export const saveViewInput = z.object({
  /** The client-made id of the view. */
  view: id,
  name: line(40),
  query: viewQuery,
})
export const dropViewInput = z.object({ view: id })
