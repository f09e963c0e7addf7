import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { resumePersonInput, suspendPersonInput } from './person-contract.ts'
import { lastAdministrator } from './person-messages.ts'
import { whereHeld } from './person-reach.ts'
import { insertSuspension, liftSuspension, otherAdministrators, peopleByIds } from './person-store.ts'
import { closeSessionsOf } from './session-store.ts'

/** Suspends an account: its sessions end at once, its records stay. */
export const suspendPerson = command('person.suspend', {
  may: { permission: 'person.manage', at: ({ tx }, input) => whereHeld(tx, input.person) },
  input: suspendPersonInput,
  event: 'person.suspended',
  async decide({ tx, actor, now }, { person, reason }) {
    if ((await otherAdministrators(tx, { person })) === 0) throw lastAdministrator()
    const [found] = await peopleByIds(tx, [person])
    if (!found?.suspendedAt) {
      const { county } = actor
      await insertSuspension(tx, {
        county,
        id: newId(now),
        person,
        reason,
        suspendedBy: actor.person,
        at: now,
      })
      await closeSessionsOf(tx, person)
    }
    return { result: { id: person }, event: { about: { kind: 'person', id: person }, data: { reason } } }
  },
})

export const resumePerson = command('person.resume', {
  may: { permission: 'person.manage', at: ({ tx }, input) => whereHeld(tx, input.person) },
  input: resumePersonInput,
  event: 'person.resumed',
  async decide({ tx, actor, now }, { person }) {
    await liftSuspension(tx, person, actor.person, now)
    return { result: { id: person }, event: { about: { kind: 'person', id: person }, data: {} } }
  },
})
