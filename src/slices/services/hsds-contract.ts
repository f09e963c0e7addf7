import { z } from 'zod'
import { route } from '#platform/contracts/route.ts'

/**
 * The directory as open data, by the API of the Human Services Data Specification 3.0. Objects are those of its schemas
 * and are held against them by `hsds.test.ts`; here they only have ids.
 */
/** Any UUID: some are made from others, and are of no version. */
const anyId = z.guid()
const object = z.looseObject({ id: anyId })
const county = z.object({ county: z.string().regex(/^\d{6}$/) })
const one = county.extend({ id: anyId })
const flag = z.stringbool().optional()
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
}
const list = z.object({
  total_items: z.number().int(),
  total_pages: z.number().int(),
  page_number: z.number().int(),
  size: z.number().int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(object),
})
const open = { method: 'GET', access: 'anyone' } as const

export const hsdsRoutes = {
  about: route('hsds.about', {
    ...open,
    path: '/api/hsds/:county',
    summary: { zh: '开放数据接口说明（HSDS 3.0）', en: 'What this open data is (HSDS 3.0)' },
    params: county,
    response: z.object({
      version: z.literal('3.0'),
      profile: z.url(),
      openapi_url: z.string(),
      description: z.string(),
      publisher: z.object({ name: z.string() }),
    }),
  }),
  services: route('hsds.services', {
    ...open,
    path: '/api/hsds/:county/services',
    summary: { zh: '服务（HSDS 3.0）', en: 'Services (HSDS 3.0)' },
    params: county,
    query: z.object({
      ...paging,
      search: z.string().max(100).optional(),
      taxonomy_term_id: anyId.optional(),
      organization_id: anyId.optional(),
      /** Each service with all that belongs to it. */
      full: flag,
    }),
    response: list,
  }),
  service: route('hsds.service', {
    ...open,
    path: '/api/hsds/:county/services/:id',
    summary: { zh: '一项服务（HSDS 3.0）', en: 'A service (HSDS 3.0)' },
    params: one,
    response: object,
  }),
  organizations: route('hsds.organizations', {
    ...open,
    path: '/api/hsds/:county/organizations',
    summary: { zh: '承办单位（HSDS 3.0）', en: 'Organisations (HSDS 3.0)' },
    params: county,
    query: z.object(paging),
    response: list,
  }),
  organization: route('hsds.organization', {
    ...open,
    path: '/api/hsds/:county/organizations/:id',
    summary: { zh: '一个承办单位（HSDS 3.0）', en: 'An organisation (HSDS 3.0)' },
    params: one,
    response: object,
  }),
  locations: route('hsds.locations', {
    ...open,
    path: '/api/hsds/:county/locations',
    summary: { zh: '场所（HSDS 3.0）', en: 'Locations (HSDS 3.0)' },
    params: county,
    query: z.object(paging),
    response: list,
  }),
  location: route('hsds.location', {
    ...open,
    path: '/api/hsds/:county/locations/:id',
    summary: { zh: '一处场所（HSDS 3.0）', en: 'A location (HSDS 3.0)' },
    params: one,
    response: object,
  }),
  serviceAtLocations: route('hsds.service-at-locations', {
    ...open,
    path: '/api/hsds/:county/service_at_locations',
    summary: { zh: '服务与场所（HSDS 3.0）', en: 'Services at locations (HSDS 3.0)' },
    params: county,
    query: z.object(paging),
    response: list,
  }),
  serviceAtLocation: route('hsds.service-at-location', {
    ...open,
    path: '/api/hsds/:county/service_at_locations/:id',
    summary: { zh: '一处场所的一项服务（HSDS 3.0）', en: 'A service at a location (HSDS 3.0)' },
    params: one,
    response: object,
  }),
  taxonomies: route('hsds.taxonomies', {
    ...open,
    path: '/api/hsds/:county/taxonomies',
    summary: { zh: '类别体系（HSDS 3.0）', en: 'Taxonomies (HSDS 3.0)' },
    params: county,
    query: z.object(paging),
    response: list,
  }),
  taxonomy: route('hsds.taxonomy', {
    ...open,
    path: '/api/hsds/:county/taxonomies/:id',
    summary: { zh: '一个类别体系（HSDS 3.0）', en: 'A taxonomy (HSDS 3.0)' },
    params: one,
    response: object,
  }),
  taxonomyTerms: route('hsds.taxonomy-terms', {
    ...open,
    path: '/api/hsds/:county/taxonomy_terms',
    summary: { zh: '类别（HSDS 3.0）', en: 'Taxonomy terms (HSDS 3.0)' },
    params: county,
    query: z.object(paging),
    response: list,
  }),
  taxonomyTerm: route('hsds.taxonomy-term', {
    ...open,
    path: '/api/hsds/:county/taxonomy_terms/:id',
    summary: { zh: '一个类别（HSDS 3.0）', en: 'A taxonomy term (HSDS 3.0)' },
    params: one,
    response: object,
  }),
}
