import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { peopleByIds, rolesOf } from './person-store.ts'

/**
 * The organisations at which someone may be looked after: where they hold a role, or the whole county where they
 * hold none. Throws `notFound`.
 */
export async function whereHeld(tx: Tx, person: string): Promise<string[] | 'county'> {
  const [found] = await peopleByIds(tx, [person])
  if (!found) throw notFound({ zh: '这个人', en: 'This person' })
  const organisations = (await rolesOf(tx, [person])).map((role) => role.organisation)
  return organisations.length ? organisations : 'county'
}
