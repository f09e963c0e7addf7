import { may } from '#platform/auth/actor.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { servicesWith } from './directory-store.ts'
import { followNames } from './follow-names.ts'
import { hsdsApi } from './hsds-api.ts'
import { servicesPublic } from './service-pages.ts'
import { serviceApi } from './service-api.ts'
import { loadDemoServices } from './service-demo.ts'
import { serviceEvents, serviceMessages } from './service-messages.ts'
import { staleNotice } from './service-notices.ts'
import { type ServiceRow, servicesByIds } from './service-store.ts'
import { keeperNames } from './service-view.ts'
import { warnEverywhere } from './warn-keepers.ts'

const record: RecordKind = {
  kind: 'service',
  name: { zh: serviceMessages.zh.record, en: serviceMessages.en.record },
  async show(tx, actor, ids) {
    return may(actor, 'service.read') ? cards(await servicesByIds(tx, ids)) : []

    async function cards(services: readonly ServiceRow[]) {
      const t = serviceMessages[actor.language]
      const keepers = await keeperNames(
        tx,
        actor.language,
        services.map(({ keeper }) => keeper),
      )
      return services.map(({ id, name, category, keeper, withdrawnAt }) => {
        const parts = [
          t.categories[category],
          keepers(keeper).name,
          ...(withdrawnAt === null ? [] : [t.states.withdrawn]),
        ]
        return { kind: 'service', id, title: name, subtitle: parts.join(' · '), href: `/services/${id}` }
      })
    }
  },
  async find(tx, actor, text, limit) {
    if (!may(actor, 'service.read')) return []
    return this.show(tx, actor, (await servicesWith(tx, text, limit)) ?? [])
  },
}

const everybody = ['administrator', 'supervisor', 'officer', 'leader', 'auditor']

export const servicesSlice: MakeSlice = (house) => ({
  name: 'services',
  served: [...serviceApi, ...hsdsApi(house.database)],
  permissions: {
    'service.read': everybody,
    'service.manage': ['administrator', 'officer'],
    'service.set-freshness': ['administrator'],
  },
  handles: followNames,
  records: [record],
  facts: [
    {
      name: 'service.offered',
      view: 'fact_service_offered',
      title: { zh: '登记服务事项', en: 'Services added' },
      definition: {
        zh: '登记入册的服务事项，含后来撤下的，按登记日期计，归承办单位。',
        en: 'Services that were added, those withdrawn later included, by the day, under who gives them.',
      },
      unit: { zh: '项', en: 'services' },
      permission: 'service.read',
    },
  ],
  public: servicesPublic,
  events: serviceEvents,
  notices: [staleNotice],
  demo: loadDemoServices,
  tidy: (now) => warnEverywhere(house.database, now),
})
