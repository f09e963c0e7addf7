import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { dropNameInput } from './organisation-contract.ts'
import {
  deleteOtherName,
  lockNames,
  organisationsByIds,
  otherNamesOf,
  updateNames,
} from './organisation-store.ts'

/** Takes away a name that an organisation is also called by. What was linked by it stays as it is. */
export const dropOrganisationName = command('organisation.drop-name', {
  may: {
    permission: 'organisation.name',
    at: async (_work, input) => [input.organisation],
  },
  input: dropNameInput,
  event: 'organisation.name-dropped',
  async decide({ tx }, { organisation: id, name }) {
    await lockNames(tx)
    const [organisation] = await organisationsByIds(tx, [id])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    const before = await otherNamesOf(tx, id)
    if (!(await deleteOtherName(tx, id, name))) throw notFound({ zh: '这个别名', en: 'This name' })
    await updateNames(tx, organisation)
    return {
      result: { id },
      event: {
        about: { kind: 'organisation', id },
        data: { name, before, after: before.filter((one) => one !== name) },
      },
    }
  },
})
