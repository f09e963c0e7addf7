import type { EventHandler } from '#platform/commands/run-command.ts'
import { advanceFollowup } from './advance-followup.ts'
import { isEnded } from './followup.ts'
import { followupsOfRequest } from './followup-store.ts'
import { stepsOf } from './step-store.ts'

/** An answer to a request is a report on its follow-up: nobody has to write it twice, nor sign for what they answered. */
export const reportAnswer: EventHandler = async (work, event, emit) => {
  const text = typeof event.data.text === 'string' ? event.data.text : null
  for (const found of await followupsOfRequest(work.tx, event.about.id, 'county')) {
    if (isEnded(found.state)) continue
    const about = { kind: 'followup', id: found.id }
    const data = { number: found.number, request: event.about.id }
    let followup = found
    const step = { organisation: event.organisation }
    if (followup.state === 'assigned') {
      await advanceFollowup(work, followup, { ...step, kind: 'signed', state: 'underway' })
      followup = { ...followup, state: 'underway', steps: followup.steps + 1 }
      await emit({ name: 'followup.signed', about, organisation: event.organisation, data })
    }
    await advanceFollowup(work, followup, { ...step, kind: 'reported', text })
    await emit({ name: 'followup.reported', about, organisation: event.organisation, data })
  }
}

/**
 * A request that is closed closes its follow-up: whoever closes the one reviews the other. Where they answered it
 * themselves it stays open, since a reviewer is another person than who did the work.
 */
export const closeWithRequest: EventHandler = async (work, event, emit) => {
  const text = typeof event.data.text === 'string' ? event.data.text : null
  for (const followup of await followupsOfRequest(work.tx, event.about.id, 'county')) {
    if (isEnded(followup.state)) continue
    const steps = await stepsOf(work.tx, followup.id)
    const own = steps.some(
      ({ kind, person }) => (kind === 'reported' || kind === 'closing-asked') && person === work.actor.person,
    )
    if (own) continue
    await advanceFollowup(work, followup, { kind: 'closed', state: 'closed', text })
    const about = { kind: 'followup', id: followup.id }
    await emit({ name: 'followup.reviewed', about, data: { number: followup.number, outcome: 'closed' } })
  }
}
