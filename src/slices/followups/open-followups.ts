import type { EventHandler } from '#platform/commands/run-command.ts'
import { newId } from '#platform/records/new-id.ts'
import { confirmedVisits, directivesOf } from '#slices/visits'
import { kindOf } from './followup.ts'
import { insertFollowups, type NewFollowup, numberOf, takeNumbers } from './followup-store.ts'
import { insertSteps } from './step-store.ts'

/**
 * Opens a follow-up for each directive of a visit that was confirmed, in the transaction of the confirmation:
 * all of them are there, or the visit is not confirmed. Nobody is asked to do anything yet, and none has a due day.
 */
export const openFollowups: EventHandler = async (work, event, emit) => {
  const { tx, actor, now, today } = work
  const { county } = actor
  const [visit] = await confirmedVisits(tx, [event.about.id])
  if (!visit) throw new Error(`visit ${event.about.id} was confirmed and is not there`)
  const directives = await directivesOf(tx, [visit.id])
  if (directives.length === 0) return
  const year = Number(today.slice(0, 4))
  const first = await takeNumbers(tx, county, year, directives.length)
  const followups = directives.map(
    (directive, i): NewFollowup => ({
      id: newId(now),
      ...numberOf(year, first + i),
      visit: visit.id,
      request: null,
      directive: directive.id,
      reopenOf: null,
      quote: directive.text,
      force: directive.force,
      kind: kindOf(directive),
      subject: directive.subject,
      theme: directive.theme,
      measurable: directive.measurable,
      deadline: directive.deadline,
      places: directive.places,
      saidBy: visit.lead?.name ?? null,
      saidAs: visit.lead?.titles.join('、') || null,
      saidOn: visit.day,
    }),
  )
  await insertFollowups(tx, county, followups, now)
  await insertSteps(
    tx,
    county,
    followups.map(({ id }) => ({
      id: newId(now),
      followup: id,
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
    })),
  )
  for (const { id, number, directive } of followups) {
    const about = { kind: 'followup', id }
    await emit({ name: 'followup.opened', about, data: { number, visit: visit.id, directive } })
  }
}
