import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { organisationRoutes } from '#slices/organisations/contract'
import { placeRoutes } from '#slices/places/contract'
import { suggestionRoutes } from '../../name-suggestion-contract.ts'
import type { SuggestionShown } from './name-queries.ts'

/** Does it, and says how to take it back. */
type Decision = () => Promise<(() => Promise<unknown>) | undefined>
export type How = 'accept' | 'refuse' | 'reconsider'

/**
 * What can be decided about a suggestion. Accepting gives the name to the place or the organisation by its own command;
 * that answers the suggestion, as it would from that one's page.
 */
export function decisionsOn(
  name: string,
  { id: suggestion, target, sources, decided, heldBy }: SuggestionShown,
): Record<How, Decision> & { offered: How[] } {
  const params = { suggestion }
  const reopen = () => call(suggestionRoutes.reopen, { params })
  const refuse = () => call(suggestionRoutes.refuse, { params })
  return {
    offered: decided === null ? (heldBy ? ['refuse'] : ['accept', 'refuse']) : ['reconsider'],
    accept: async () => {
      if (target.kind === 'organisation') {
        const organisation = { organisation: target.id }
        await call(organisationRoutes.alsoCall, { params: organisation, body: { name } })
        return () => call(organisationRoutes.dropName, { params: { ...organisation, name } })
      }
      const [source] = sources
      const about = source ? { kind: source.kind, id: source.id } : null
      const place = { place: target.id }
      const body = { name: newId(), text: name, source: 'report' as const, about }
      const given = await call(placeRoutes.alsoCall, { params: place, body })
      return () => call(placeRoutes.dropName, { params: { ...place, name: given.id } })
    },
    refuse: async () => {
      await refuse()
      return reopen
    },
    reconsider: async () => {
      await reopen()
      return refuse
    },
  }
}
