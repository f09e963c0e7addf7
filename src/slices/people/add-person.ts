import { hashPassword, passwordFault } from '#platform/auth/password.ts'
import { command } from '#platform/commands/command.ts'
import { organisationsByIds } from '#slices/organisations'
import { notFound } from '#platform/http/problems.ts'
import { newId } from '#platform/records/new-id.ts'
import { addPersonInput } from './person-contract.ts'
import { loginTaken, weakPassword } from './person-messages.ts'
import { insertCredential, insertGrant, insertPerson, loginIsTaken } from './person-store.ts'

/** Adds a person with an account and a first role. The permission must reach the role's organisation. */
export const addPerson = command('person.add', {
  may: { permission: 'person.manage', at: async (_work, input) => [input.organisation] },
  input: addPersonInput,
  event: 'person.added',
  ledgered: ({ oneTimePassword: _, ...rest }) => rest,
  async decide({ tx, actor, now }, input) {
    const { county } = actor
    const [organisation] = await organisationsByIds(tx, [input.organisation])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (await loginIsTaken(tx, input.login)) throw loginTaken(input.login)
    const fault = passwordFault(input.oneTimePassword, input.login)
    if (fault) throw weakPassword(fault)
    const person = input.person
    await insertPerson(tx, { county, id: person, name: input.name, post: input.post, at: now })
    const passwordHash = await hashPassword(input.oneTimePassword)
    await insertCredential(tx, {
      county,
      person,
      login: input.login,
      passwordHash,
      mustChange: true,
      at: now,
    })
    const { role } = input
    await insertGrant(tx, {
      county,
      id: newId(now),
      person,
      role,
      organisation: organisation.id,
      grantedBy: actor.person,
      at: now,
    })
    return {
      result: { id: person },
      event: {
        about: { kind: 'person', id: person },
        data: { login: input.login, role, organisation: organisation.id },
      },
    }
  },
})
