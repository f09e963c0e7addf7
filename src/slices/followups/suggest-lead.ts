import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsCalled } from '#slices/organisations'
import type { FollowupRow } from './followup-store.ts'

/**
 * Whom the report itself names: the subject of the sentence, else the places where it was said in their order, when
 * exactly one organisation of the county answers to that name. A proposal for the person who assigns; nothing is ever
 * assigned by it. One question, however many places there are.
 */
export async function suggestLead(
  tx: Tx,
  actor: Actor,
  followup: FollowupRow,
): Promise<{ id: string; name: string } | null> {
  if (followup.state !== 'open' || !may(actor, 'followup.manage')) return null
  const sites = followup.places.filter(({ kind }) => kind === 'site').map(({ name }) => name)
  const named = [followup.subject ?? '', ...sites].filter((name) => name !== '')
  const called = await organisationsCalled(tx, named)
  for (const name of named) {
    const meant = (called.get(name) ?? []).filter(({ kind }) => kind !== 'county')
    const [only] = meant
    if (only && meant.length === 1) return { id: only.id, name: nameIn(only, actor.language) }
  }
  return null
}
