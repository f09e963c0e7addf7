import {
  type Change,
  type ItemKey,
  itemOf,
  itemsOf,
  type VisitContent,
  type VisitPerson,
} from '../../visit.ts'
import { newItemKey, seenByPerson } from './item-keys.ts'
import { rankBetween } from './rank-between.ts'

/** Makes a companion the lead; who led before comes along as the first companion. */
export function makeLead(content: VisitContent, key: ItemKey): Change[] {
  const person = content[key] as VisitPerson | undefined
  if (!person) return []
  const lead = itemOf(content, 'lead')
  const first = itemsOf(content, 'companion')[0]?.item.rank ?? null
  return [
    { item: key, before: person, after: null },
    { item: 'lead', before: lead, after: { ...person, ...seenByPerson, rank: 0 } },
    ...(lead
      ? [
          {
            item: newItemKey('companion'),
            before: null,
            after: { ...lead, ...seenByPerson, rank: rankBetween(null, first) },
          },
        ]
      : []),
  ]
}
