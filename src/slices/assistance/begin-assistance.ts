import { command } from '#platform/commands/command.ts'
import { longestMs } from './assistance.ts'
import { beginInput } from './assistance-contract.ts'
import { endAssistances, insertAssistance } from './assistance-store.ts'

/** Begins to act for a person without a phone. One at a time: the one before has ended with it. */
export const beginAssistance = command('assistance.begin', {
  may: { permission: 'assistance.act' },
  input: beginInput,
  event: 'assistance.begun',
  // Who is helped stands in its own row, and in no ledger.
  ledgered: ({ assistance, way }) => ({ assistance, way }),
  async decide({ tx, actor, now }, { assistance: id, name, phone, way }) {
    const { county, person: staff, organisations } = actor
    await endAssistances(tx, staff, now)
    const organisation = organisations[0] ?? ''
    const times = { begunAt: now.toISOString(), endsAt: new Date(now.getTime() + longestMs).toISOString() }
    const kept = { county, id, staff, organisation, name, phone: phone || null, way, ...times, endedAt: null }
    await insertAssistance(tx, kept)
    return { result: { id }, event: { about: { kind: 'assistance', id }, data: { way } } }
  },
})
