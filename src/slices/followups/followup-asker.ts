import { type Actor, may } from '#platform/auth/actor.ts'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { extensionsByIds } from './extension-store.ts'
import { type Asker, isEnded, type Situation } from './followup.ts'
import type { FollowupRow } from './followup-store.ts'
import { partsOf } from './part-store.ts'
import { workedOnBy } from './step-store.ts'

/** What of a follow-up decides what may be done with it today. */
export function situationOf(followup: FollowupRow, today: Day): Situation {
  const { state, dueDay, pendingExtension } = followup
  return { state, dueDay, today, extensionPending: pendingExtension !== null }
}

/** Who the actor is to each of these follow-ups: three questions at most, however many they are. */
export async function askersOf(
  tx: Tx,
  actor: Actor,
  followups: readonly FollowupRow[],
): Promise<(followup: FollowupRow) => Asker> {
  const running = followups.filter(({ state }) => !isEnded(state))
  const idsOf = (rows: readonly FollowupRow[]) => rows.map(({ id }) => id)
  const answers = (organisation: string | null) =>
    organisation !== null && may(actor, 'followup.answer', [organisation])
  const reviewer = may(actor, 'followup.review')
  const worked = reviewer
    ? await workedOnBy(tx, actor.person, idsOf(running.filter(({ state }) => state === 'closing')))
    : new Set<string>()
  const requests = reviewer ? running.flatMap(({ pendingExtension }) => pendingExtension ?? []) : []
  const own = new Set(
    (await extensionsByIds(tx, requests))
      .filter(({ person }) => person === actor.person)
      .map(({ followup }) => followup),
  )
  const parts = may(actor, 'followup.answer') ? await partsOf(tx, idsOf(running)) : []
  const openParts = new Set(
    parts
      .filter(({ completion, organisation }) => !completion && answers(organisation))
      .map(({ followup }) => followup),
  )
  return (followup) => ({
    manages: may(actor, 'followup.manage', followup.involved),
    reviews: may(actor, 'followup.review', followup.involved),
    answersForLead: answers(followup.lead),
    answersForSupporting: followup.supporting.some(answers),
    answersForOpenPart: openParts.has(followup.id),
    didTheWork: worked.has(followup.id),
    askedExtension: own.has(followup.id),
  })
}
