import { command } from '#platform/commands/command.ts'
import type { House } from '#platform/slice.ts'
import { actionsOn } from './notice.ts'
import { reportBounceInput } from './notice-contract.ts'
import { deliveryNotFit } from './notice-problems.ts'
import { end } from './send-notices.ts'
import { takeDelivery } from './take-delivery.ts'

/**
 * Says that a message which was taken came back later: most mail servers take first and refuse by another mail. The
 * address is stopped, and the next way is tried.
 */
export const reportBounce = (house: House) =>
  command('notice.report-bounce', {
    may: { permission: 'notice.manage' },
    input: reportBounceInput,
    event: 'notice.bounce-reported',
    async decide(work, input) {
      const { tx, actor, now } = work
      const delivery = await takeDelivery(work, input.delivery, 'notice.manage')
      if (!actionsOn(delivery).includes('bounced')) throw deliveryNotFit()
      const { note } = input
      const how = { state: 'bounced', fault: 'reported', detail: '', by: actor.person, note } as const
      await end(house, tx, [delivery], how, now)
      const { notice, channel, id } = delivery
      return { result: { id }, event: { about: { kind: 'notice', id: notice }, data: { channel } } }
    },
  })
