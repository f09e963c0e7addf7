/** The door of the people: what other slices may use. */
import type { Tx } from '#platform/db/database.ts'
import { peopleByIds } from './person-store.ts'

export { demoIdentities } from './demo-people.ts'
export { foundAdministrator } from './found-administrator.ts'
export { actorOf, identify } from './identify.ts'
export { type Role, roles } from './person.ts'
export { personMessages } from './person-messages.ts'

/** Names by id, for a history: who did it. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await peopleByIds(tx, [...new Set(ids)])).map((person) => [person.id, person.name]))
}
