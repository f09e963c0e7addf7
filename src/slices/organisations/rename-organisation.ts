import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { renameOrganisationInput } from './organisation-contract.ts'
import { nameTaken } from './organisation-messages.ts'
import { nameIsTaken, organisationsByIds, updateNames } from './organisation-store.ts'

export const renameOrganisation = command('organisation.rename', {
  may: {
    permission: 'organisation.manage',
    at: async (_work, input) => [input.organisation],
  },
  input: renameOrganisationInput,
  event: 'organisation.renamed',
  async decide({ tx }, input) {
    const [before] = await organisationsByIds(tx, [input.organisation])
    if (!before) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (await nameIsTaken(tx, input.name, before.id)) throw nameTaken(input.name)
    const { name, shortName } = input
    await updateNames(tx, { id: before.id, name, shortName, nameEn: input.nameEn || null })
    return {
      result: { id: before.id },
      event: { about: { kind: 'organisation', id: before.id }, data: { before: before.name, name } },
    }
  },
})
