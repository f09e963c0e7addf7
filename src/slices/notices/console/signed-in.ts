import { useQueryClient } from '@tanstack/react-query'

interface Session {
  person: { id: string; permissions: readonly string[] } | null
}

/** Who is signed in, out of what the frame has asked before it opens a page. */
export function useSignedIn(): Session['person'] {
  return useQueryClient().getQueryData<Session>(['session'])?.person ?? null
}

export function useMayReadOutbox(): boolean {
  return useSignedIn()?.permissions.includes('notice.read') ?? false
}
