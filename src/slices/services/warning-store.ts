import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ServiceRow, ServiceTables } from './service-store.ts'

const tables = (tx: Tx) => tx.withTables<ServiceTables>()

/** Marks as warned the cards whose last check is not after `lastCheck` and that were not warned of since. */
export function takeUnwarned(
  tx: Tx,
  { lastCheck, today, limit }: { lastCheck: Day; today: Day; limit: number },
): Promise<Pick<ServiceRow, 'id' | 'name' | 'keeper' | 'keeperPerson' | 'checkedOn'>[]> {
  return tables(tx)
    .updateTable('services')
    .set({ warnedOn: today })
    .where('id', 'in', (of) =>
      of
        .selectFrom('services')
        .select('id')
        .where('withdrawnAt', 'is', null)
        .where('checkedOn', '<=', lastCheck)
        .where('warnedOn', 'is', null)
        .orderBy('checkedOn')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'name', 'keeper', 'keeperPerson', 'checkedOn'])
    .execute()
}

/** Cards that a longer term makes fresh again are warned of anew when it has passed. */
export async function forgetWarnings(tx: Tx, lastCheck: Day): Promise<void> {
  await tables(tx)
    .updateTable('services')
    .set({ warnedOn: null })
    .where('warnedOn', 'is not', null)
    .where('checkedOn', '>', lastCheck)
    .execute()
}
