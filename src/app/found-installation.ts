import { hashPassword, oneTimePassword } from '#platform/auth/password.ts'
import { inTransaction } from '#platform/db/database.ts'
import { newId } from '#platform/records/new-id.ts'
import { foundCounty } from '#slices/organisations'
import { foundAdministrator } from '#slices/people'
import type { ComposedHouse } from './house.ts'

/**
 * Founds a real installation: the county, its root organisation and one administrator with a one-time password
 * that nobody knows before and that is shown once. The county comes from the environment:
 * `DAQIAO_COUNTY` (GB/T 2260 code), `DAQIAO_COUNTY_NAME`, `DAQIAO_COUNTY_NAME_EN`.
 */
export async function foundInstallation(
  house: ComposedHouse,
  county: { code: string; name: string; nameEn: string },
): Promise<{ login: string; password: string }> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const now = new Date()
  await inTransaction(house.database, { county: county.code, person: null }, async (tx) => {
    const organisation = newId(now)
    await foundCounty(tx, county, organisation, now)
    await foundAdministrator(tx, { county: county.code, organisation, login: 'admin', passwordHash, now })
  })
  return { login: 'admin', password }
}
