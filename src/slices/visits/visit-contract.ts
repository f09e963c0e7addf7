import { z } from 'zod'
import { day, id, line, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { historyRow } from '#platform/events/event-contract.ts'
import { known, knownThing } from './known-contract.ts'
import { type Change, kindOf, visitStates } from './visit.ts'

const span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
const spans = z.array(span).max(200)
const remark = z.object({ text: z.string().max(4000), spans })
const sure = { confidence: z.number().min(0).max(1), reason: z.string().max(60) }
const rank = z.number()

export const forces = ['must', 'should', 'hoped', 'advised'] as const

const person = z.object({
  name: line(40),
  titles: z.array(line(80)).max(20),
  spans,
  rank,
  ...sure,
})
const place = {
  name: line(120),
  seen: z.array(remark).max(100),
  praised: z.array(remark).max(100),
  spans,
  ...sure,
}

const phrases = z.array(line(200)).max(20).default([])

/** The shape of each kind of item; the console's forms are checked by the same. */
export const itemShapes = {
  title: z.object({ text: line(300), spans }),
  date: z.object({
    value: z
      .union([day, z.string().regex(/^--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.literal('unknown')])
      .nullable(),
    spans,
    ...sure,
  }),
  lead: person,
  companion: person,
  site: z.object({
    ...place,
    rank,
    holder: remark.nullable().default(null),
    parts: z.array(remark).max(100).default([]),
    known: known.nullable().default(null),
    possible: z.array(known).max(20).default([]),
  }),
  meeting: z.object(place),
  directive: z.object({
    text: line(2000),
    force: z.enum(forces),
    subject: line(80).nullable(),
    theme: line(80).nullable(),
    means: phrases,
    goals: phrases,
    quantities: phrases,
    measurable: z.boolean(),
    deadline: line(80).nullable(),
    places: z
      .array(z.string().regex(/^(site:\w+|meeting|visit)$/))
      .min(1)
      .max(40),
    spans,
    rank,
    ...sure,
  }),
  undone: z.object({ id: z.string().regex(/^r\d+$/) }),
}

const itemKey = z.string().regex(/^(title|date|lead|meeting|(companion|site|directive|undone):[\w-]{1,40})$/)

const change = z
  .object({ item: itemKey, before: z.unknown(), after: z.unknown() })
  .transform((given, context): Change => {
    const shape = itemShapes[kindOf(given.item)]
    const items: Pick<Change, 'before' | 'after'> = { before: null, after: null }
    for (const side of ['before', 'after'] as const) {
      if (given[side] === null) continue
      const checked = shape.safeParse(given[side])
      if (checked.success) {
        items[side] = checked.data
        continue
      }
      for (const issue of checked.error.issues) {
        context.addIssue({ code: 'custom', message: issue.message, path: [side, ...issue.path] })
      }
    }
    return { item: given.item, ...items }
  })

export const recordVisitInput = z
  .object({
    visit: id,
    /** The report as text … */
    text: z.string().max(1_000_000).optional(),
    /** … or as a file that was uploaded before. */
    file: id.optional(),
    /** Read it again although it was read before. */
    again: z.boolean().default(false),
  })
  .refine((input) => (input.text === undefined) !== (input.file === undefined), {
    message: 'text or file / 文字或文件，二者取一',
  })
export const correctVisitInput = z.object({ visit: id, changes: z.array(change).min(1).max(200) })
export const confirmVisitInput = z.object({
  visit: id,
  /** The version that the person looked at. */
  version: z.number().int().positive(),
})
export const dismissVisitInput = z.object({ visit: id, reason: line(200) })

const counts = z.object({ sites: z.number(), directives: z.number(), toAsk: z.number() })

export const visitRow = z.object({
  id,
  title: z.string(),
  /** `YYYY-MM-DD`, `--MM-DD`, `unknown` or null. */
  date: z.string().nullable(),
  lead: z.string().nullable(),
  state: z.enum(visitStates),
  /** What the text looked like: `visit`, or what else. */
  kind: z.string(),
  counts,
  recordedBy: named.nullable(),
  at: moment,
})

const repair = z.object({
  id: z.string(),
  kind: z.string(),
  span,
  before: z.string(),
  after: z.string(),
})

export const visitShape = visitRow.extend({
  version: z.number(),
  kindReason: z.string(),
  cutOff: z.boolean(),
  original: z.string(),
  repairs: z.array(repair),
  content: z.record(z.string(), z.unknown()),
  /** The places and organisations that its sites are, or may be. */
  things: z.array(knownThing),
  /** Groups that came along, as written. */
  groups: z.array(remark),
  /** The file that it came from, where it was one. */
  file: z.object({ id, name: z.string() }).nullable(),
  confirmedAt: moment.nullable(),
  dismissed: z.object({ at: moment, reason: z.string() }).nullable(),
  /** What the actor may do with it now. */
  actions: z.array(z.enum(['correct', 'confirm', 'dismiss'])),
})

const oneVisit = z.object({ visit: id })
const read = { permission: 'visit.read' }
const record = { permission: 'visit.record' }

export const visitRoutes = {
  list: route('visit.list', {
    method: 'GET',
    path: '/api/visits',
    summary: { zh: '调研列表', en: 'Visits' },
    access: read,
    query: z.object({
      q: z.string().max(100).optional(),
      state: several(z.enum(visitStates)),
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({ items: z.array(visitRow), next: id.nullable() }),
  }),
  record: route('visit.record', {
    method: 'POST',
    path: '/api/visits',
    summary: { zh: '读入一篇调研报道', en: 'Read a report into a visit' },
    access: record,
    body: recordVisitInput,
    response: z.object({ id }),
  }),
  get: route('visit.get', {
    method: 'GET',
    path: '/api/visits/:visit',
    summary: { zh: '查看调研', en: 'Show a visit' },
    access: read,
    params: oneVisit,
    response: visitShape,
  }),
  history: route('visit.history', {
    method: 'GET',
    path: '/api/visits/:visit/history',
    summary: { zh: '调研的改动记录', en: 'What was done with a visit' },
    access: read,
    params: oneVisit,
    response: z.object({ items: z.array(historyRow) }),
  }),
  correct: route('visit.correct', {
    method: 'POST',
    path: '/api/visits/:visit/corrections',
    summary: { zh: '更正读取结果', en: 'Correct what was read' },
    access: record,
    params: oneVisit,
    body: correctVisitInput.omit({ visit: true }),
    response: z.object({ version: z.number() }),
  }),
  confirm: route('visit.confirm', {
    method: 'POST',
    path: '/api/visits/:visit/confirmation',
    summary: { zh: '确认，生成督办事项', en: 'Confirm: its directives become follow-ups' },
    access: record,
    params: oneVisit,
    body: confirmVisitInput.omit({ visit: true }),
    response: z.object({ id, followups: z.number() }),
  }),
  dismiss: route('visit.dismiss', {
    method: 'POST',
    path: '/api/visits/:visit/dismissal',
    summary: { zh: '搁置', en: 'Set a reading aside' },
    access: record,
    params: oneVisit,
    body: dismissVisitInput.omit({ visit: true }),
    response: z.object({ id }),
  }),
}
