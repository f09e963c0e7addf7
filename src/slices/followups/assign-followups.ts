import { command } from '#platform/commands/command.ts'
import { giveTo, refuseUnfit, whomAsked } from './assign-followup.ts'
import { assignManyInput } from './followup-inputs.ts'
import { takeFollowups } from './take-followup.ts'

/** Assigns several at once, all or none. */
export const assignFollowups = command('followup.assign-many', {
  may: { permission: 'followup.manage' },
  input: assignManyInput,
  event: 'followup.assigned-together',
  async decide(work, { followups: ids, ...assignment }) {
    const followups = await takeFollowups(work, ids, 'assign')
    await refuseUnfit(work, assignment)
    for (const followup of followups) await giveTo(work, followup, assignment)
    const { lead, dueDay, supporting } = assignment
    return {
      result: { assigned: followups.length },
      event: {
        about: { kind: 'followup', id: followups[0]?.id ?? '' },
        data: {
          followups: followups.map(({ id }) => id),
          lead,
          dueDay,
          supporting,
          asked: followups.map(whomAsked),
        },
      },
    }
  },
})
