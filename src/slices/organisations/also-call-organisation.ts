import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { nameIn } from './organisation.ts'
import { alsoCallInput } from './organisation-contract.ts'
import { calledAlready, closedAlready, hasNameAlready } from './organisation-messages.ts'
import {
  bearersOf,
  insertOtherName,
  lockNames,
  organisationsByIds,
  otherNamesOf,
  updateNames,
} from './organisation-store.ts'

/** Says what else an organisation is called. In a county a name means one open organisation, or it is refused. */
export const alsoCallOrganisation = command('organisation.also-call', {
  may: {
    permission: 'organisation.name',
    at: async (_work, input) => [input.organisation],
  },
  input: alsoCallInput,
  event: 'organisation.also-called',
  async decide({ tx, actor, now }, input) {
    const name = input.name.replace(/\s+/g, '')
    await lockNames(tx)
    const [organisation] = await organisationsByIds(tx, [input.organisation])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (organisation.closedOn) throw closedAlready()
    const bearers = await bearersOf(tx, [name])
    if (bearers.some(({ id }) => id === organisation.id)) throw hasNameAlready(name)
    const [holder] = bearers
    if (holder) throw calledAlready(name, holder.name, nameIn(holder, 'en'), holder.id)
    const before = await otherNamesOf(tx, organisation.id)
    const { county, person } = actor
    await insertOtherName(tx, { county, organisation: organisation.id, name, person, at: now })
    await updateNames(tx, organisation)
    return {
      result: { id: organisation.id },
      event: {
        about: { kind: 'organisation', id: organisation.id },
        data: { name, before, after: [...before, name] },
      },
    }
  },
})
