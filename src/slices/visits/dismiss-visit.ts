import { command } from '#platform/commands/command.ts'
import { openVisit } from './correct-visit.ts'
import { dismissVisitInput } from './visit-contract.ts'
import { insertDismissal } from './visit-store.ts'

/** Sets a reading aside: it was no visit report, or came twice. It is kept and can be looked at. */
export const dismissVisit = command('visit.dismiss', {
  may: {
    permission: 'visit.record',
    at: async ({ tx }, input) => [(await openVisit(tx, input.visit)).organisation],
  },
  input: dismissVisitInput,
  event: 'visit.dismissed',
  async decide({ tx, actor, now }, input) {
    const visit = await openVisit(tx, input.visit)
    const { county, person } = actor
    await insertDismissal(tx, { county, visit: visit.id, reason: input.reason, person, at: now })
    return {
      result: { id: visit.id },
      event: { about: { kind: 'visit', id: visit.id }, data: { reason: input.reason } },
    }
  },
})
