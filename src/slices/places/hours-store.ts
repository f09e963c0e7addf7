import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Day } from '#platform/clock/working-days.ts'
import type { DayException, HoursRule, Span } from './hours.ts'
import type { Hours } from './opening-hours.ts'

interface HoursRow {
  county: string
  place: string
  version: number
  rules: HoursRule[]
  person: string | null
  at: string
}

interface ExceptionRow {
  county: string
  id: string
  position: number
  place: string
  firstDay: Day
  lastDay: Day
  spans: Span[]
  reason: string
  person: string | null
  at: string
  droppedBy: string | null
  droppedAt: string | null
}

type HoursTables = { placeHours: HoursRow; placeExceptions: ExceptionRow }

const tables = (tx: Tx) => tx.withTables<HoursTables>()

/** What was said last of a place's hours; version 0 where nobody said anything. */
export async function saidHours(
  tx: Tx,
  place: string,
): Promise<Pick<HoursRow, 'version' | 'rules' | 'person'> & { at: string | null }> {
  const row = await tables(tx)
    .selectFrom('placeHours')
    .select(['version', 'rules', 'person', 'at'])
    .where('place', '=', place)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { version: 0, rules: [], person: null, at: null }
}

/** The hours of these places, in two questions; each place is in the map. Exceptions that ended before `since` are not. */
export async function hoursOfPlaces(
  tx: Tx,
  places: readonly string[],
  since: Day,
): Promise<Map<string, Hours>> {
  const hours = new Map<string, { rules: HoursRule[]; exceptions: DayException[] }>(
    places.map((place) => [place, { rules: [], exceptions: [] }]),
  )
  if (places.length === 0) return hours
  const said = await tables(tx)
    .selectFrom('placeHours')
    .distinctOn('place')
    .select(['place', 'rules'])
    .where('place', 'in', places)
    .orderBy('place')
    .orderBy('version', 'desc')
    .execute()
  for (const { place, rules } of said) hours.get(place)?.rules.push(...rules)
  for (const { place, ...exception } of await exceptionsOf(tx, places, since)) {
    hours.get(place)?.exceptions.push(exception)
  }
  return hours
}

/** The exceptions that were not dropped and did not end before `since`, in the order of saying. */
export async function exceptionsOf(
  tx: Tx,
  places: readonly string[],
  since: Day,
): Promise<(DayException & { place: string; person: string | null })[]> {
  return tables(tx)
    .selectFrom('placeExceptions')
    .select(['id', 'place', 'firstDay as first', 'lastDay as last', 'spans', 'reason', 'person'])
    .where('place', 'in', places)
    .where('droppedAt', 'is', null)
    .where('lastDay', '>=', since)
    .orderBy('position')
    .execute()
}

export async function insertHours(tx: Tx, row: HoursRow): Promise<void> {
  const { rules, ...said } = row
  await tx
    .withTables<{ placeHours: Omit<HoursRow, 'rules'> & { rules: unknown } }>()
    .insertInto('placeHours')
    .values({ ...said, rules: sql`${JSON.stringify(rules)}::jsonb` })
    .execute()
}

export async function insertException(
  tx: Tx,
  row: Omit<ExceptionRow, 'position' | 'droppedBy' | 'droppedAt'>,
): Promise<void> {
  const { spans, ...said } = row
  await tx
    .withTables<{
      placeExceptions: Omit<ExceptionRow, 'position' | 'droppedBy' | 'droppedAt' | 'spans'> & {
        spans: unknown
      }
    }>()
    .insertInto('placeExceptions')
    .values({ ...said, spans: sql`${JSON.stringify(spans)}::jsonb` })
    .execute()
}

/** Drops an exception of a place: the row stays, with who did it and when. Returns its reason; undefined where there is none. */
export async function dropException(
  tx: Tx,
  place: string,
  id: string,
  by: { person: string | null; at: string },
): Promise<string | undefined> {
  const row = await tables(tx)
    .updateTable('placeExceptions')
    .set({ droppedBy: by.person, droppedAt: by.at })
    .where('id', '=', id)
    .where('place', '=', place)
    .where('droppedAt', 'is', null)
    .returning('reason')
    .executeTakeFirst()
  return row?.reason
}
