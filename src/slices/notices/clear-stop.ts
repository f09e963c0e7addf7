import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { clearStop as clear, openStop } from '#platform/notify/notice-store.ts'
import { rootOrganisation } from './county-root.ts'
import { clearStopInput } from './notice-contract.ts'

/** Says that somebody has looked at a stopped address, and that it may be sent to again. */
export const clearStop = command('notice.clear-stop', {
  may: { permission: 'notice.manage' },
  input: clearStopInput,
  event: 'notice.stop-cleared',
  async decide({ tx, actor, now }, input) {
    const stop = await openStop(tx, input.stop)
    if (!stop) throw notFound({ zh: '这个停发的地址', en: 'This stopped address' })
    const { id, channel } = stop
    await clear(tx, id, actor.person, now)
    const about = { kind: 'organisation', id: await rootOrganisation(tx, actor) }
    return { result: { id }, event: { about, data: { channel, stop: id } } }
  },
})
