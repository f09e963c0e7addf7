import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { nameIn, type Organisation } from './organisation.ts'
import { organisationApi } from './organisation-api.ts'
import { loadDemoOrganisations } from './organisation-demo.ts'
import { organisationEvents, organisationMessages } from './organisation-messages.ts'
import { findOrganisations, organisationsByIds } from './organisation-store.ts'

const record: RecordKind = {
  kind: 'organisation',
  name: { zh: organisationMessages.zh.record, en: organisationMessages.en.record },
  show: async (tx, actor, ids) => (await organisationsByIds(tx, ids)).map((one) => card(one, actor.language)),
  find: async (tx, actor, text, limit) =>
    (await findOrganisations(tx, { q: text, limit })).map((one) => card(one, actor.language)),
}

function card(organisation: Organisation, language: 'zh' | 'en') {
  const { id, kind } = organisation
  return {
    kind: 'organisation',
    id,
    title: nameIn(organisation, language),
    subtitle: organisationMessages[language].kinds[kind],
    href: `/organisations/${id}`,
  }
}

export const organisationsSlice: MakeSlice = () => ({
  name: 'organisations',
  served: organisationApi,
  permissions: {
    'organisation.manage': ['administrator'],
    // An officer names the organisation that they work for, a supervisor any of the county.
    'organisation.name': ['administrator', 'supervisor', 'officer'],
  },
  records: [record],
  events: organisationEvents,
  demo: loadDemoOrganisations,
})
