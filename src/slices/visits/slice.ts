import { may } from '#platform/auth/actor.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { knownApi } from './known-api.ts'
import { knownThings } from './known-things.ts'
import { lookUpStoredSites } from './look-up-stored-sites.ts'
import { suggestionApi } from './name-suggestion-api.ts'
import { suggestionEvents, suggestionMessages } from './name-suggestion-messages.ts'
import { suggestionsByIds } from './name-suggestion-store.ts'
import {
  answerGivenName,
  noteAssignedNames,
  noteConfirmedNames,
  noteCorrectedNames,
  reopenDroppedName,
} from './note-names.ts'
import { itemOf } from './visit.ts'
import { visitApi } from './visit-api.ts'
import { visitedAmong } from './arrival-store.ts'
import { loadDemoVisits } from './visit-demo.ts'
import { visitEvents, visitMessages } from './visit-messages.ts'
import { contentsOf, findVisits } from './visit-store.ts'
import { titleOf } from './visit-summary.ts'

const record: RecordKind = {
  kind: 'visit',
  name: { zh: visitMessages.zh.record, en: visitMessages.en.record },
  async show(tx, actor, ids) {
    return may(actor, 'visit.read') ? (await contentsOf(tx, ids)).map(card) : []
  },
  async find(tx, actor, text, limit) {
    return may(actor, 'visit.read') ? (await findVisits(tx, { q: text, limit })).map(card) : []
  },
}

function card({ id, content }: { id: string; content: Parameters<typeof titleOf>[0] }) {
  const date = itemOf(content, 'date')?.value ?? ''
  return {
    kind: 'visit',
    id,
    title: titleOf(content),
    subtitle: date.replace(/^--/, ''),
    href: `/visits/${id}`,
  }
}

const suggestionRecord: RecordKind = {
  kind: 'name-suggestion',
  name: { zh: suggestionMessages.zh.record, en: suggestionMessages.en.record },
  async show(tx, actor, ids) {
    if (!may(actor, 'name-suggestion.read')) return []
    const rows = await suggestionsByIds(tx, ids)
    const refs = rows.map(({ kind, target }) => ({ kind, id: target }))
    const things = new Map((await knownThings(tx, refs, actor.language)).map((one) => [one.id, one.name]))
    return rows.map(({ id, name, target, state }) => ({
      kind: 'name-suggestion',
      id,
      title: name,
      subtitle: things.get(target) ?? '',
      href: `/names?state=${state}`,
    }))
  },
}

/** Who may say how an organisation or a place is called; each of those that they may name. */
const namers = ['administrator', 'supervisor', 'officer']

export const visitsSlice: MakeSlice = (house) => ({
  name: 'visits',
  served: [...visitApi(house.files), ...knownApi, ...suggestionApi],
  permissions: {
    'visit.read': ['supervisor', 'officer', 'leader', 'auditor'],
    'visit.record': ['supervisor'],
    'name-suggestion.read': namers,
    'name-suggestion.decide': namers,
  },
  handles: {
    'visit.corrected': noteCorrectedNames,
    'visit.confirmed': noteConfirmedNames,
    'followup.assigned': noteAssignedNames,
    'followup.assigned-together': noteAssignedNames,
    'organisation.also-called': answerGivenName,
    'place.named': answerGivenName,
    'organisation.name-dropped': reopenDroppedName,
    'place.name-dropped': reopenDroppedName,
  },
  records: [record, suggestionRecord],
  facts: [
    {
      name: 'visit.held',
      view: 'fact_visit_held',
      title: { zh: '调研', en: 'Visits' },
      definition: { zh: '已确认的调研，按调研日期计。', en: 'Confirmed visits, by the day of the visit.' },
      unit: { zh: '次', en: 'visits' },
      permission: 'visit.read',
    },
    {
      name: 'directive.given',
      view: 'fact_directive_given',
      title: { zh: '提出的要求', en: 'Directives given' },
      definition: {
        zh: '已确认的调研中提出的要求，按调研日期计。',
        en: 'What confirmed visits asked for, by the day of the visit.',
      },
      unit: { zh: '条', en: 'directives' },
      permission: 'visit.read',
    },
  ],
  pointsAt: visitedAmong,
  events: { ...visitEvents, ...suggestionEvents },
  tidy: async (now) => void (await lookUpStoredSites(house.database, now)),
  demo: loadDemoVisits,
})
