import { type Actor, may } from '#platform/auth/actor.ts'
import type { RecordKind } from '#platform/records/record.ts'
import type { MakeSlice } from '#platform/slice.ts'
import { villageOf } from './county-areas.ts'
import { findByKeepersNewName } from './find-by-keepers-new-name.ts'
import { importPlaces } from './import/import-places.ts'
import { placeApi } from './place-api.ts'
import { loadDemoPlaces } from './place-demo.ts'
import { placesPublic } from './place-pages.ts'
import { pageOfPlaces } from './place-list-store.ts'
import { placeEvents, placeMessages } from './place-messages.ts'
import { placesByIds, type PlaceRow } from './place-store.ts'

const record: RecordKind = {
  kind: 'place',
  name: { zh: placeMessages.zh.record, en: placeMessages.en.record },
  async show(tx, actor, ids) {
    return may(actor, 'place.read') ? (await placesByIds(tx, ids)).map((place) => card(place, actor)) : []
  },
  async find(tx, actor, text, limit) {
    if (!may(actor, 'place.read')) return []
    const question = { filter: { q: text, state: 'all' as const }, own: [] }
    return (await pageOfPlaces(tx, question, { limit })).rows.map((place) => card(place, actor))
  },
}

function card({ id, name, kind, village, closedAt }: PlaceRow, { language }: Actor) {
  const t = placeMessages[language]
  const township = village === null ? undefined : villageOf(village)?.township.name
  const parts = [t.kinds[kind], township, closedAt === null ? undefined : t.closedBriefly]
  return {
    kind: 'place',
    id,
    title: name,
    subtitle: parts.filter(Boolean).join(' · '),
    href: `/places/${id}`,
  }
}

const everybody = ['administrator', 'supervisor', 'officer', 'leader', 'auditor']

export const placesSlice: MakeSlice = () => ({
  name: 'places',
  served: placeApi,
  permissions: {
    'place.read': everybody,
    'place.manage': ['administrator', 'officer'],
    // Who reads reports learns how places are called.
    'place.name': ['administrator', 'officer', 'supervisor'],
  },
  handles: { 'organisation.renamed': findByKeepersNewName },
  records: [record],
  imports: [importPlaces],
  facts: [
    {
      name: 'place.registered',
      view: 'fact_place_registered',
      title: { zh: '登记阵地', en: 'Places registered' },
      definition: {
        zh: '登记入册的阵地，含后来关闭的，按登记日期计，归管理单位。',
        en: 'Places that were registered, those closed later included, by the day, under who keeps them.',
      },
      unit: { zh: '处', en: 'places' },
      permission: 'place.read',
    },
  ],
  public: placesPublic,
  events: placeEvents,
  demo: loadDemoPlaces,
})
