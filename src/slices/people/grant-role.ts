import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { organisationsByIds } from '#slices/organisations'
import { grantRoleInput } from './person-contract.ts'
import { insertGrant, peopleByIds, rolesOf } from './person-store.ts'

/** Grants a role at an organisation. Granting what is held already changes nothing. */
export const grantRole = command('person.grant-role', {
  may: { permission: 'person.manage', at: async (_work, input) => [input.organisation] },
  input: grantRoleInput,
  event: 'person.role-granted',
  async decide({ tx, actor, now }, input) {
    const [person] = await peopleByIds(tx, [input.person])
    if (!person) throw notFound({ zh: '这个人', en: 'This person' })
    const [organisation] = await organisationsByIds(tx, [input.organisation])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    const { role, grant } = input
    const held = (await rolesOf(tx, [person.id])).some(
      (one) => one.role === role && one.organisation === organisation.id,
    )
    if (!held) {
      await insertGrant(tx, {
        county: actor.county,
        id: grant,
        person: person.id,
        role,
        organisation: organisation.id,
        grantedBy: actor.person,
        at: now,
      })
    }
    return {
      result: { id: person.id },
      event: { about: { kind: 'person', id: person.id }, data: { role, organisation: organisation.id } },
    }
  },
})
