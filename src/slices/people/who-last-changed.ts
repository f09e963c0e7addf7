import type { Tx } from '#platform/db/database.ts'
import { eventsOf } from '#platform/events/event-store.ts'
import type { RecordRef } from '#platform/records/record.ts'
import { peopleByIds } from './person-store.ts'

/** Who changed something last and when; both null where nobody is on record. */
export interface ChangedBy {
  by: string | null
  at: string | null
}

/**
 * Who changed each of these items of a record last, for the person whose change came too late. Reads the events whose
 * data holds `changes`, each with the `item` that it is about.
 */
export async function whoLastChanged(
  tx: Tx,
  about: RecordRef,
  items: readonly string[],
): Promise<(item: string) => ChangedBy> {
  const events = await eventsOf(tx, about)
  const last = new Map(
    items.map((item) => [
      item,
      events.findLast((event) =>
        (event.data.changes as { item: string }[] | undefined)?.some((change) => change.item === item),
      ),
    ]),
  )
  const ids = [...last.values()].flatMap((event) => event?.person ?? [])
  const names = new Map((await peopleByIds(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]))
  return (item) => {
    const event = last.get(item)
    return { by: event?.person ? (names.get(event.person) ?? null) : null, at: event?.at ?? null }
  }
}
