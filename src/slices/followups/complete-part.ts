import { may } from '#platform/auth/actor.ts'
import { command } from '#platform/commands/command.ts'
import { giveFiles } from '#platform/files/file-store.ts'
import { notFound } from '#platform/http/problems.ts'
import { advanceFollowup } from './advance-followup.ts'
import { completePartInput } from './followup-inputs.ts'
import { notNow, partCompleted } from './followup-problems.ts'
import { insertCompletion, partsOf } from './part-store.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** An organisation says that its part is done. The lead organisation still answers for the whole. */
export const completePart = command('followup.complete-part', {
  may: {
    permission: 'followup.answer',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: completePartInput,
  event: 'followup.part-completed',
  async decide(work, { followup: id, part: partId, text, files }) {
    const { tx, actor, now } = work
    const part = (await partsOf(tx, [id])).find((one) => one.id === partId)
    if (!part) throw notFound({ zh: '这项任务', en: 'This part' })
    if (part.completion) throw partCompleted()
    const followup = await takeFollowup(work, id, 'complete-part')
    const { organisation } = part
    if (!may(actor, 'followup.answer', [organisation])) {
      throw notNow('complete-part', 'no-open-part', followup.number, null)
    }
    const about = { kind: 'followup', id }
    await giveFiles(work, files, about)
    const { county, person } = actor
    await insertCompletion(tx, { county, part: partId, person, text: text || null, at: now.toISOString() })
    const step = { kind: 'part-completed', organisation, text: text || part.text, files } as const
    const result = await advanceFollowup(work, followup, step)
    return { result, event: { about, organisation, data: { part: partId, text: text || null } } }
  },
})
