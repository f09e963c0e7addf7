import { dayOf } from '#platform/clock/working-days.ts'
import { type Database, inTransaction } from '#platform/db/database.ts'
import { insertEvent } from '#platform/events/event-store.ts'
import { newId } from '#platform/records/new-id.ts'
import { countiesHere } from '#slices/organisations'
import { arrivalsIn, insertArrivals } from './arrival-store.ts'
import { withKnownSites } from './known-things.ts'
import { changedContent } from './visit.ts'
import { markLookedUp, updateContent, visitsToLookUp } from './visit-store.ts'
import { stateOf } from './visit-summary.ts'

/** Visits of one transaction: an open desk waits no longer than for these. */
const atOnce = 100

/**
 * Looks up the sites of the visits that were read before sites were looked up, the newest first, each once. A draft is
 * linked as if it were read today, which its history tells; of a confirmed visit only where it came to is noted, its
 * content stays as it was confirmed. Nothing is asked and no name is suggested.
 */
export async function lookUpStoredSites(database: Database, now: Date): Promise<number> {
  let done = 0
  for (const county of await countiesHere(database)) {
    for (let some = atOnce; some === atOnce; done += some) some = await lookUpSome(database, county, now)
  }
  return done
}

function lookUpSome(database: Database, county: string, now: Date): Promise<number> {
  return inTransaction(database, { county, person: null }, async (tx) => {
    const visits = await visitsToLookUp(tx, atOnce)
    for (const visit of visits) {
      const content = await withKnownSites(tx, visit.content)
      const changes = changedContent(visit.content, content)
      if (stateOf(visit) === 'confirmed') {
        const day = visit.day ?? dayOf(new Date(visit.confirmedAt ?? now))
        await insertArrivals(tx, arrivalsIn(county, visit.id, content, day))
      } else if (stateOf(visit) === 'draft' && changes.length > 0) {
        const version = visit.version + 1
        await updateContent(tx, visit.id, content, version)
        await insertEvent(tx, {
          county,
          id: newId(now),
          at: now.toISOString(),
          command: newId(now),
          name: 'visit.sites-looked-up',
          about: { kind: 'visit', id: visit.id },
          person: null,
          organisation: null,
          data: { version, changes },
        })
      }
    }
    await markLookedUp(
      tx,
      visits.map(({ id }) => id),
      now,
    )
    return visits.length
  })
}
