import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationKinds, organisationRoutes } from '#slices/organisations/contract'
import { personRoutes } from '#slices/people/contract'
import { visitRoutes } from '#slices/visits/contract'
import { followupRoutes } from '../followup-contract.ts'
import { todayRoutes } from '../today-contract.ts'
import type { Filters } from './filter-address.ts'

export type FollowupRow = ResponseOf<typeof followupRoutes.list>['items'][number]
export type Followup = ResponseOf<typeof followupRoutes.get>
export type Step = Followup['history'][number]
export type Part = Followup['parts'][number]
export type Named = NonNullable<FollowupRow['lead']>

/** Everything that is asked about follow-ups; a deed makes all of it old. */
export const followupsKey = ['followups'] as const
export const listKey = (filters: Filters) => [...followupsKey, 'list', filters] as const

export function followupQuery(followup: string) {
  return queryOptions({
    queryKey: [...followupsKey, 'one', followup],
    queryFn: ({ signal }) => call(followupRoutes.get, { params: { followup }, signal }),
  })
}

export const viewsQuery = queryOptions({
  queryKey: [...followupsKey, 'views'],
  queryFn: ({ signal }) => call(followupRoutes.views, { signal }),
})

/** Who leads what the other filters find, with counts. */
export function leadsQuery({ lead: _, sort: __, ...query }: Filters) {
  return queryOptions({
    queryKey: [...followupsKey, 'leads', query],
    queryFn: ({ signal }) => call(followupRoutes.leads, { query, signal }),
  })
}

/** Organisations that a few letters find, those that are closed left out. */
export function organisationsQuery(words: string, language: Language) {
  const q = words.trim().slice(0, 100) || undefined
  return queryOptions({
    queryKey: ['organisations', 'picked-from', q ?? '', language],
    queryFn: async ({ signal }): Promise<Named[]> => {
      const { items } = await call(organisationRoutes.list, { query: { q, limit: 20 }, signal })
      return items
        .filter(({ closedOn }) => closedOn === null)
        .sort((a, b) => organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind))
        .map((one) => ({ id: one.id, name: nameIn(one, language) }))
    },
    placeholderData: (before) => before,
  })
}

export function organisationNameQuery(organisation: string, language: Language) {
  return queryOptions({
    queryKey: ['organisations', 'name', organisation, language],
    queryFn: async ({ signal }): Promise<Named> => {
      const one = await call(organisationRoutes.get, { params: { organisation }, signal })
      return { id: organisation, name: nameIn(one, language) }
    },
    staleTime: 5 * 60_000,
  })
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/
const dayOrNone = (date: string | null) => (date && wholeDay.test(date) ? date : null)

export function visitNameQuery(visit: string) {
  return queryOptions({
    queryKey: ['visits', 'name', visit],
    queryFn: async ({ signal }) => {
      const { title, date } = await call(visitRoutes.get, { params: { visit }, signal })
      return { id: visit, title, day: dayOrNone(date) }
    },
    staleTime: 5 * 60_000,
  })
}

export function visitsQuery(words: string) {
  const q = words.trim().slice(0, 100) || undefined
  return queryOptions({
    queryKey: ['visits', 'picked-from', q ?? ''],
    queryFn: async ({ signal }) => {
      const query = { q, state: ['confirmed' as const], limit: 20 }
      const { items } = await call(visitRoutes.list, { query, signal })
      return items.map(({ id, title, date }) => ({ id, title, day: dayOrNone(date) }))
    },
    placeholderData: (before) => before,
  })
}

/** The working-day calendar; it changes once a year. */
export function calendarQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['calendar', from, to],
    queryFn: ({ signal }) => call(todayRoutes.calendar, { query: { from, to }, signal }),
    staleTime: 60 * 60_000,
  })
}

/** Who is signed in, out of what the frame has asked already. */
export function usePerson() {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => call(personRoutes.session, { signal }),
    staleTime: 5 * 60_000,
  })
  return session.data?.person ?? null
}
