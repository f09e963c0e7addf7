import type { Language } from '../i18n/messages.ts'

/** Where a permission reaches: the whole county, or these organisations and nothing else. */
export type Reach = 'county' | ReadonlySet<string>

/**
 * The person who acts, with what they may do and where. Made anew for each request from the roles in the
 * database, so that a role that was withdrawn is gone at once.
 */
export interface Actor {
  county: string
  person: string
  name: string
  /** The organisations where the person holds a role, the first one first. */
  organisations: readonly string[]
  reach: ReadonlyMap<string, Reach>
  language: Language
}

/** Whether the actor holds the permission at all, or at one of the organisations that are named. */
export function may(actor: Actor, permission: string, at?: readonly string[]): boolean {
  const reach = actor.reach.get(permission)
  if (!reach) return false
  if (reach === 'county' || at === undefined) return true
  return at.some((organisation) => reach.has(organisation))
}

/** The organisations that the permission reaches, for a list's filter. Empty when it is not held. */
export function reachOf(actor: Actor, permission: string): Reach {
  return actor.reach.get(permission) ?? new Set()
}
