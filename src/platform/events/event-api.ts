import type { Actor } from '../auth/actor.ts'
import { answer, type Served } from '../contracts/served.ts'
import type { Tx } from '../db/database.ts'
import type { Text } from '../i18n/messages.ts'
import type { RecordCard, RecordKind } from '../records/record.ts'
import { eventRoutes } from './event-contract.ts'
import type { StoredEvent } from './event.ts'
import { eventsBefore } from './event-store.ts'

/** How events and what they point at are named. */
export interface Naming {
  /** An event in words, by its name. */
  events: ReadonlyMap<string, Text>
  kinds: ReadonlyMap<string, RecordKind>
  people(tx: Tx, ids: readonly string[], actor: Actor): Promise<ReadonlyMap<string, string>>
  organisations(tx: Tx, ids: readonly string[], actor: Actor): Promise<ReadonlyMap<string, string>>
}

/** The county's ledger, told in words. */
export function eventApi(naming: () => Naming): Served[] {
  return [
    answer(eventRoutes.ledger, async ({ tx, actor, query }) => {
      const events = await eventsBefore(tx, query.before ?? Number.MAX_SAFE_INTEGER, query.limit)
      const next = events.length === query.limit ? (events.at(-1)?.position ?? null) : null
      return { items: await tell(tx, actor, naming(), events), next }
    }),
  ]
}

/** Tells stored events as rows of a history. */
export async function tell(tx: Tx, actor: Actor, naming: Naming, events: readonly StoredEvent[]) {
  const people = await naming.people(tx, present(events.map((event) => event.person)), actor)
  const organisations = await naming.organisations(
    tx,
    present(events.map((event) => event.organisation)),
    actor,
  )
  const records = await recordsOf(tx, actor, naming, events)
  const named = (names: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : { id, name: names.get(id) ?? '—' }
  return events.map(({ id, position, at, name, person, organisation, about, data }) => ({
    id,
    position,
    at,
    name,
    what: naming.events.get(name)?.[actor.language] ?? name,
    person: named(people, person),
    organisation: named(organisations, organisation),
    about: records.get(about.id) ?? null,
    assisted: data.assistance !== undefined,
    data,
  }))
}

async function recordsOf(tx: Tx, actor: Actor, naming: Naming, events: readonly StoredEvent[]) {
  const cards = new Map<string, RecordCard>()
  for (const [kind, record] of naming.kinds) {
    const ids = [
      ...new Set(events.filter((event) => event.about.kind === kind).map((event) => event.about.id)),
    ]
    if (ids.length) for (const card of await record.show(tx, actor, ids)) cards.set(card.id, card)
  }
  return cards
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null)
}
