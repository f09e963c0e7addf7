import { dayOf } from '#platform/clock/working-days.ts'
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts'
import type { NewEvent } from '#platform/events/event.ts'
import { insertEvent } from '#platform/events/event-store.ts'
import { notify } from '#platform/notify/notify.ts'
import { newId } from '#platform/records/new-id.ts'
import { countiesHere } from '#slices/organisations'
import { freshnessOf } from './freshness-store.ts'
import { staleNotice } from './service-notices.ts'
import { lastChecks, termsOf } from './service.ts'
import { takeUnwarned } from './warning-store.ts'

const atOnce = 200

/**
 * Warns of each card that became stale, once until it is checked: writes `service.stale` under its keeper and tells the
 * person in charge, in the same transaction as the mark. `data` is { name, keeper, keeperPerson, checkedOn, hiddenOn }.
 * Returns the events.
 */
export async function warnKeepers(tx: Tx, county: string, now: Date): Promise<NewEvent[]> {
  const today = dayOf(now)
  const freshness = await freshnessOf(tx)
  const { stale } = lastChecks(today, freshness)
  const events: NewEvent[] = []
  const command = newId(now)
  for (;;) {
    const cards = await takeUnwarned(tx, { lastCheck: stale, today, limit: atOnce })
    for (const { id, keeper, ...card } of cards) {
      const { hiddenOn } = termsOf(card, freshness)
      const event = {
        county,
        id: newId(now),
        at: now.toISOString(),
        command,
        name: 'service.stale',
        about: { kind: 'service', id },
        person: null,
        organisation: keeper,
        data: { ...card, keeper, hiddenOn },
      }
      await insertEvent(tx, event)
      await notify(tx, {
        // Where nobody is named, whoever looks after the organisation learns that there was nobody to tell.
        to: card.keeperPerson === null ? [] : [{ person: card.keeperPerson }],
        template: staleNotice,
        values: { name: card.name, checked: card.checkedOn, hidden: hiddenOn },
        about: event.about,
        organisation: keeper,
        now,
      })
      events.push(event)
    }
    if (cards.length < atOnce) return events
  }
}

/** The same in every county that stands here. */
export async function warnEverywhere(database: Database, now: Date): Promise<void> {
  for (const county of await countiesHere(database)) {
    await inTransaction(database, { county, person: null }, (tx) => warnKeepers(tx, county, now))
  }
}
