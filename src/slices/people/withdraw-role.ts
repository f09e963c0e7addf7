import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { withdrawRoleInput } from './person-contract.ts'
import { lastAdministrator } from './person-messages.ts'
import { insertWithdrawal, otherAdministrators, rolesOf } from './person-store.ts'

/** Withdraws a role; it is gone with the next request of its holder. The last administrator keeps theirs. */
export const withdrawRole = command('person.withdraw-role', {
  may: {
    permission: 'person.manage',
    at: async ({ tx }, input) => [(await held(tx, input)).organisation],
  },
  input: withdrawRoleInput,
  event: 'person.role-withdrawn',
  async decide({ tx, actor, now }, input) {
    const { role, organisation } = await held(tx, input)
    if (role === 'administrator' && (await otherAdministrators(tx, { grant: input.grant })) === 0) {
      throw lastAdministrator()
    }
    await insertWithdrawal(tx, {
      county: actor.county,
      roleGrant: input.grant,
      withdrawnBy: actor.person,
      at: now,
    })
    return {
      result: { id: input.person },
      event: { about: { kind: 'person', id: input.person }, data: { role, organisation } },
    }
  },
})

async function held(tx: Parameters<typeof rolesOf>[0], input: { person: string; grant: string }) {
  const found = (await rolesOf(tx, [input.person])).find((one) => one.grant === input.grant)
  if (!found) throw notFound({ zh: '这项职责', en: 'This role' })
  return found
}
