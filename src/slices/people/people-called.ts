import type { Tx } from '#platform/db/database.ts'
import { namesakesOf } from './person-store.ts'

/** Who has exactly one of these names, by the name; several people may. For who looks after accounts only. */
export async function peopleCalled(
  tx: Tx,
  names: readonly string[],
): Promise<Map<string, { id: string; name: string; post: string }[]>> {
  return Map.groupBy(await namesakesOf(tx, [...new Set(names)]), ({ name }) => name)
}
