import { command } from '#platform/commands/command.ts'
import { advanceFollowup } from './advance-followup.ts'
import { withdrawInput } from './followup-inputs.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** Takes a follow-up back: it was opened by mistake, or nothing is left to be done. */
export const withdrawFollowup = command('followup.withdraw', {
  may: {
    permission: 'followup.manage',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: withdrawInput,
  event: 'followup.withdrawn',
  async decide(work, { followup: id, reason }) {
    const followup = await takeFollowup(work, id, 'withdraw')
    const step = { kind: 'withdrawn', state: 'withdrawn', text: reason } as const
    const result = await advanceFollowup(work, followup, step, { pendingExtension: null })
    return { result, event: { about: { kind: 'followup', id }, data: { reason } } }
  },
})
