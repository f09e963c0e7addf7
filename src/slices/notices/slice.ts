import type { RecordKind } from '#platform/records/record.ts'
import { may } from '#platform/auth/actor.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { deadJobsByIds } from '#platform/jobs/job-store.ts'
import { outwardNames } from '#platform/notify/channel.ts'
import { planJob } from '#platform/notify/notify.ts'
import { noticesByIds } from '#platform/notify/notice-store.ts'
import type { House, MakeSlice } from '#platform/slice.ts'
import { maySee, noticeApi } from './notice-api.ts'
import { loadDemoNotices } from './notice-demo.ts'
import { noticeEvents, noticeMessages } from './notice-messages.ts'
import { noticePermissions } from './notice-permissions.ts'
import { testNotice } from './notice-templates.ts'
import { labelOf, namesFor } from './notice-view.ts'
import { checkJob, checkMatter, planMatter, sendJob } from './plan-notices.ts'
import { sendToAddress } from './send-notices.ts'

const { zh, en } = noticeMessages

const noticeRecord = (house: House): RecordKind => ({
  kind: 'notice',
  name: { zh: zh.record, en: en.record },
  async show(tx, actor, ids) {
    const seen = (await noticesByIds(tx, ids)).filter((notice) => maySee(actor, notice))
    const names = await namesFor(tx, actor, seen, [])
    return seen.map((notice) => ({
      kind: 'notice',
      id: notice.id,
      title: labelOf(house, notice.template, actor.language),
      subtitle: names.recipient(notice) ?? noticeMessages[actor.language].nobody,
      href: `/notices/${notice.id}`,
    }))
  },
})

const jobRecord = (house: House): RecordKind => ({
  kind: 'job',
  name: { zh: zh.job, en: en.job },
  async show(tx, actor, ids) {
    if (!may(actor, 'job.manage')) return []
    return (await deadJobsByIds(tx, ids)).map(({ id, kind }) => ({
      kind: 'job',
      id,
      title: house.jobKinds().get(kind)?.name[actor.language] ?? kind,
      subtitle: '',
      href: '/jobs',
    }))
  },
})

/** How many addresses of one channel are sent to at once; a channel that hangs holds no other. */
const atOnce = 2

function jobsOf(house: House): Record<string, JobKind> {
  const sends = outwardNames.map((channel): [string, JobKind] => [
    sendJob(channel),
    {
      name: { zh: `发送${zh.channels[channel]}`, en: `Send by ${en.channels[channel]}` },
      run: (job) => sendToAddress(house, channel, job),
      atOnce,
    },
  ])
  return {
    [planJob]: { name: { zh: '安排通知', en: 'Plan notices' }, run: (job) => planMatter(house, job) },
    [checkJob]: {
      name: { zh: '检查是否有人看到', en: 'See whether anybody looked' },
      run: (job) => checkMatter(house, job),
    },
    ...Object.fromEntries(sends),
  }
}

/** Notices of all slices, and what the platform's jobs need of pages: the platform itself has none. */
export const noticesSlice: MakeSlice = (house) => ({
  name: 'notices',
  served: noticeApi(house),
  permissions: noticePermissions,
  records: [noticeRecord(house), jobRecord(house)],
  events: noticeEvents,
  jobs: jobsOf(house),
  notices: [testNotice],
  demo: loadDemoNotices,
})
