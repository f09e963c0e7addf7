import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { passOnRequest } from './pass-on-request.ts'
import { sendForms } from './send-forms.ts'
import { requestPageMessages } from './public/request-page-messages.ts'
import { requestApi } from './request-api.ts'
import { loadDemoRequests } from './request-demo.ts'
import { requestFacts } from './request-facts.ts'
import { followForms, myRequests } from './follow-forms.ts'
import { requestEvents, requestMessages } from './request-messages.ts'
import { requestNumberInGroups } from './request-number.ts'
import { forgetContacts, listRequests, type RequestRow, requestsByIds } from './request-store.ts'

const record: RecordKind = {
  kind: 'request',
  name: { zh: requestMessages.zh.record, en: requestMessages.en.record },
  async show(tx, actor, ids) {
    return (await requestsByIds(tx, ids, reachOf(actor, 'request.read'))).map((row) => card(row, actor))
  },
  async find(tx, actor, text, limit) {
    if (!may(actor, 'request.read')) return []
    return (await listRequests(tx, { q: text }, reachOf(actor, 'request.read'), { limit })).rows.map((row) =>
      card(row, actor),
    )
  },
}

function card({ id, number, kind, text, state, sentAt }: RequestRow, { language }: Actor) {
  const t = requestMessages[language]
  return {
    kind: 'request',
    id,
    title: [...text.replaceAll('\n', ' ')].slice(0, 80).join(''),
    subtitle: [requestNumberInGroups(number), t.kinds[kind], t.states[state], dayOf(new Date(sentAt))].join(
      ' · ',
    ),
    href: `/requests/${id}`,
  }
}

const { zh, en } = requestPageMessages

export const requestsSlice: MakeSlice = (house) => ({
  name: 'requests',
  served: requestApi,
  permissions: {
    'request.read': ['supervisor', 'officer', 'leader', 'auditor'],
    'request.manage': ['supervisor'],
    'request.answer': ['supervisor', 'officer'],
    // Staff write down what somebody without a telephone says.
    'request.send': ['supervisor', 'officer'],
  },
  handles: { 'followup.assigned': passOnRequest },
  records: [record],
  facts: requestFacts,
  public: {
    forms: [...sendForms, ...followForms],
    may: ['request.send'],
    home: [
      {
        title: { zh: zh.tell, en: en.tell },
        lead: { zh: zh.tellLead, en: en.tellLead },
        path: '/tell',
        order: 30,
      },
      {
        title: { zh: zh.follow, en: en.follow },
        lead: { zh: zh.followLead, en: en.followLead },
        path: '/follow',
        order: 40,
      },
    ],
    mine: myRequests,
  },
  events: requestEvents,
  demo: loadDemoRequests,
  tidy: (now) => forgetContacts(house.database, now),
})
