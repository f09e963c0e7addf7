import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { StoredEvent } from '#platform/events/event.ts'
import { eventsOf } from '#platform/events/event-store.ts'
import { namesOfPeople } from '#slices/people'
import { type FactChange, type FactItem, factItems } from './service.ts'
import type { serviceRoutes } from './service-contract.ts'
import { wordsOf } from './service-facts-in-words.ts'
import { serviceEvents, serviceMessages } from './service-messages.ts'
import { keeperNames } from './service-view.ts'

type History = z.input<typeof serviceRoutes.history.response>['items']

interface Difference {
  item: FactItem
  before: unknown
  after: unknown
}

/** What happened to a card, the newest first, told in the reader's language. */
export async function historyOf(tx: Tx, actor: Actor, service: string): Promise<History> {
  const events = await eventsOf(tx, { kind: 'service', id: service })
  const people = await namesOfPeople(
    tx,
    events.flatMap((event) => event.person ?? []),
  )
  const organisations = await keeperNames(
    tx,
    actor.language,
    events.flatMap((event) => event.organisation ?? []),
  )
  const differences = new Map(events.map((event) => [event.id, differencesOf(event)]))
  const words = await wordsOf(
    tx,
    actor.language,
    [...differences.values()]
      .flat()
      .flatMap(({ item, before, after }) => [
        ...(before === undefined ? [] : [[item, before] as const]),
        [item, after] as const,
      ]),
  )
  const t = serviceMessages[actor.language]
  return events.toReversed().map(({ id, at, name, person, organisation, data }) => ({
    id,
    at,
    name,
    what: serviceEvents[name as keyof typeof serviceEvents]?.[actor.language] ?? name,
    person: person === null ? null : { id: person, name: people.get(person) ?? '—' },
    organisation: organisation === null ? null : organisations(organisation),
    text: typeof data.reason === 'string' ? data.reason : null,
    changes: (differences.get(id) ?? []).map(({ item, before, after }) => ({
      item: t.items[item],
      before: before === undefined ? null : words(item, before),
      after: words(item, after),
    })),
  }))
}

function differencesOf({ name, data }: StoredEvent): Difference[] {
  if (name === 'service.changed') return data.changes as FactChange[]
  if (name !== 'service.added') return []
  return factItems.flatMap((item) => {
    const after = data[item]
    const empty = after === null || after === undefined || (Array.isArray(after) && after.length === 0)
    return empty ? [] : [{ item, before: undefined, after }]
  })
}
