import { command } from '#platform/commands/command.ts'
import { answerAlarms, changeDeliveries, countAttempt, noticesByIds } from '#platform/notify/notice-store.ts'
import { noteCallInput } from './notice-contract.ts'
import { deliveryNotFit } from './notice-problems.ts'
import { takeDelivery } from './take-delivery.ts'

/** Notes what came of a call: told, not reached this time, or not to be reached at all. */
export const noteCall = command('notice.note-call', {
  may: { permission: 'notice.tell' },
  input: noteCallInput,
  event: 'notice.called',
  async decide(work, { delivery: id, outcome, note }) {
    const { tx, actor, now } = work
    const delivery = await takeDelivery(work, id, 'notice.tell')
    if (delivery.channel !== 'call' || delivery.state !== 'waiting') throw deliveryNotFit()
    await countAttempt(tx, [id])
    const endedAt = now.toISOString()
    const said = note || null
    if (outcome === 'not-reached') await changeDeliveries(tx, [id], { note: said })
    else
      await changeDeliveries(tx, [id], {
        state: outcome === 'told' ? 'sent' : 'given-up',
        note: said,
        endedAt,
      })
    if (outcome === 'told') {
      const [notice] = await noticesByIds(tx, [delivery.notice])
      const how = { answer: 'told', note: said, person: actor.person, now } as const
      await answerAlarms(tx, [notice?.matter ?? ''], how)
    }
    return { result: { id }, event: { about: { kind: 'notice', id: delivery.notice }, data: { outcome } } }
  },
})
