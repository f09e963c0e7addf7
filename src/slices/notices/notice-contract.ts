import { z } from 'zod'
import { id, line, moment, named, pageSize, recordCard } from '#platform/contracts/fields.ts'
import { route } from '#platform/contracts/route.ts'
import { channelNames, outwardNames } from '#platform/notify/channel.ts'
import { longest, outboxStates, urgencyNames, alarmWhys, callOutcomes } from './notice.ts'

const channel = z.enum(channelNames)
const outward = z.enum(outwardNames)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const readNoticesInput = z.object({
  notices: z.union([z.literal('all'), z.array(id).min(1).max(200)]),
})
export const setAddressInput = z.object({
  person: id,
  channel: outward,
  /** Null: none any more. Checked by the command, which says what such an address looks like. */
  address: z.string().trim().max(longest.address).nullable(),
  language: z.enum(['zh', 'en']).default('zh'),
})
export const settingsInput = z.object({
  quietFrom: time,
  quietTo: time,
  workingDaysOnly: z.boolean(),
  gatherMinutes: z.number().int().min(0).max(240),
})
export const testInput = z.object({
  channel: outward,
  address: z.string().trim().min(1).max(longest.address),
})
export const sendAgainInput = z.object({ delivery: id })
export const reportBounceInput = z.object({ delivery: id, note: line(longest.note) })
export const clearStopInput = z.object({ stop: id })
export const answerAlarmInput = z.object({
  matter: id,
  answer: z.enum(['told', 'needless']),
  note: line(longest.note),
})
export const noteCallInput = z.object({
  delivery: id,
  outcome: z.enum(callOutcomes),
  note: z.string().trim().max(longest.note).default(''),
})
export const jobInput = z.object({ job: id })

const ownNotice = z.object({
  id,
  title: z.string(),
  body: z.string(),
  about: recordCard.nullable(),
  urgent: z.boolean(),
  at: moment,
  readAt: moment.nullable(),
})

export const outboxRow = z.object({
  id,
  notice: id,
  /** What kind of notice it is; never what it says. */
  label: z.string(),
  recipient: z.string().nullable(),
  organisation: named.nullable(),
  channel,
  /** Masked, but for whom it concerns. */
  address: z.string().nullable(),
  state: z.enum(outboxStates),
  /** Why, in plain words; null where it went well. */
  reason: z.string().nullable(),
  note: z.string().nullable(),
  attempts: z.number().int(),
  at: moment,
  dueAt: moment,
  endedAt: moment.nullable(),
  message: id.nullable(),
  /** What may be done with it now. */
  actions: z.array(z.enum(['again', 'bounced'])),
})

const alarmRow = z.object({
  matter: id,
  label: z.string(),
  why: z.enum(alarmWhys),
  /** In plain words. */
  reason: z.string(),
  organisation: named.nullable(),
  recipients: z.array(z.string()),
  notice: id,
  at: moment,
})

const callRow = z.object({
  id,
  notice: id,
  name: z.string(),
  post: z.string(),
  organisation: named.nullable(),
  /** Unmasked: whoever calls needs it. */
  phone: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  reason: z.string(),
  attempts: z.number().int(),
  note: z.string().nullable(),
  at: moment,
})

const own = { permission: 'notice.own' }
const read = { permission: 'notice.read' }
const tell = { permission: 'notice.tell' }
const manage = { permission: 'notice.manage' }
const jobs = { permission: 'job.manage' }
const done = z.object({ id })

export const noticeRoutes = {
  mine: route('notice.mine', {
    method: 'GET',
    path: '/api/my-notices',
    summary: { zh: '我的通知', en: 'My notices' },
    access: own,
    query: z.object({ unread: z.stringbool().optional(), after: id.optional(), limit: pageSize }),
    response: z.object({ items: z.array(ownNotice), next: id.nullable() }),
  }),
  unread: route('notice.unread', {
    method: 'GET',
    path: '/api/my-notices/unread',
    summary: { zh: '未读通知数', en: 'How many of my notices are unread' },
    access: own,
    /** 100 stands for more than 99. */
    response: z.object({ unread: z.number().int() }),
  }),
  read: route('notice.read', {
    method: 'POST',
    path: '/api/my-notices/read',
    summary: { zh: '标为已读', en: 'Mark my notices as read' },
    access: own,
    body: readNoticesInput,
    response: z.object({ read: z.number().int() }),
  }),
  addresses: route('notice.addresses', {
    method: 'GET',
    path: '/api/notice-addresses/:person',
    summary: { zh: '接收通知的方式', en: 'How somebody is told' },
    access: own,
    params: z.object({ person: id }),
    response: z.object({
      items: z.array(
        z.object({
          channel: outward,
          /** Whole for oneself, masked for who looks after accounts. */
          address: z.string().nullable(),
          /** Whether this installation sends that way at all. */
          open: z.boolean(),
          /** Why nothing is sent there any more. */
          stopped: z.string().nullable(),
        }),
      ),
    }),
  }),
  setAddress: route('notice.set-address', {
    method: 'PUT',
    path: '/api/notice-addresses/:person/:channel',
    summary: { zh: '设置接收通知的方式', en: 'Say how somebody is told' },
    access: own,
    params: z.object({ person: id, channel: outward }),
    body: setAddressInput.omit({ person: true, channel: true }),
    response: done,
  }),
  outbox: route('notice.outbox', {
    method: 'GET',
    path: '/api/notices',
    summary: { zh: '发件箱', en: 'The outbox' },
    access: read,
    query: z.object({
      state: z.enum(outboxStates).optional(),
      channel: channel.optional(),
      template: z.string().max(80).optional(),
      after: id.optional(),
      limit: pageSize,
    }),
    response: z.object({
      items: z.array(outboxRow),
      /** Exact up to 10,000; 10,001 means more. */
      total: z.number().int(),
      next: id.nullable(),
    }),
  }),
  about: route('notice.channels', {
    method: 'GET',
    path: '/api/notices/channels',
    summary: { zh: '通知渠道和种类', en: 'Channels and kinds of notices' },
    access: read,
    response: z.object({
      /** Nothing leaves this machine. */
      held: z.boolean(),
      open: z.array(outward),
      templates: z.array(z.object({ name: z.string(), label: z.string() })),
      alarms: z.number().int(),
    }),
  }),
  get: route('notice.get', {
    method: 'GET',
    path: '/api/notices/:notice',
    summary: { zh: '查看一条通知', en: 'Show a notice' },
    access: read,
    params: z.object({ notice: id }),
    response: z.object({
      id,
      label: z.string(),
      recipient: z.string().nullable(),
      organisation: named.nullable(),
      urgency: z.enum(urgencyNames),
      at: moment,
      readAt: moment.nullable(),
      about: recordCard.nullable(),
      /** Null for who may not see the record that it is about, and once it was cleared. */
      words: z.object({ title: z.string(), body: z.string() }).nullable(),
      cleared: z.boolean(),
      deliveries: z.array(outboxRow),
      alarm: z
        .object({
          reason: z.string(),
          at: moment,
          answer: z.enum(['told', 'read', 'needless']).nullable(),
          note: z.string().nullable(),
          person: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
  again: route('notice.send-again', {
    method: 'POST',
    path: '/api/notice-deliveries/:delivery/again',
    summary: { zh: '重新发送', en: 'Send once more' },
    access: manage,
    params: z.object({ delivery: id }),
    response: done,
  }),
  bounced: route('notice.report-bounce', {
    method: 'POST',
    path: '/api/notice-deliveries/:delivery/bounce',
    summary: { zh: '登记退信', en: 'Report that it came back' },
    access: manage,
    params: z.object({ delivery: id }),
    body: reportBounceInput.omit({ delivery: true }),
    response: done,
  }),
  stops: route('notice.stops', {
    method: 'GET',
    path: '/api/notice-stops',
    summary: { zh: '停发的地址', en: 'Addresses to which nothing is sent' },
    access: manage,
    response: z.object({
      items: z.array(
        z.object({
          id,
          channel,
          address: z.string(),
          reason: z.string(),
          at: moment,
          person: z.string().nullable(),
        }),
      ),
    }),
  }),
  clearStop: route('notice.clear-stop', {
    method: 'DELETE',
    path: '/api/notice-stops/:stop',
    summary: { zh: '恢复发送', en: 'Send there again' },
    access: manage,
    params: z.object({ stop: id }),
    response: done,
  }),
  alarms: route('notice.alarms', {
    method: 'GET',
    path: '/api/notice-alarms',
    summary: { zh: '没有通知到人', en: 'Nobody was told' },
    access: tell,
    response: z.object({ items: z.array(alarmRow) }),
  }),
  answerAlarm: route('notice.answer-alarm', {
    method: 'POST',
    path: '/api/notice-alarms/:matter/answer',
    summary: { zh: '登记已告知', en: 'Say that somebody was told, or needs not be' },
    access: tell,
    params: z.object({ matter: id }),
    body: answerAlarmInput.omit({ matter: true }),
    response: done,
  }),
  calls: route('notice.calls', {
    method: 'GET',
    path: '/api/notice-calls',
    summary: { zh: '电话通知单', en: 'The call list' },
    access: tell,
    response: z.object({ items: z.array(callRow) }),
  }),
  called: route('notice.note-call', {
    method: 'POST',
    path: '/api/notice-calls/:delivery',
    summary: { zh: '登记电话通知结果', en: 'Note what came of a call' },
    access: tell,
    params: z.object({ delivery: id }),
    body: noteCallInput.omit({ delivery: true }),
    response: done,
  }),
  settings: route('notice.settings', {
    method: 'GET',
    path: '/api/notice-settings',
    summary: { zh: '通知设置', en: 'What the county has decided about notices' },
    access: manage,
    response: settingsInput.extend({
      at: moment.nullable(),
      person: z.string().nullable(),
      held: z.boolean(),
      channels: z.array(z.object({ channel: outward, open: z.boolean() })),
    }),
  }),
  changeSettings: route('notice.change-settings', {
    method: 'PUT',
    path: '/api/notice-settings',
    summary: { zh: '修改通知设置', en: 'Decide about notices' },
    access: manage,
    body: settingsInput,
    response: settingsInput,
  }),
  test: route('notice.test', {
    method: 'POST',
    path: '/api/notice-settings/test',
    summary: { zh: '发送测试通知', en: 'Send a test message' },
    access: manage,
    body: testInput,
    /** The notice, whose page tells what came of it. */
    response: done,
  }),
  deadJobs: route('job.dead', {
    method: 'GET',
    path: '/api/jobs',
    summary: { zh: '没有办成的后台工作', en: 'Work that failed for good' },
    access: jobs,
    response: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          attempts: z.number().int(),
          error: z.string().nullable(),
          at: moment,
        }),
      ),
    }),
  }),
  retryJob: route('job.retry', {
    method: 'POST',
    path: '/api/jobs/:job/again',
    summary: { zh: '重做后台工作', en: 'Try failed work once more' },
    access: jobs,
    params: z.object({ job: id }),
    response: done,
  }),
  dropJob: route('job.drop', {
    method: 'DELETE',
    path: '/api/jobs/:job',
    summary: { zh: '放弃后台工作', en: 'Drop failed work' },
    access: jobs,
    params: z.object({ job: id }),
    response: done,
  }),
}
