import { useQueryClient } from '@tanstack/react-query'

interface Role {
  role: string
  organisation: { id: string; name: string }
}

interface Session {
  person: { id: string; name: string; permissions: readonly string[]; roles: readonly Role[] } | null
}

/** Who is signed in, out of what the frame has asked before it opens a page. */
export function useSignedIn(): Session['person'] {
  return useQueryClient().getQueryData<Session>(['session'])?.person ?? null
}

export function useMay(permission: string): boolean {
  return useSignedIn()?.permissions.includes(permission) ?? false
}

/** The organisation for which somebody answers, where they are an officer of one; a form proposes it. */
export function useOwnOrganisation(): string | undefined {
  return useSignedIn()?.roles.find(({ role }) => role === 'officer')?.organisation.id
}
