import { command } from '#platform/commands/command.ts'
import { giveFiles } from '#platform/files/file-store.ts'
import { advanceFollowup, answeringOrganisation } from './advance-followup.ts'
import { reportInput } from './followup-inputs.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** What was done so far, in one short text; proof may come with it and is never asked for. */
export const reportProgress = command('followup.report', {
  may: {
    permission: 'followup.answer',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: reportInput,
  event: 'followup.reported',
  async decide(work, input) {
    const followup = await takeFollowup(work, input.followup, 'report')
    const about = { kind: 'followup', id: followup.id }
    await giveFiles(work, input.files, about)
    const organisation = answeringOrganisation(work, followup)
    const { text, files } = input
    const result = await advanceFollowup(work, followup, { kind: 'reported', organisation, text, files })
    return { result, event: { about, organisation, data: { text, files: files.length } } }
  },
})
