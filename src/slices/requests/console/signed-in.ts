import { useQueryClient } from '@tanstack/react-query'

interface Session {
  person: { permissions: readonly string[] } | null
  mode: 'demo' | 'real'
}

/** What the frame has asked before it opens a page: whether the viewer holds a permission, and whether it is the demo. */
export function useMay(permission: string): boolean {
  const session = useQueryClient().getQueryData<Session>(['session'])
  return session?.person?.permissions.includes(permission) ?? false
}

export function useDemo(): boolean {
  return useQueryClient().getQueryData<Session>(['session'])?.mode === 'demo'
}
