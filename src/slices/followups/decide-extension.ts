import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { advanceFollowup } from './advance-followup.ts'
import { extensionsByIds, insertDecision } from './extension-store.ts'
import { decideExtensionInput } from './followup-inputs.ts'
import { extensionAnswered, reasonNeeded } from './followup-problems.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** Grants the later day, or refuses it and says why. */
export const decideExtension = command('followup.decide-extension', {
  may: {
    permission: 'followup.review',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: decideExtensionInput,
  event: 'followup.extension-decided',
  async decide(work, { followup: id, extension, granted, reason }) {
    const [asked] = await extensionsByIds(work.tx, [extension])
    if (asked?.followup !== id) throw notFound({ zh: '这次延期申请', en: 'This request' })
    const followup = await takeFollowup(work, id, 'decide-extension')
    if (followup.pendingExtension !== extension) throw extensionAnswered()
    if (!granted && !reason) throw reasonNeeded()
    const { county, person } = work.actor
    const at = work.now.toISOString()
    await insertDecision(work.tx, { county, extension, granted, reason: reason || null, person, at })
    const dueDay = granted ? asked.toDay : followup.dueDay
    const kind = granted ? 'extension-granted' : 'extension-refused'
    const step = { kind, text: reason, dueDay } as const
    const result = await advanceFollowup(work, followup, step, { dueDay, pendingExtension: null })
    return {
      result,
      event: {
        about: { kind: 'followup', id },
        data: { extension, granted, dueDay, reason: reason || null },
      },
    }
  },
})
