import { command } from '#platform/commands/command.ts'
import { giveFiles } from '#platform/files/file-store.ts'
import { advanceFollowup } from './advance-followup.ts'
import { askClosingInput } from './followup-inputs.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** The lead organisation says what came of it and asks to close it. */
export const askClosing = command('followup.ask-closing', {
  may: {
    permission: 'followup.answer',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: askClosingInput,
  event: 'followup.closing-asked',
  async decide(work, { followup: id, text, files }) {
    const followup = await takeFollowup(work, id, 'ask-closing')
    const about = { kind: 'followup', id }
    await giveFiles(work, files, about)
    const organisation = followup.lead
    const step = { kind: 'closing-asked', state: 'closing', organisation, text, files } as const
    const result = await advanceFollowup(work, followup, step)
    return { result, event: { about, organisation, data: { text, files: files.length } } }
  },
})
