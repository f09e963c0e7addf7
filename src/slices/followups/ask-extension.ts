import { command } from '#platform/commands/command.ts'
import { advanceFollowup } from './advance-followup.ts'
import { insertExtension } from './extension-store.ts'
import { askExtensionInput } from './followup-inputs.ts'
import { extensionTooEarly } from './followup-problems.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** Asks for a later due day, on or before the present one, and says which day and why. */
export const askExtension = command('followup.ask-extension', {
  may: {
    permission: 'followup.answer',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: askExtensionInput,
  event: 'followup.extension-asked',
  async decide(work, { followup: id, extension, toDay, reason }) {
    const followup = await takeFollowup(work, id, 'ask-extension')
    const { lead: organisation, dueDay: fromDay } = followup
    if (fromDay === null || toDay <= fromDay) throw extensionTooEarly()
    const { county, person } = work.actor
    await insertExtension(work.tx, {
      county,
      id: extension,
      followup: id,
      fromDay,
      toDay,
      reason,
      person,
      organisation,
      at: work.now.toISOString(),
    })
    const step = { kind: 'extension-asked', organisation, text: reason, dueDay: toDay } as const
    const result = await advanceFollowup(work, followup, step, { pendingExtension: extension })
    return {
      result,
      event: { about: { kind: 'followup', id }, organisation, data: { extension, fromDay, toDay, reason } },
    }
  },
})
