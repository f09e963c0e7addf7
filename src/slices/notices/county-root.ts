import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { pathOf } from '#slices/organisations'

/** The organisation at the top of the county, of which the actor's own is a part. */
export async function rootOrganisation(tx: Tx, { organisations }: Actor): Promise<string> {
  const [own = ''] = organisations
  return (await pathOf(tx, own))[0] ?? own
}
