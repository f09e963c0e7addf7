import { useQueryClient } from '@tanstack/react-query'

interface Session {
  person: { id: string; name: string; permissions: readonly string[] } | null
}

/** Who is signed in, out of what the frame has asked before it opens a page. */
export function useSignedIn(): Session['person'] {
  return useQueryClient().getQueryData<Session>(['session'])?.person ?? null
}

export function useMay(permission: string): boolean {
  return useSignedIn()?.permissions.includes(permission) ?? false
}
