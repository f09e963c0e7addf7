import { queryOptions } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { importRoutes } from '../import-contract.ts'

export const importsKey = ['imports'] as const

export type ImportRow = ResponseOf<typeof importRoutes.list>['items'][number]
export type WholeImport = ResponseOf<typeof importRoutes.get>
export type SheetLayout = ResponseOf<typeof importRoutes.layout>
export type SheetRow = ResponseOf<typeof importRoutes.rows>['items'][number]

/** How often a page looks how far an import is (ms). */
const lookEvery = 700

const atWork = (state: string | undefined) => state === 'applying' || state === 'undoing'

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...importsKey, 'one', id],
    queryFn: ({ signal }) => call(importRoutes.get, { params: { import: id }, signal }),
    refetchInterval: ({ state }) => (atWork(state.data?.state) ? lookEvery : false),
  })

export const kindsQuery = queryOptions({
  queryKey: [...importsKey, 'kinds'],
  queryFn: ({ signal }) => call(importRoutes.kinds, { signal }),
})

export interface LayoutQuestion {
  sheet?: number
  header?: number
  headerRows?: number
}

export const layoutQuery = (id: string, query: LayoutQuestion) =>
  queryOptions({
    queryKey: [...importsKey, 'layout', id, query],
    queryFn: ({ signal }) => call(importRoutes.layout, { params: { import: id }, query, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
