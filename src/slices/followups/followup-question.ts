import { type Actor, reachOf } from '#platform/auth/actor.ts'
import type { FollowupFilter } from './followup-shapes.ts'
import type { Question } from './followup-list-store.ts'
import { calendarAt } from './followup-view.ts'

/** The organisations that are the viewer's own: where they hold a role, and for which they may answer. */
export function ownOrganisations(actor: Actor): string[] {
  const answers = reachOf(actor, 'followup.answer')
  return [...new Set([...actor.organisations, ...(answers === 'county' ? [] : answers)])]
}

/** What a filter means for this viewer at this moment. */
export function questionOf(actor: Actor, filter: Partial<FollowupFilter>, now: Date): Question {
  const { today, nearDay } = calendarAt(now)
  return {
    filter,
    reach: reachOf(actor, 'followup.read'),
    own: ownOrganisations(actor),
    today,
    nearDay,
  }
}
