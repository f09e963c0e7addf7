import { z } from 'zod'
import { day, id, pageSize } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { lamps } from './followup.ts'

const todayKinds = [
  'draft',
  'assign',
  'extension',
  'review',
  'sign',
  'redo',
  'work',
  'part',
  'unreached',
] as const
export type TodayKind = (typeof todayKinds)[number]

export const todayItem = z.object({
  /** The record's id. */
  id,
  kind: z.enum(todayKinds),
  title: z.string(),
  subtitle: z.string(),
  href: z.string(),
  due: day.nullable(),
  lamp: z.enum(lamps),
  /** The verb of the task, in words: 签收. */
  action: z.string(),
})

export const todayRoutes = {
  today: route('today.list', {
    method: 'GET',
    path: '/api/today',
    summary: { zh: '今天：等我办的事', en: 'Today: what waits for me' },
    access: 'signed-in',
    query: z.object({ after: z.string().max(80).optional(), limit: pageSize }),
    response: z.object({ items: z.array(todayItem), next: z.string().nullable() }),
  }),
  calendar: route('calendar.days', {
    method: 'GET',
    path: '/api/calendar',
    summary: { zh: '工作日历', en: 'The working-day calendar' },
    access: 'signed-in',
    query: z.object({ from: day, to: day }),
    response: z.object({
      days: z.array(
        z.object({
          day,
          working: z.boolean(),
          /** A public holiday's name, on a day off or on a make-up working day. */
          holiday: z.object({ zh: z.string(), en: z.string() }).nullable(),
          /** False while the State Council has not announced that year's holidays. */
          announced: z.boolean(),
        }),
      ),
    }),
  }),
  brief: route('visit.brief', {
    method: 'GET',
    path: '/api/visits/:visit/brief',
    summary: { zh: '调研及要求办理情况报告（草稿）', en: 'The brief of a visit and its follow-ups (draft)' },
    access: { permission: 'followup.read' },
    params: z.object({ visit: id }),
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    response: 'file',
  }),
}
