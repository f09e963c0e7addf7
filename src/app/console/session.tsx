import { useMutation, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { personRoutes } from '#slices/people/contract'
import { queries, sessionKey } from './queries.ts'

export type Session = ResponseOf<typeof personRoutes.session>
export type SignedIn = NonNullable<Session['person']>

export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call(personRoutes.session, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** What the sign-in page is told: the session ended by itself, in the middle of something. */
export interface SignInState {
  ended: boolean
}

let signedOut = false

/** Whether the person left by their own will: then nothing needs explaining. */
export function hasSignedOut(): boolean {
  return signedOut
}

/** Another person, or nobody: what the one before saw leaves the memory of the page. */
function become(session: Session): void {
  signedOut = session.person === null
  queries.setQueryData(sessionKey, session)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => call(personRoutes.signIn, { body }),
    onSuccess: become,
  })
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => call(personRoutes.signOut),
    onSuccess: become,
  })
}

const PersonContext = createContext<SignedIn | null>(null)

export function PersonProvider({ person, children }: { person: SignedIn; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>
}

/** The person who is signed in. Only inside the frame. */
export function usePerson(): SignedIn {
  const person = use(PersonContext)
  if (!person) throw new Error('usePerson stands outside the frame')
  return person
}

export function isAllowed(person: SignedIn, needs: string | undefined): boolean {
  return needs === undefined || person.permissions.includes(needs)
}
