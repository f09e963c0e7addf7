import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { nameIn } from './organisation.ts'
import { renameOrganisationInput } from './organisation-contract.ts'
import { calledAlready, nameTaken } from './organisation-messages.ts'
import { bearersOf, lockNames, nameIsTaken, organisationsByIds, updateNames } from './organisation-store.ts'

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
    await lockNames(tx)
    if (await nameIsTaken(tx, input.name, before.id)) throw nameTaken(input.name)
    const holder = (await bearersOf(tx, [input.name])).find(
      (one) => one.as === 'alias' && one.id !== before.id,
    )
    if (holder) throw calledAlready(input.name, holder.name, nameIn(holder, 'en'), holder.id)
    const { name, shortName } = input
    await updateNames(tx, { id: before.id, name, shortName, nameEn: input.nameEn || null })
    return {
      result: { id: before.id },
      event: { about: { kind: 'organisation', id: before.id }, data: { before: before.name, name } },
    }
  },
})
