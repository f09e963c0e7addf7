import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { organisationKinds } from '../organisation.ts'
import { organisationRoutes } from '../organisation-contract.ts'

export type OrganisationRow = ResponseOf<typeof organisationRoutes.list>['items'][number]
export type OrganisationShown = ResponseOf<typeof organisationRoutes.get>

/** Everything that is asked about organisations; what changes one makes all of it old. */
export const organisationsKey = ['organisations'] as const

export function organisationQuery(organisation: string) {
  return queryOptions({
    queryKey: [...organisationsKey, 'one', organisation],
    queryFn: ({ signal }) => call(organisationRoutes.get, { params: { organisation }, signal }),
  })
}

/** The top of the county's tree. The list has no order of levels, so any organisation is asked for its way up. */
export const rootQuery = queryOptions({
  queryKey: [...organisationsKey, 'root'],
  queryFn: async ({ signal }): Promise<OrganisationShown | null> => {
    const { items } = await call(organisationRoutes.list, { query: { limit: 1 }, signal })
    const [any] = items
    if (!any) return null
    const found = await call(organisationRoutes.get, { params: { organisation: any.id }, signal })
    const [top] = found.ancestors
    return top ? call(organisationRoutes.get, { params: { organisation: top.id }, signal }) : found
  },
})

/** All that stands directly below one organisation, in the order in which an office lists them. */
export function belowQuery(parent: string) {
  return queryOptions({
    queryKey: [...organisationsKey, 'below', parent],
    queryFn: async ({ signal }) => {
      const rows: OrganisationRow[] = []
      let after: string | undefined
      do {
        const page = await call(organisationRoutes.list, { query: { parent, after, limit: 200 }, signal })
        rows.push(...page.items)
        after = page.next ?? undefined
      } while (after)
      return rows.sort(byOfficeOrder)
    },
  })
}

const inPinyin = new Intl.Collator('zh-Hans-CN')

/** Standing ones first; offices before mass organisations before departments before towns; then by name. */
export function byOfficeOrder(a: OrganisationRow, b: OrganisationRow): number {
  return (
    Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
    organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind) ||
    inPinyin.compare(a.name, b.name)
  )
}
