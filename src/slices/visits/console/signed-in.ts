import { type QueryClient, useQueryClient } from '@tanstack/react-query'

interface Session {
  person: { id: string; permissions: readonly string[] } | null
}

/** Who is signed in, out of what the frame has asked before it opens a page. */
export function signedIn(queries: QueryClient): Session['person'] {
  return queries.getQueryData<Session>(['session'])?.person ?? null
}

export function useMay(permission: string): boolean {
  return signedIn(useQueryClient())?.permissions.includes(permission) ?? false
}
