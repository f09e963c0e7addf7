import { z } from 'zod'
import { id, named, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { states } from './followup.ts'
import * as input from './followup-inputs.ts'
import { filters, followupFilter, followupRow, followupShape, savedView } from './followup-shapes.ts'

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
  assign: act('assign', 'assignment', manage, '交办', 'Assign', input.assignInput.omit({ followup: true })),
  sign: route('followup.sign', {
    method: 'POST',
    path: '/api/followups/:followup/receipt',
    summary: { zh: '签收', en: 'Sign for it' },
    access: answerIt,
    params: one,
    response: done,
  }),
  report: act(
    'report',
    'feedbacks',
    answerIt,
    '报进展',
    'Report progress',
    input.reportInput.omit({ followup: true }),
  ),
  askExtension: act(
    'ask-extension',
    'extensions',
    answerIt,
    '申请延期',
    'Ask for a later day',
    input.askExtensionInput.omit({ followup: true }),
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
  askClosing: act(
    'ask-closing',
    'closing',
    answerIt,
    '申请办结',
    'Ask to close',
    input.askClosingInput.omit({ followup: true }),
  ),
  review: act(
    'review',
    'reviews',
    review,
    '审核办结',
    'Review a closing',
    input.reviewInput.omit({ followup: true }),
  ),
  remark: act(
    'remark',
    'remarks',
    manage,
    '追加批示，另立新事项',
    'A new remark opens a new item',
    input.remarkInput.omit({ followup: true }),
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
  withdraw: act(
    'withdraw',
    'withdrawal',
    manage,
    '撤销督办',
    'Withdraw',
    input.withdrawInput.omit({ followup: true }),
  ),
}

function act<Body extends z.ZodObject>(
  verb: string,
  path: string,
  access: { permission: string },
  zh: string,
  en: string,
  body: Body,
) {
  return route(`followup.${verb}`, {
    method: 'POST',
    path: `/api/followups/:followup/${path}`,
    summary: { zh, en },
    access,
    params: one,
    body,
    response: done,
  })
}
