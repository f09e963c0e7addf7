import { command } from '#platform/commands/command.ts'
import { enqueue } from '#platform/jobs/job-store.ts'
import { isOpen } from '#platform/notify/channel.ts'
import { notify } from '#platform/notify/notify.ts'
import { addressKey, insertDeliveries, markPlanned, noticesOfMatter } from '#platform/notify/notice-store.ts'
import { newId } from '#platform/records/new-id.ts'
import type { House } from '#platform/slice.ts'
import { addressOf } from './contact-address.ts'
import { rootOrganisation } from './county-root.ts'
import { testInput } from './notice-contract.ts'
import { addressUnfit, channelOff } from './notice-problems.ts'
import { testNotice } from './notice-templates.ts'
import { sendJob } from './plan-notices.ts'

/** Sends a message that says nothing but that the channel works. Its own page tells what came of it. */
export const sendTest = (house: House) =>
  command('notice.test', {
    may: { permission: 'notice.manage' },
    input: testInput,
    event: 'notice.tested',
    ledgered: ({ channel }) => ({ channel }),
    async decide({ tx, actor, now }, { channel, address }) {
      if (!isOpen(house.outward, channel)) throw channelOff()
      const to = addressOf(channel, address)
      if (to === null) throw addressUnfit(channel)
      const organisation = actor.organisations[0] ?? null
      const { matter } = await notify(tx, {
        to: [{ name: actor.name, language: actor.language }],
        template: testNotice,
        values: { sender: actor.name },
        about: null,
        urgency: 'urgent',
        organisation,
        now,
      })
      const [notice] = await noticesOfMatter(tx, matter)
      const id = notice?.id ?? ''
      const at = now.toISOString()
      const template = testNotice.name
      await insertDeliveries(tx, [
        {
          id: newId(now),
          notice: id,
          channel,
          template,
          organisation,
          address: to,
          state: 'waiting',
          dueAt: at,
          at,
        },
      ])
      // By this way and no other: nothing is left to plan.
      await markPlanned(tx, matter, now)
      const key = addressKey(channel, to)
      await enqueue(tx, { kind: sendJob(channel), key, payload: { key }, now, dueAt: now })
      return {
        result: { id },
        event: {
          about: { kind: 'organisation', id: await rootOrganisation(tx, actor) },
          data: { channel, notice: id },
        },
      }
    },
  })
