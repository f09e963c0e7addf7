import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { closeOrganisationInput } from './organisation-contract.ts'
import { closedAlready, rootStays } from './organisation-messages.ts'
import { insertClosure, organisationsByIds } from './organisation-store.ts'

/** Closes an organisation from a day on. Its records stay; nothing new can be given to it. */
export const closeOrganisation = command('organisation.close', {
  may: {
    permission: 'organisation.manage',
    at: async (_work, input) => [input.organisation],
  },
  input: closeOrganisationInput,
  event: 'organisation.closed',
  async decide({ tx, actor, now }, input) {
    const [organisation] = await organisationsByIds(tx, [input.organisation])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (organisation.closedOn) throw closedAlready()
    if (organisation.parent === null) throw rootStays()
    const { day, reason } = input
    await insertClosure(tx, {
      county: actor.county,
      organisation: organisation.id,
      day,
      reason,
      person: actor.person,
      at: now,
    })
    return {
      result: { id: organisation.id },
      event: { about: { kind: 'organisation', id: organisation.id }, data: { day, reason } },
    }
  },
})
