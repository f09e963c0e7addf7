import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { RecordRef } from '../records/record.ts'
import type { NewEvent, StoredEvent } from './event.ts'

type EventTables = {
  events: {
    county: string
    id: string
    position: number
    at: string
    command: string
    name: string
    subjectKind: string
    subjectId: string
    person: string | null
    organisation: string | null
    data: Record<string, unknown>
  }
}

/** What was done under an assistance, in its order. */
export async function eventsOfAssistance(tx: Tx, assistance: string): Promise<StoredEvent[]> {
  const rows = await tx
    .withTables<EventTables>()
    .selectFrom('events')
    .selectAll()
    .where(sql<boolean>`data ? 'assistance' and data ->> 'assistance' = ${assistance}`)
    .orderBy('position')
    .limit(200)
    .execute()
  return rows.map(stored)
}

/** Writes one event. */
export function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  return insertEvents(tx, [event])
}

/** Events of one statement stay below the 65,535 values that it may carry. */
const mostAtOnce = 1000

/** Writes events into the ledger in their order; only ever beside the rows that they speak of, in their transaction. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += mostAtOnce) {
    await tx
      .withTables<{ events: Omit<EventTables['events'], 'position'> }>()
      .insertInto('events')
      .values(
        events.slice(at, at + mostAtOnce).map(({ about, ...rest }) => ({
          ...rest,
          subjectKind: about.kind,
          subjectId: about.id,
        })),
      )
      .execute()
  }
}

/**
 * The first thing that happened to each of these records after a command had spoken of it; records that nothing
 * happened to are left out.
 */
export async function eventsSince(
  tx: Tx,
  kind: string,
  told: readonly { id: string; command: string }[],
): Promise<Map<string, StoredEvent>> {
  if (told.length === 0) return new Map()
  const commands = new Map(told.map(({ id, command }) => [id, command]))
  const rows = await tx
    .withTables<EventTables>()
    .selectFrom('events')
    .selectAll()
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', [...commands.keys()])
    .orderBy('position')
    .execute()
  const since = new Map<string, StoredEvent>()
  const spoken = new Set<string>()
  for (const row of rows) {
    const { subjectId: id } = row
    if (row.command === commands.get(id)) {
      spoken.add(id)
      since.delete(id)
    } else if (spoken.has(id) && !since.has(id)) since.set(id, stored(row))
  }
  return since
}

/** What happened to one record, oldest first; where that is more than `limit`, the newest of it. */
export async function eventsOf(tx: Tx, about: RecordRef, limit = 500): Promise<StoredEvent[]> {
  const rows = await tx
    .withTables<EventTables>()
    .selectFrom('events')
    .selectAll()
    .where('subjectKind', '=', about.kind)
    .where('subjectId', '=', about.id)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse().map(stored)
}

/** The ledger of the county, newest first, before `position`; at most `limit`. */
export async function eventsBefore(tx: Tx, position: number, limit: number): Promise<StoredEvent[]> {
  const rows = await tx
    .withTables<EventTables>()
    .selectFrom('events')
    .selectAll()
    .where('position', '<', position)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
  return rows.map(stored)
}

function stored(row: EventTables['events']): StoredEvent {
  const { subjectKind, subjectId, id, position, at, command, name, person, organisation, data } = row
  return {
    id,
    position,
    at,
    command,
    name,
    person,
    organisation,
    data,
    about: { kind: subjectKind, id: subjectId },
  }
}
