import type { RecordKind } from '#platform/records/record.ts'
import { may } from '#platform/auth/actor.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { loadDemoPeople } from './demo-people.ts'
import { peopleApi } from './people-api.ts'
import { roles } from './person.ts'
import { personEvents, personMessages } from './person-messages.ts'
import { findPeople, peopleByIds, type PersonRow } from './person-store.ts'
import { sessionApi } from './session-api.ts'
import { tidySessions } from './session-store.ts'

const card = (person: PersonRow) => ({
  kind: 'person',
  id: person.id,
  title: person.name,
  subtitle: person.post,
  href: `/people/${person.id}`,
})

/** Only who looks after accounts finds people (the platform is no directory of persons); the ledger names them. */
const record: RecordKind = {
  kind: 'person',
  name: { zh: personMessages.zh.record, en: personMessages.en.record },
  show: async (tx, actor, ids) => (may(actor, 'person.manage') ? (await peopleByIds(tx, ids)).map(card) : []),
  find: async (tx, actor, text, limit) =>
    may(actor, 'person.manage') ? (await findPeople(tx, { q: text, limit })).map(card) : [],
}

export const peopleSlice: MakeSlice = (house) => ({
  name: 'people',
  served: [...sessionApi(house), ...peopleApi],
  permissions: { 'session.own': roles, 'person.manage': ['administrator'] },
  records: [record],
  events: personEvents,
  demo: loadDemoPeople,
  tidy: (now) => tidySessions(house.database, now),
})
