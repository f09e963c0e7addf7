import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '#platform/http/problem.ts'
import { onPreference, preferences } from '#ui/preferences.ts'
import { noteReachable } from './connection.ts'

export const sessionKey = ['session'] as const

const minute = 60_000

function noteFailure(error: unknown): void {
  if (!(error instanceof Problem)) return
  noteReachable(error.code !== 'network')
  if (error.status === 401) void queries.invalidateQueries({ queryKey: sessionKey })
}

/**
 * The console's one cache. An answer is good for half a minute and kept for ten, so that going back shows the
 * list as it was left. What the server refused is not asked again by itself.
 */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteFailure, onSuccess: () => noteReachable(true) }),
  mutationCache: new MutationCache({ onError: noteFailure, onSuccess: () => noteReachable(true) }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: minute / 2,
      gcTime: 10 * minute,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 1 && (!(error instanceof Problem) || error.status >= 500),
      retryDelay: 800,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

let language = preferences().language
onPreference(() => {
  if (preferences().language === language) return
  language = preferences().language
  void queries.invalidateQueries()
})

/** Asks who is signed in: the smallest question by which to learn whether the server answers. */
export async function askServer(): Promise<void> {
  await queries.refetchQueries({ queryKey: sessionKey })
}
