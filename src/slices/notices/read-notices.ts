import { command } from '#platform/commands/command.ts'
import { answerAlarms, changeDeliveries, deliveriesOf, markRead } from '#platform/notify/notice-store.ts'
import { readNoticesInput } from './notice-contract.ts'

/**
 * Says that one has read them. What has not gone out yet then needs not go out, a call needs not be made, and the
 * alarm of its matter is answered.
 */
export const readNotices = command('notice.read', {
  may: { permission: 'notice.own' },
  input: readNoticesInput,
  event: 'notice.seen',
  async decide({ tx, actor, now }, { notices }) {
    const { person } = actor
    const read = await markRead(tx, person, notices, now)
    const deliveries = await deliveriesOf(
      tx,
      read.map(({ id }) => id),
    )
    const needless = deliveries.filter(({ state, message }) => state === 'waiting' && message === null)
    await changeDeliveries(
      tx,
      needless.map(({ id }) => id),
      { state: 'dropped', endedAt: now.toISOString() },
    )
    const matters = [...new Set(read.map(({ matter }) => matter))]
    await answerAlarms(tx, matters, { answer: 'read', note: null, person, now })
    return {
      result: { read: read.length },
      event: { about: { kind: 'person', id: person }, data: { notices: read.map(({ id }) => id) } },
    }
  },
})
