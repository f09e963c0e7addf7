import { newId } from '#platform/records/new-id.ts'
import type { ItemKey } from '../../visit.ts'

/** A key for an item that a person adds. Places are named by it, so it holds letters and digits only. */
export function newItemKey(kind: 'site' | 'directive' | 'companion'): ItemKey {
  return `${kind}:${newId().replaceAll('-', '')}`
}

/** What an item says of its sureness once a person has looked at it. */
export const seenByPerson = { confidence: 1, reason: 'person' } as const
