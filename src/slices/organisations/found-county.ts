import type { Tx } from '#platform/db/database.ts'
import { insertCounty, insertOrganisation } from './organisation-store.ts'

/** Founds a county with its root organisation, when an installation begins. */
export async function foundCounty(
  tx: Tx,
  county: { code: string; name: string; nameEn: string },
  organisation: string,
  at: Date,
): Promise<void> {
  const { code, name, nameEn } = county
  await insertCounty(tx, { county: code, name, nameEn })
  await insertOrganisation(tx, {
    county: code,
    id: organisation,
    parent: null,
    path: [organisation],
    kind: 'county',
    name,
    nameEn,
    shortName: name,
    at,
  })
}
