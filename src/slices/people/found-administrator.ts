import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/records/new-id.ts'
import { insertCredential, insertGrant, insertPerson } from './person-store.ts'

/** The first administrator of a new installation, who must set a password of their own at the first sign-in. */
export async function foundAdministrator(
  tx: Tx,
  given: { county: string; organisation: string; login: string; passwordHash: string; now: Date },
): Promise<void> {
  const { county, organisation, login, passwordHash, now } = given
  const person = newId(now)
  await insertPerson(tx, { county, id: person, name: '管理员', post: '', at: now })
  await insertCredential(tx, { county, person, login, passwordHash, mustChange: true, at: now })
  const grant = { county, id: newId(now), person, role: 'administrator' as const, organisation }
  await insertGrant(tx, { ...grant, grantedBy: null, at: now })
}
