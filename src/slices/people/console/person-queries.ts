import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { personRoutes } from '../person-contract.ts'

export type PersonShown = ResponseOf<typeof personRoutes.get>
export type RoleShown = PersonShown['roles'][number]

/** Everything that is asked about people; what changes one makes all of it old. */
export const peopleKey = ['people'] as const

export function personQuery(person: string) {
  return queryOptions({
    queryKey: [...peopleKey, 'one', person],
    queryFn: ({ signal }) => call(personRoutes.get, { params: { person }, signal }),
  })
}
