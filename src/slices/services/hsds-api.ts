import { type Day, dayOf } from '#platform/clock/working-days.ts'
import type { AnyRoute } from '#platform/contracts/route.ts'
import { type Served, special } from '#platform/contracts/served.ts'
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { theCounty } from '#slices/organisations'
import { areasOf } from '#slices/places'
import { countOpenPlaces, openPlaceIds, servicesWith } from './directory-store.ts'
import { freshnessOf } from './freshness-store.ts'
import * as hsds from './hsds.ts'
import { hsdsRoutes } from './hsds-contract.ts'
import { organisationsShown, publicPlace, publicPlacesByIds } from './public-places.ts'
import { publicService, publicServicesByIds } from './public-services.ts'
import { lastChecks } from './service.ts'
import {
  countPublicCards,
  mostCounted,
  publicCards,
  type PublicFilter,
  publicKeepers,
  publicPairs,
} from './service-list-store.ts'

interface Asked<Query> {
  tx: Tx
  county: hsds.County
  today: Day
  /** Which cards the public sees today. */
  filter: PublicFilter
  params: Record<string, string>
  query: Query
}
type Paging = { page: number; per_page: number }
type Json = Record<string, unknown>

const kept = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' }

/** The open data of a county: whoever asks sees what the public sees, in Chinese. */
export function hsdsApi(database: Database): Served[] {
  const open = <Query>(
    route: AnyRoute & { query?: { _output?: Query } },
    answer: (asked: Asked<Query>) => Promise<Json | null>,
  ): Served =>
    special(route, async ({ params, query }) => {
      const code = params.county ?? ''
      const found = await inTransaction(
        database,
        { county: code, person: null },
        async (tx) => {
          const county = await theCounty(tx)
          if (!county) return null
          const [province = '', city = ''] = areasOf(code)?.above ?? []
          const today = dayOf(new Date())
          const { hidden } = lastChecks(today, await freshnessOf(tx))
          return answer({
            tx,
            county: { name: county.name, province, city },
            today,
            filter: { hidden },
            params,
            query: query as Query,
          })
        },
        { readOnly: true },
      )
      if (found === null) throw notFound()
      return Response.json(found, { headers: kept })
    })

  return [
    open(hsdsRoutes.about, async ({ county }) => ({
      version: '3.0',
      profile: 'https://docs.openreferral.org/en/3.0/',
      openapi_url: '/api/openapi.json',
      description: `${county.name}群团服务目录`,
      publisher: { name: county.name },
    })),
    open<Paging & Sought>(hsdsRoutes.services, listServices),
    open(hsdsRoutes.service, async ({ tx, county, today, params }) => {
      const card = await publicService(tx, params.id ?? '', { language: 'zh', today })
      return card && hsds.fullService(card, county)
    }),
    open<Paging>(hsdsRoutes.organizations, async ({ tx, county, filter, query }) => {
      const { shown, counted } = cut(await publicKeepers(tx, filter), query)
      const names = await organisationsShown(tx, shown, 'zh')
      return hsds.page(
        shown.map((id) => hsds.organization(names(id), county)),
        counted,
      )
    }),
    open(hsdsRoutes.organization, async ({ tx, county, filter, params }) => {
      const id = params.id ?? ''
      const cards = await publicCards(tx, { ...filter, keeper: id }, { limit: mostCounted })
      if (cards.length === 0) return null
      const names = await organisationsShown(tx, [id], 'zh')
      const services = cards.map((card) => ({ id: card.id, name: card.name, status: 'active' }))
      return { ...hsds.organization(names(id), county), services }
    }),
    open<Paging>(hsdsRoutes.locations, async ({ tx, county, today, query }) => {
      const window = { offset: (query.page - 1) * query.per_page, limit: query.per_page }
      const looking = { language: 'zh', today } as const
      const places = await publicPlacesByIds(tx, await openPlaceIds(tx, window), looking)
      return hsds.page(
        places.map((place) => hsds.location(place, county)),
        { total: await countOpenPlaces(tx), number: query.page, size: query.per_page },
      )
    }),
    open(hsdsRoutes.location, async ({ tx, county, today, params }) => {
      const place = await publicPlace(tx, params.id ?? '', { language: 'zh', today })
      return place && hsds.location(place, county)
    }),
    open<Paging>(hsdsRoutes.serviceAtLocations, async (asked) => {
      const { shown, counted } = cut(await publicPairs(asked.tx, asked.filter), asked.query)
      return hsds.page(await servicesAtLocations(asked, shown), counted)
    }),
    open(hsdsRoutes.serviceAtLocation, async (asked) => {
      const [found] = await servicesAtLocations(
        asked,
        await publicPairs(asked.tx, asked.filter, asked.params.id),
      )
      return found ?? null
    }),
    open<Paging>(hsdsRoutes.taxonomies, async ({ query }) => {
      const { shown, counted } = cut([hsds.taxonomy], query)
      return hsds.page(shown, counted)
    }),
    open(hsdsRoutes.taxonomy, async ({ params }) => (params.id === hsds.taxonomy.id ? hsds.taxonomy : null)),
    open<Paging>(hsdsRoutes.taxonomyTerms, async ({ query }) => {
      const { shown, counted } = cut(hsds.taxonomyTerms, query)
      return hsds.page(shown, counted)
    }),
    open(
      hsdsRoutes.taxonomyTerm,
      async ({ params }) => hsds.taxonomyTerms.find(({ id }) => id === params.id) ?? null,
    ),
  ]
}

interface Sought {
  search?: string
  taxonomy_term_id?: string
  organization_id?: string
  full?: boolean
}

async function listServices({ tx, county, today, filter, query }: Asked<Paging & Sought>): Promise<Json> {
  const counted = { number: query.page, size: query.per_page }
  const category = query.taxonomy_term_id ? hsds.categoryOfTerm(query.taxonomy_term_id) : undefined
  // A term of another taxonomy is a term that no service has.
  if (query.taxonomy_term_id && !category) return hsds.page([], { total: 0, ...counted })
  const ids = query.search ? ((await servicesWith(tx, query.search, mostCounted)) ?? undefined) : undefined
  const wanted = { ...filter, category, keeper: query.organization_id, ids }
  const window = { offset: (query.page - 1) * query.per_page, limit: query.per_page }
  const rows = await publicCards(tx, wanted, window)
  const cards = await publicServicesByIds(
    tx,
    rows.map(({ id }) => id),
    { language: 'zh', today },
  )
  const shown = cards.map((card) =>
    query.full ? hsds.fullService(card, county) : hsds.service(card, county),
  )
  return hsds.page(shown, { total: await countPublicCards(tx, wanted), ...counted })
}

async function servicesAtLocations(
  { tx, county, today }: Asked<unknown>,
  pairs: readonly { service: string; place: string }[],
): Promise<Json[]> {
  const services = pairs.map(({ service }) => service)
  const cards = new Map(
    (await publicServicesByIds(tx, [...new Set(services)], { language: 'zh', today })).map((card) => [
      card.id,
      card,
    ]),
  )
  return pairs.flatMap(({ service, place: id }) => {
    const place = cards.get(service)?.places.find((one) => one.id === id)
    return place ? [hsds.serviceAtLocation(service, place, county)] : []
  })
}

function cut<Item>(items: readonly Item[], { page, per_page: size }: Paging) {
  const shown = items.slice((page - 1) * size, page * size)
  return { shown, counted: { total: items.length, number: page, size } }
}
