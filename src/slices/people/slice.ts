import type { RecordKind } from '#platform/records/record.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { loadDemoPeople } from './demo-people.ts'
import { importPeople } from './import-people.ts'
import { peopleApi } from './people-api.ts'
import { roles } from './person.ts'
import { personEvents, personMessages } from './person-messages.ts'
import { findPeople, peopleByIds, type PersonRow } from './person-store.ts'
import { sessionApi } from './session-api.ts'
import { tidySessions } from './session-store.ts'

const card = (person: PersonRow, actor: Actor) => ({
  kind: 'person',
  id: person.id,
  title: person.name,
  subtitle: person.post,
  // Who only reads the ledger is told whose account it was, and has no page of it to open.
  href: may(actor, 'person.manage') ? `/people/${person.id}` : '/ledger',
})

const mayBeNamed = (actor: Actor) => may(actor, 'person.manage') || may(actor, 'event.read')

/** Only who looks after accounts finds people (the platform is no directory of persons); the ledger names them. */
const record: RecordKind = {
  kind: 'person',
  name: { zh: personMessages.zh.record, en: personMessages.en.record },
  show: async (tx, actor, ids) =>
    mayBeNamed(actor) ? (await peopleByIds(tx, ids)).map((person) => card(person, actor)) : [],
  find: async (tx, actor, text, limit) =>
    may(actor, 'person.manage')
      ? (await findPeople(tx, { q: text, limit })).map((person) => card(person, actor))
      : [],
}

export const peopleSlice: MakeSlice = (house) => ({
  name: 'people',
  served: [...sessionApi(house), ...peopleApi],
  permissions: { 'session.own': roles, 'person.manage': ['administrator'] },
  records: [record],
  imports: [importPeople],
  events: personEvents,
  demo: loadDemoPeople,
  tidy: (now) => tidySessions(house.database, now),
})
