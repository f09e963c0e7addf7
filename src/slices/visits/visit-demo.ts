import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import { confirmVisit } from './confirm-visit.ts'
import { correctVisit } from './correct-visit.ts'
import { recordVisit } from './record-visit.ts'
import { type Change, itemOf, itemsOf, type Known } from './visit.ts'
import { visitById } from './visit-store.ts'

const sample = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../samples/reports/${name}`, import.meta.url)), 'utf8')

/** Reads two invented reports as the supervisor would: one is confirmed, one waits on the desk. */
export async function loadDemoVisits(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const supervisor = await demo.as('lujing')
  const record = recordVisit({ put: noShelf, get: noShelf, remove: noShelf })
  const visit = demo.id('visit demo')
  demo.shared.set('visit demo', visit)
  const run = demo.commands.run
  const text = await sample('demo-visit.txt')
  await run(record, supervisor, { visit, text }, { id: demo.id('record demo'), now: demo.daysAgo(28, 9) })
  await correct(demo, supervisor, visit)
  const { version } = (await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))) ?? {
    version: 1,
  }
  const confirmed = { id: demo.id('confirm demo'), now: demo.daysAgo(28, 10) }
  await run(confirmVisit, supervisor, { visit, version }, confirmed)
  const waiting = { visit: demo.id('visit waiting'), text: await sample('demo-visit-clean.txt') }
  await run(record, supervisor, waiting, { id: demo.id('record waiting'), now: demo.daysAgo(1, 16) })
}

/**
 * The report gives no year, and the supervisor knows the day: the one before it was read. It also calls the logistics
 * park by a name that the county's register has not: she says which it is, and that stays as a suggested name.
 */
async function correct(demo: Demo, supervisor: Actor, visit: string): Promise<void> {
  const stored = await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))
  const date = stored && itemOf(stored.content, 'date')
  if (!date) return
  const seen = { confidence: 1, reason: 'person' }
  const value = addDays(dayOf(demo.daysAgo(28)), -1)
  const changes: Change[] = [{ item: 'date', before: date, after: { ...date, ...seen, value } }]
  const park = itemsOf(stored.content, 'site').find(({ item }) => item.name.startsWith('始阳物流'))
  const id = demo.shared.get('place 天全县物流（旅游）产业园')
  if (park && id && park.item.known === null) {
    const known: Known = { kind: 'place', id, by: 'person' }
    const after = { ...park.item, ...seen, known, possible: [] }
    changes.push({ item: park.key, before: park.item, after })
  }
  const sent = { id: demo.id('date demo'), now: demo.daysAgo(28, 9) }
  await demo.commands.run(correctVisit, supervisor, { visit, changes }, sent)
}

function noShelf(): never {
  throw new Error('the demo reads texts, not files')
}
