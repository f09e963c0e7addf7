import { z } from 'zod'
import { day, id, moment, named, several } from '#platform/contracts/fields.ts'
import { fileCard } from '#platform/files/file-contract.ts'
import { actions, forces, kinds, lamps, reasons, states, stepKinds } from './followup.ts'
import { viewQuery } from './followup-inputs.ts'

/** What a follow-up looks like in an answer, and what a list of them may be asked for. */

const place = z.object({ kind: z.enum(['site', 'meeting', 'visit']), name: z.string() })
/** Working days after today up to and including the due day; negative when it has passed; null where no clock runs. */
const workingDaysLeft = z.number().int().nullable()

const nextStep = z.object({
  /** What the viewer shall do now, or null when it is somebody else's turn. */
  action: z.enum(actions).nullable(),
  turn: z.enum(['you', 'supervisor', 'lead', 'nobody']),
  /** The same in words: 请签收; 等待县总工会签收. */
  text: z.string(),
})

export const followupRow = z.object({
  id,
  /** `2026-0007`. */
  number: z.string(),
  /** The sentence as it was said. */
  quote: z.string(),
  force: z.enum(forces),
  kind: z.enum(kinds),
  subject: z.string().nullable(),
  theme: z.string().nullable(),
  places: z.array(place),
  saidBy: z.string().nullable(),
  saidOn: day.nullable(),
  /** The visit that it comes from, or null where it was a request. */
  visit: id.nullable(),
  request: id.nullable(),
  state: z.enum(states),
  lamp: z.enum(lamps),
  dueDay: day.nullable(),
  workingDaysLeft,
  /** The deadline in the report's own words; a hint only. */
  deadline: z.string().nullable(),
  lead: named.nullable(),
  /** How many organisations support the lead. */
  supporting: z.number().int(),
  lastWord: z
    .object({
      kind: z.enum(stepKinds),
      /** The step in words: 报告进展. */
      what: z.string(),
      text: z.string().nullable(),
      at: moment,
      organisation: named.nullable(),
    })
    .nullable(),
  next: nextStep,
  openedAt: moment,
  updatedAt: moment,
})

const step = z.object({
  id,
  position: z.number().int(),
  at: moment,
  kind: z.enum(stepKinds),
  what: z.string(),
  text: z.string().nullable(),
  dueDay: day.nullable(),
  /** The lead that an assignment named. */
  lead: named.nullable(),
  person: named.nullable(),
  organisation: named.nullable(),
  files: z.array(fileCard),
})

const part = z.object({
  id,
  organisation: named,
  text: z.string(),
  dueDay: day.nullable(),
  lamp: z.enum(lamps),
  workingDaysLeft,
  completed: z.object({ at: moment, text: z.string().nullable(), person: named.nullable() }).nullable(),
  /** Whether the viewer may complete it now. */
  mayComplete: z.boolean(),
})

const extension = z.object({
  id,
  fromDay: day,
  toDay: day,
  reason: z.string(),
  at: moment,
  person: named.nullable(),
  organisation: named.nullable(),
  decision: z
    .object({ granted: z.boolean(), reason: z.string().nullable(), at: moment, person: named.nullable() })
    .nullable(),
})

export const followupShape = followupRow.omit({ supporting: true, visit: true, request: true }).extend({
  /** Titles of who said it, as the report gives them. */
  saidAs: z.string().nullable(),
  /** By which means, to which end, how much: in the report's own words. */
  means: z.array(z.string()),
  goals: z.array(z.string()),
  quantities: z.array(z.string()),
  visit: z.object({ id, title: z.string(), day: day.nullable() }).nullable(),
  /** The request of the public that it answers. */
  request: z.object({ id, number: z.string() }).nullable(),
  supporting: z.array(named),
  /** Proposals for the assignment, never more than that: an organisation that the report names. */
  suggestedLead: named.nullable(),
  history: z.array(step),
  parts: z.array(part),
  extensions: z.array(extension),
  files: z.array(fileCard),
  linked: z.array(
    z.object({
      id,
      number: z.string(),
      quote: z.string(),
      state: z.enum(states),
      /** `before`: this one was opened by a remark on it; `after`: a remark on this one opened it. */
      relation: z.enum(['before', 'after']),
    }),
  ),
  /** Every action; `reason` and `why` say in a code and in words why it is not possible, null when it is. */
  actions: z.array(
    z.object({
      action: z.enum(actions),
      reason: z.enum(reasons).nullable(),
      why: z.string().nullable(),
    }),
  ),
})

/** The filters of the list, of the export and of the facets. */
export const filters = {
  /** Chinese, pinyin or initials: the sentence, places, who said it, organisations, the number. */
  q: z.string().max(100).optional(),
  state: several(z.enum(states)),
  lamp: several(z.enum(lamps)),
  lead: several(id),
  supporting: several(id),
  /** Those in which one of the viewer's organisations has a share. */
  mine: z.stringbool().optional(),
  visit: id.optional(),
  request: id.optional(),
  force: several(z.enum(forces)),
  kind: z.enum(kinds).optional(),
  theme: z.string().max(80).optional(),
  due_from: day.optional(),
  due_to: day.optional(),
}
const sort = z.enum(['due', 'number', 'updated']).default('due')

export const followupFilter = z.object({ ...filters, sort })
export type FollowupFilter = z.output<typeof followupFilter>

export const savedView = z.object({ id, name: z.string(), query: viewQuery })
