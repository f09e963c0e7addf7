import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { isOpen } from './assistance.ts'
import { endInput } from './assistance-contract.ts'
import { assistanceRecord } from './assistance-messages.ts'
import { assistanceOver } from './assistance-problems.ts'
import { assistancesByIds, endAssistances } from './assistance-store.ts'

/** Ends it: whoever is helped has their receipt. */
export const endAssistance = command('assistance.end', {
  may: { permission: 'assistance.act' },
  input: endInput,
  event: 'assistance.ended',
  async decide({ tx, actor, now }, { assistance }) {
    const [found] = await assistancesByIds(tx, [assistance])
    if (!found || found.staff !== actor.person) throw notFound(assistanceRecord)
    if (!isOpen(found, now)) throw assistanceOver()
    await endAssistances(tx, actor.person, now)
    return { result: { id: found.id }, event: { about: { kind: 'assistance', id: found.id }, data: {} } }
  },
})
