import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { StoredEvent } from '#platform/events/event.ts'
import { eventsOf } from '#platform/events/event-store.ts'
import { namesOfPeople } from '#slices/people'
import { type FactChange, factItems } from './place.ts'
import type { placeRoutes } from './place-contract.ts'
import { type Item, wordsOf } from './place-facts-in-words.ts'
import { placeEvents, placeMessages } from './place-messages.ts'
import { keeperNames } from './place-view.ts'

type History = z.input<typeof placeRoutes.history.response>['items']

interface Difference {
  item: Item
  before: unknown
  after: unknown
}

/** What happened to a place, the newest first, told in the reader's language. */
export async function historyOf(tx: Tx, actor: Actor, place: string): Promise<History> {
  const events = await eventsOf(tx, { kind: 'place', id: place })
  const people = await namesOfPeople(
    tx,
    events.flatMap((event) => event.person ?? []),
  )
  const organisations = await keeperNames(
    tx,
    actor,
    events.flatMap((event) => event.organisation ?? []),
  )
  const differences = new Map(events.map((event) => [event.id, differencesOf(event)]))
  const words = await wordsOf(
    tx,
    actor.language,
    [...differences.values()]
      .flat()
      .flatMap(({ item, before, after }) => [[item, before] as const, [item, after] as const]),
  )
  const t = placeMessages[actor.language]
  return events.toReversed().map(({ id, at, name, person, organisation, data }) => ({
    id,
    at,
    name,
    what: placeEvents[name as keyof typeof placeEvents]?.[actor.language] ?? name,
    person: person === null ? null : { id: person, name: people.get(person) ?? '—' },
    organisation: organisation === null ? null : organisations(organisation),
    text: textOf(data),
    changes: (differences.get(id) ?? []).map(({ item, before, after }) => ({
      item: t.items[item],
      before: words(item, before) ?? (item === 'parent' ? t.top : null),
      after: words(item, after) ?? (item === 'parent' ? t.top : null),
    })),
  }))
}

/** The reason of a closing, the name that was added or dropped. */
function textOf(data: StoredEvent['data']): string | null {
  const said = data.reason ?? data.text
  return typeof said === 'string' ? said : null
}

function differencesOf({ name, data }: StoredEvent): Difference[] {
  switch (name) {
    case 'place.changed':
      return data.changes as FactChange[]
    case 'place.moved':
      return [{ item: 'parent', before: data.before, after: data.after }]
    case 'place.added':
      return factItems.flatMap((item) => {
        const after = data[item]
        const empty = after === null || (Array.isArray(after) && after.length === 0)
        return empty ? [] : [{ item, before: null, after }]
      })
    default:
      return []
  }
}
