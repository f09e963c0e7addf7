import { answer, type Served } from '../contracts/served.ts'
import type { RecordKind } from './record.ts'
import { recordRoutes } from './record-contract.ts'

const eachKind = 8

/** Search over every kind of record that offers it; each slice shows only what the actor may see. */
export function recordApi(kinds: () => ReadonlyMap<string, RecordKind>): Served[] {
  return [
    answer(recordRoutes.search, async ({ tx, actor, query, signal }) => {
      const results = []
      for (const kind of kinds().values()) {
        signal.throwIfAborted()
        results.push(...((await kind.find?.(tx, actor, query.q, eachKind)) ?? []))
      }
      return { results }
    }),
  ]
}
