import { z } from 'zod'
import { day, id, line, moment, named, pageSize, several } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { fileCard } from '#platform/files/file-contract.ts'
import { actions, forces, kinds, lamps, reasons, states, stepKinds } from './followup.ts'
import * as input from './followup-inputs.ts'

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
  visit: id,
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

export const followupShape = followupRow.omit({ supporting: true, visit: true }).extend({
  /** Titles of who said it, as the report gives them. */
  saidAs: z.string().nullable(),
  visit: z.object({ id, title: z.string(), day: day.nullable() }),
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
const filters = {
  /** Chinese, pinyin or initials: the sentence, places, who said it, organisations, the number. */
  q: z.string().max(100).optional(),
  state: several(z.enum(states)),
  lamp: several(z.enum(lamps)),
  lead: several(id),
  supporting: several(id),
  /** Those in which one of the viewer's organisations has a share. */
  mine: z.stringbool().optional(),
  visit: id.optional(),
  force: several(z.enum(forces)),
  kind: z.enum(kinds).optional(),
  theme: z.string().max(80).optional(),
  due_from: day.optional(),
  due_to: day.optional(),
}
const sort = z.enum(['due', 'number', 'updated']).default('due')

export const followupFilter = z.object({ ...filters, sort })
export type FollowupFilter = z.output<typeof followupFilter>

export const savedView = z.object({ id, name: z.string(), query: input.viewQuery })

const one = z.object({ followup: id })
const read = { permission: 'followup.read' }
const answerIt = { permission: 'followup.answer' }
const manage = { permission: 'followup.manage' }
const review = { permission: 'followup.review' }
const done = z.object({ id, state: z.enum(states) })

export const followupRoutes = {
  list: route('followup.list', {
    method: 'GET',
    path: '/api/followups',
    summary: { zh: '督办事项列表', en: 'Follow-ups' },
    access: read,
    query: followupFilter.extend({ after: z.string().max(120).optional(), limit: pageSize }),
    response: z.object({
      items: z.array(followupRow),
      /** Exact up to 10,000; 10,001 means more. */
      total: z.number().int(),
      next: z.string().nullable(),
    }),
  }),
  export: route('followup.export', {
    method: 'GET',
    path: '/api/followups/export.xlsx',
    summary: { zh: '导出督办台账', en: 'Follow-ups as a spreadsheet' },
    access: { permission: 'followup.export' },
    query: followupFilter,
    response: 'file',
  }),
  leads: route('followup.leads', {
    method: 'GET',
    path: '/api/followups/organisations',
    summary: { zh: '牵头单位及事项数', en: 'Organisations that lead follow-ups, with counts' },
    access: read,
    query: z.object(filters).omit({ lead: true }),
    response: z.object({ items: z.array(named.extend({ count: z.number().int() })) }),
  }),
  views: route('followup.views', {
    method: 'GET',
    path: '/api/followups/views',
    summary: { zh: '我保存的筛选', en: 'My saved views' },
    access: read,
    response: z.object({ items: z.array(savedView) }),
  }),
  saveView: route('followup.save-view', {
    method: 'POST',
    path: '/api/followups/views',
    summary: { zh: '保存筛选', en: 'Save a view' },
    access: read,
    body: input.saveViewInput,
    response: z.object({ id }),
  }),
  dropView: route('followup.drop-view', {
    method: 'DELETE',
    path: '/api/followups/views/:view',
    summary: { zh: '删除保存的筛选', en: 'Drop a saved view' },
    access: read,
    params: z.object({ view: id }),
    response: z.object({ id }),
  }),
  assignMany: route('followup.assign-many', {
    method: 'POST',
    path: '/api/followups/assignments',
    summary: { zh: '批量交办', en: 'Assign several at once' },
    access: manage,
    body: input.assignManyInput,
    response: z.object({ assigned: z.number().int() }),
  }),
  get: route('followup.get', {
    method: 'GET',
    path: '/api/followups/:followup',
    summary: { zh: '查看督办事项', en: 'Show a follow-up' },
    access: read,
    params: one,
    response: followupShape,
  }),
  assign: act('assign', 'assignment', manage, '交办', 'Assign', input.assignInput),
  sign: route('followup.sign', {
    method: 'POST',
    path: '/api/followups/:followup/receipt',
    summary: { zh: '签收', en: 'Sign for it' },
    access: answerIt,
    params: one,
    response: done,
  }),
  report: act('report', 'feedbacks', answerIt, '报进展', 'Report progress', input.reportInput),
  askExtension: act(
    'ask-extension',
    'extensions',
    answerIt,
    '申请延期',
    'Ask for a later day',
    input.askExtensionInput,
  ),
  decideExtension: route('followup.decide-extension', {
    method: 'POST',
    path: '/api/followups/:followup/extensions/:extension/decision',
    summary: { zh: '审批延期', en: 'Decide on a later day' },
    access: review,
    params: one.extend({ extension: id }),
    body: input.decideExtensionInput.omit({ followup: true, extension: true }),
    response: done,
  }),
  askClosing: act('ask-closing', 'closing', answerIt, '申请办结', 'Ask to close', input.askClosingInput),
  review: act('review', 'reviews', review, '审核办结', 'Review a closing', input.reviewInput),
  remark: act(
    'remark',
    'remarks',
    manage,
    '追加批示，另立新事项',
    'A new remark opens a new item',
    input.remarkInput,
  ),
  addPart: route('followup.add-part', {
    method: 'POST',
    path: '/api/followups/:followup/parts',
    summary: { zh: '分解任务', en: 'Add a part' },
    // The lead organisation's officers or the supervisor: the command looks closer.
    access: read,
    params: one,
    body: input.addPartInput.omit({ followup: true }),
    response: done,
  }),
  completePart: route('followup.complete-part', {
    method: 'POST',
    path: '/api/followups/:followup/parts/:part/completion',
    summary: { zh: '完成分解任务', en: 'Complete a part' },
    access: answerIt,
    params: one.extend({ part: id }),
    body: input.completePartInput.omit({ followup: true, part: true }),
    response: done,
  }),
  withdraw: act('withdraw', 'withdrawal', manage, '撤销督办', 'Withdraw', input.withdrawInput),
}

function act<Input extends z.ZodObject<{ followup: typeof id }>>(
  verb: string,
  path: string,
  access: { permission: string },
  zh: string,
  en: string,
  body: Input,
) {
  return route(`followup.${verb}`, {
    method: 'POST',
    path: `/api/followups/:followup/${path}`,
    summary: { zh, en },
    access,
    params: one,
    body: body.omit({ followup: true }),
    response: done,
  })
}
