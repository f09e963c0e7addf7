import type { EventHandler } from '#platform/commands/run-command.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import { newId } from '#platform/records/new-id.ts'
import { requestsByIds } from '#slices/requests'
import { advanceFollowup } from './advance-followup.ts'
import { followupsByIds, insertFollowups, numberOf, takeNumbers } from './followup-store.ts'
import { insertSteps } from './step-store.ts'

/**
 * Opens a follow-up for a request of the public that was handed on, in the same transaction, with its owner as the lead
 * and its due day: it is in somebody's hands from the first moment. Who sent it stands in the request alone.
 */
export const openForRequest: EventHandler = async (work, event, emit) => {
  const { tx, actor, now, today } = work
  const { county } = actor
  const [request] = await requestsByIds(tx, [event.about.id], 'county')
  if (!request?.owner) throw new Error(`request ${event.about.id} was handed on and has no owner`)
  const year = Number(today.slice(0, 4))
  const followup = {
    id: newId(now),
    ...numberOf(year, await takeNumbers(tx, county, year, 1)),
    visit: null,
    request: request.id,
    directive: null,
    reopenOf: null,
    quote: request.text,
    force: 'must' as const,
    kind: 'task' as const,
    subject: null,
    theme: null,
    measurable: false,
    deadline: null,
    places: request.aboutName === null ? [] : [{ kind: 'site' as const, name: request.aboutName }],
    saidBy: null,
    saidAs: null,
    saidOn: dayOf(new Date(request.sentAt)),
  }
  await insertFollowups(tx, county, [followup], now)
  await insertSteps(tx, county, [
    {
      id: newId(now),
      followup: followup.id,
      position: 1,
      kind: 'opened',
      state: 'open',
      person: actor.person,
      organisation: actor.organisations[0] ?? null,
      at: now.toISOString(),
      day: today,
      text: null,
      dueDay: null,
      lead: null,
      files: [],
    },
  ])
  const about = { kind: 'followup', id: followup.id }
  await emit({ name: 'followup.opened', about, data: { number: followup.number, request: request.id } })
  const [opened] = await followupsByIds(tx, [followup.id], 'county')
  if (!opened) throw new Error(`follow-up ${followup.id} was opened and is not there`)
  const { owner: lead, dueDay } = request
  await advanceFollowup(
    work,
    opened,
    { kind: 'assigned', state: 'assigned', lead, dueDay },
    { lead, supporting: [], involved: [lead], dueDay },
  )
  await emit({ name: 'followup.assigned', about, data: { lead, dueDay, supporting: [], asked: [] } })
}
