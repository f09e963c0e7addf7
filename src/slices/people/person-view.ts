import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { type PersonRow, rolesOf } from './person-store.ts'

/** People with the roles that they hold now, as the contract shows them. */
export async function withRoles(tx: Tx, people: readonly PersonRow[], language: Language) {
  const roles = await rolesOf(
    tx,
    people.map((person) => person.id),
  )
  const names = new Map(
    (await organisationsByIds(tx, [...new Set(roles.map((role) => role.organisation))])).map((one) => [
      one.id,
      nameIn(one, language),
    ]),
  )
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    post: person.post,
    login: person.login,
    suspendedAt: person.suspendedAt && new Date(person.suspendedAt).toISOString(),
    roles: roles
      .filter((role) => role.person === person.id)
      .map(({ grant, role, organisation }) => ({
        grant,
        role,
        organisation: { id: organisation, name: names.get(organisation) ?? '' },
      })),
  }))
}
