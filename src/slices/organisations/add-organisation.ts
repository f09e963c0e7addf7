import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { nameIn } from './organisation.ts'
import { addOrganisationInput } from './organisation-contract.ts'
import { calledAlready, closedAlready, nameTaken } from './organisation-messages.ts'
import {
  bearersOf,
  insertOrganisation,
  lockNames,
  nameIsTaken,
  organisationsByIds,
  pathOf,
} from './organisation-store.ts'

/** Adds an organisation below another. The permission must reach the one above. */
export const addOrganisation = command('organisation.add', {
  may: {
    permission: 'organisation.manage',
    at: async (_work, input) => [input.parent],
  },
  input: addOrganisationInput,
  event: 'organisation.added',
  async decide({ tx, actor, now }, input) {
    const [parent] = await organisationsByIds(tx, [input.parent])
    if (!parent) throw notFound({ zh: '上级组织', en: 'The organisation above' })
    if (parent.closedOn) throw closedAlready()
    await lockNames(tx)
    if (await nameIsTaken(tx, input.name)) throw nameTaken(input.name)
    const holder = (await bearersOf(tx, [input.name])).find((one) => one.as === 'alias')
    if (holder) throw calledAlready(input.name, holder.name, nameIn(holder, 'en'), holder.id)
    await insertOrganisation(tx, {
      county: actor.county,
      id: input.organisation,
      parent: parent.id,
      path: [...(await pathOf(tx, parent.id)), input.organisation],
      kind: input.kind,
      name: input.name,
      nameEn: input.nameEn || null,
      shortName: input.shortName,
      at: now,
    })
    return {
      result: { id: input.organisation },
      event: {
        about: { kind: 'organisation', id: input.organisation },
        data: { name: input.name, parent: parent.id },
      },
    }
  },
})
