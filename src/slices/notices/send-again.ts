import { command } from '#platform/commands/command.ts'
import { enqueue } from '#platform/jobs/job-store.ts'
import { isOpen, type OutwardName } from '#platform/notify/channel.ts'
import { changeDeliveries, stoppedKeys } from '#platform/notify/notice-store.ts'
import type { House } from '#platform/slice.ts'
import { actionsOn } from './notice.ts'
import { sendAgainInput } from './notice-contract.ts'
import { addressStillStopped, channelOff, deliveryNotFit } from './notice-problems.ts'
import { sendJob } from './plan-notices.ts'
import { takeDelivery } from './take-delivery.ts'

/** Sends once more, as a message of its own, what did not arrive. */
export const sendAgain = (house: House) =>
  command('notice.send-again', {
    may: { permission: 'notice.manage' },
    input: sendAgainInput,
    event: 'notice.sent-again',
    async decide(work, input) {
      const { tx, now } = work
      const delivery = await takeDelivery(work, input.delivery, 'notice.manage')
      const { id, channel, addressKey: key, address } = delivery
      if (!actionsOn(delivery).includes('again') || key === null || address === null) throw deliveryNotFit()
      if (!isOpen(house.outward, channel as OutwardName)) throw channelOff()
      if ((await stoppedKeys(tx, [key])).size > 0) throw addressStillStopped()
      const dueAt = now.toISOString()
      const anew = {
        state: 'waiting',
        attempts: 0,
        message: null,
        endedAt: null,
        fault: null,
        detail: null,
      } as const
      await changeDeliveries(tx, [id], { ...anew, dueAt })
      await enqueue(tx, { kind: sendJob(channel as OutwardName), key, payload: { key }, now, dueAt: now })
      return { result: { id }, event: { about: { kind: 'notice', id: delivery.notice }, data: { channel } } }
    },
  })
