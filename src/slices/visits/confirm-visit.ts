import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { arrivalsIn, insertArrivals } from './arrival-store.ts'
import { openVisit } from './correct-visit.ts'
import { faultsBeforeConfirming, itemOf } from './visit.ts'
import { confirmVisitInput } from './visit-contract.ts'
import { notReadyToConfirm, visitMovedOn } from './visit-messages.ts'
import { directiveRows, insertConfirmation, insertDirectives } from './visit-store.ts'

/**
 * Confirms a visit as its sender saw it. Its directives become rows of their own, and whoever handles
 * `visit.confirmed` (the follow-ups) does so in the same transaction: all of it is there, or nothing.
 */
export const confirmVisit = command('visit.confirm', {
  may: {
    permission: 'visit.record',
    at: async ({ tx }, input) => [(await openVisit(tx, input.visit)).organisation],
  },
  input: confirmVisitInput,
  event: 'visit.confirmed',
  async decide(work, input) {
    const { tx, actor, now } = work
    const visit = await openVisit(tx, input.visit)
    if (visit.version !== input.version) throw visitMovedOn()
    const faults = faultsBeforeConfirming(visit.content)
    if (faults.length > 0) throw notReadyToConfirm(faults)
    const value = itemOf(visit.content, 'date')?.value
    const { county, person } = actor
    const day = value === 'unknown' ? null : (value ?? null)
    await insertConfirmation(tx, { county, visit: visit.id, day, person, at: now })
    const directives = directiveRows(county, visit.id, visit.content, () => newId(now))
    await insertDirectives(tx, directives)
    await insertArrivals(tx, arrivalsIn(county, visit.id, visit.content, day ?? work.today))
    return {
      result: { id: visit.id, followups: directives.length },
      event: {
        about: { kind: 'visit', id: visit.id },
        data: { version: visit.version, directives: directives.length },
      },
    }
  },
})
