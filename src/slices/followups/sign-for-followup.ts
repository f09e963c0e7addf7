import { command } from '#platform/commands/command.ts'
import { advanceFollowup } from './advance-followup.ts'
import { signInput } from './followup-inputs.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** The lead organisation says that it has it and will see to it. */
export const signForFollowup = command('followup.sign', {
  may: {
    permission: 'followup.answer',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: signInput,
  event: 'followup.signed',
  async decide(work, input) {
    const followup = await takeFollowup(work, input.followup, 'sign')
    const organisation = followup.lead
    const result = await advanceFollowup(work, followup, { kind: 'signed', state: 'underway', organisation })
    return { result, event: { about: { kind: 'followup', id: followup.id }, organisation, data: {} } }
  },
})
