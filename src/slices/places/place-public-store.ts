import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { PlaceTables } from './place-store.ts'
import type { PlaceKind } from './place.ts'

/** How many open places there are of these kinds, in the order of the kinds; those without any are left out. */
export async function countForResidents<Kind extends PlaceKind>(
  tx: Tx,
  kinds: readonly Kind[],
): Promise<{ kind: Kind; count: number }[]> {
  const rows = await tx
    .withTables<PlaceTables>()
    .selectFrom('placeList')
    .select(['kind', sql<number>`count(*)::int`.as('count')])
    .where('closedAt', 'is', null)
    .where('kind', 'in', [...kinds])
    .groupBy('kind')
    .execute()
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]))
  return kinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [{ kind, count }] : []
  })
}
