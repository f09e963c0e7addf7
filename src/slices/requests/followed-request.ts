import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import type { FollowedRequest } from './public/request-views.ts'
import { requestsByIds, stepsOf } from './request-store.ts'

/** A request as whoever sent it may see it: organisations act, no person of theirs is named. */
export async function followedRequest(
  tx: Tx,
  id: string,
  language: Language,
): Promise<FollowedRequest | null> {
  const [request] = await requestsByIds(tx, [id], 'county')
  if (!request) return null
  const steps = await stepsOf(tx, id)
  const ids = [request.owner, ...steps.flatMap((step) => [step.organisation, step.owner])]
  const organisations = await organisationsByIds(
    tx,
    [...new Set(ids)].filter((one) => one !== null),
  )
  const names = new Map(organisations.map((one) => [one.id, nameIn(one, language)]))
  const named = (one: string | null) => (one === null ? null : (names.get(one) ?? null))
  const { number, kind, state, text, aboutName, owner, dueDay, sentAt, takenBy } = request
  return {
    number,
    kind,
    state,
    text,
    about: aboutName,
    owner: named(owner),
    dueDay,
    sentAt,
    byStaff: takenBy !== null,
    steps: steps.map((step) => ({
      kind: step.kind,
      at: step.at,
      text: step.text,
      // Of a handing-on it matters to whom.
      organisation: named(
        step.kind === 'handed-on' || step.kind === 'passed-on' ? step.owner : step.organisation,
      ),
    })),
  }
}
