import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { findByNewName } from './find-by-new-name.ts'
import { closeWithRequest, reportAnswer } from './follow-request.ts'
import { followupApi } from './followup-api.ts'
import { loadDemoFollowups } from './followup-demo.ts'
import { followupFacts } from './followup-facts.ts'
import { pageOfFollowups } from './followup-list-store.ts'
import { followupEvents, followupMessages } from './followup-messages.ts'
import { followupNotices } from './followup-notices.ts'
import { questionOf } from './followup-question.ts'
import { type FollowupRow, followupsByIds } from './followup-store.ts'
import { openFollowups } from './open-followups.ts'
import { remindDaily, remindJob, remindOfDue } from './remind-of-due.ts'
import { tellPeople } from './tell-people.ts'
import { openForRequest } from './open-for-request.ts'

const record: RecordKind = {
  kind: 'followup',
  name: { zh: followupMessages.zh.record, en: followupMessages.en.record },
  async show(tx, actor, ids) {
    const rows = await followupsByIds(tx, ids, reachOf(actor, 'followup.read'))
    return rows.map((row) => card(row, actor))
  },
  async find(tx, actor, text, limit) {
    if (!may(actor, 'followup.read')) return []
    const question = questionOf(actor, { q: text, sort: 'updated' }, new Date())
    return (await pageOfFollowups(tx, question, { limit })).rows.map((row) => card(row, actor))
  },
}

function card({ id, number, quote, state, openedAt }: FollowupRow, { language }: Actor) {
  return {
    kind: 'followup',
    id,
    title: quote,
    subtitle: `${number} · ${followupMessages[language].states[state]} · ${dayOf(new Date(openedAt))}`,
    href: `/followups/${id}`,
  }
}

export const followupsSlice: MakeSlice = (house) => ({
  name: 'followups',
  served: followupApi(house),
  permissions: {
    'followup.read': ['supervisor', 'officer', 'leader', 'auditor'],
    'followup.manage': ['supervisor'],
    'followup.review': ['supervisor'],
    'followup.export': ['supervisor'],
    'followup.answer': ['officer'],
  },
  handles: {
    'visit.confirmed': openFollowups,
    'request.handed-on': openForRequest,
    'request.answered': reportAnswer,
    'request.closed': closeWithRequest,
    'organisation.renamed': findByNewName,
    'organisation.also-called': findByNewName,
    ...tellPeople(house),
  },
  jobs: {
    [remindJob]: {
      name: { zh: '督办到期提醒', en: 'Remind of due days' },
      run: (job) => remindOfDue(house, job),
    },
  },
  recurring: [remindDaily],
  notices: followupNotices,
  records: [record],
  facts: followupFacts,
  events: followupEvents,
  demo: loadDemoFollowups,
})
