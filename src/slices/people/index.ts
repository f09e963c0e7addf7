/** The door of the people: what other slices may use. */
import type { Tx } from '#platform/db/database.ts'
import type { House } from '#platform/slice.ts'
import { pathOf } from '#slices/organisations'
import { roles } from './person.ts'
import { holdersAt, peopleByIds } from './person-store.ts'

export { demoIdentities } from './demo-people.ts'
export { foundAdministrator } from './found-administrator.ts'
export { actorOf, identify } from './identify.ts'
export { peopleCalled } from './people-called.ts'
export { type Role, roles } from './person.ts'
export { personMessages } from './person-messages.ts'
export { accountsInUse, peopleByIds as peopleInBrief } from './person-store.ts'
export { type ChangedBy, whoLastChanged } from './who-last-changed.ts'

/**
 * Who acts with a permission for an organisation: those who hold it there, or, where nobody does, at the nearest one
 * above it. Accounts that are suspended are nobody.
 */
export async function nearestHolders(
  house: Pick<House, 'permissionsOf'>,
  tx: Tx,
  permission: string,
  organisation: string,
): Promise<string[]> {
  const carrying = roles.filter((role) => house.permissionsOf(role).includes(permission))
  const path = await pathOf(tx, organisation)
  const holders = await holdersAt(tx, carrying, path)
  const nearest = path.findLast((one) => holders.some((holder) => holder.organisation === one))
  return holders.filter((holder) => holder.organisation === nearest).map(({ person }) => person)
}

/** Names by id, for a history: who did it. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await peopleByIds(tx, [...new Set(ids)])).map((person) => [person.id, person.name]))
}
