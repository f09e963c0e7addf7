import { command } from '#platform/commands/command.ts'
import { advanceFollowup } from './advance-followup.ts'
import { reviewInput } from './followup-inputs.ts'
import { reasonNeeded } from './followup-problems.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/**
 * Closes what was asked to be closed, or returns it and says why. Another person than whoever did the work.
 * A request for a later day that nobody answered lapses with the closing.
 */
export const reviewFollowup = command('followup.review', {
  may: {
    permission: 'followup.review',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: reviewInput,
  event: 'followup.reviewed',
  async decide(work, { followup: id, outcome, reason }) {
    const followup = await takeFollowup(work, id, 'review')
    if (outcome === 'returned' && !reason) throw reasonNeeded()
    const change = outcome === 'closed' ? { pendingExtension: null } : {}
    const step = { kind: outcome, state: outcome, text: reason } as const
    const result = await advanceFollowup(work, followup, step, change)
    return {
      result,
      event: { about: { kind: 'followup', id }, data: { outcome, reason: reason || null } },
    }
  },
})
