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

/** Writes an event into the ledger; only ever beside the rows that it speaks of, in their transaction. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  const { about, ...rest } = event
  await tx
    .withTables<{ events: Omit<EventTables['events'], 'position'> }>()
    .insertInto('events')
    .values({ ...rest, subjectKind: about.kind, subjectId: about.id })
    .execute()
}

/** What happened to one record, oldest first, from after `position` on; at most `limit`. */
export async function eventsOf(tx: Tx, about: RecordRef, after = 0, limit = 500): Promise<StoredEvent[]> {
  const rows = await tx
    .withTables<EventTables>()
    .selectFrom('events')
    .selectAll()
    .where('subjectKind', '=', about.kind)
    .where('subjectId', '=', about.id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(stored)
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
