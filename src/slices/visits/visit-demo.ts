import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import { confirmVisit } from './confirm-visit.ts'
import { correctVisit } from './correct-visit.ts'
import { recordVisit } from './record-visit.ts'
import { itemOf, itemsOf, type Known } from './visit.ts'
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
  await tellDay(demo, supervisor, visit)
  const park = { written: '始阳物流', place: '天全县物流（旅游）产业园', at: demo.daysAgo(28, 9) }
  await identify(demo, supervisor, visit, park)
  const { version } = (await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))) ?? {
    version: 1,
  }
  const confirmed = { id: demo.id('confirm demo'), now: demo.daysAgo(28, 10) }
  await run(confirmVisit, supervisor, { visit, version }, confirmed)
  const waiting = { visit: demo.id('visit waiting'), text: await sample('demo-visit-clean.txt') }
  await run(record, supervisor, waiting, { id: demo.id('record waiting'), now: demo.daysAgo(1, 16) })
  const home = { written: '新场镇丁村村妇女之家', place: '新场镇丁村妇女之家', at: demo.daysAgo(1, 17) }
  await identify(demo, supervisor, waiting.visit, home)
}

/** The report gives no year, and the supervisor knows the day: the one before it was read. */
async function tellDay(demo: Demo, supervisor: Actor, visit: string): Promise<void> {
  const stored = await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))
  const date = stored && itemOf(stored.content, 'date')
  if (!date) return
  const value = addDays(dayOf(demo.daysAgo(28)), -1)
  const changes = [{ item: 'date', before: date, after: { ...date, ...seen, value } }]
  const sent = { id: demo.id('date demo'), now: demo.daysAgo(28, 9) }
  await demo.commands.run(correctVisit, supervisor, { visit, changes }, sent)
}

/** The report writes a place otherwise than the register: the supervisor says which it is. That suggests a name. */
async function identify(
  demo: Demo,
  supervisor: Actor,
  visit: string,
  site: { written: string; place: string; at: Date },
): Promise<void> {
  const stored = await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))
  const read = itemsOf(stored?.content ?? {}, 'site').find(({ item }) => item.name.startsWith(site.written))
  const id = demo.shared.get(`place ${site.place}`)
  if (!read || !id || read.item.known) return
  const known: Known = { kind: 'place', id, by: 'person' }
  const changes = [
    { item: read.key, before: read.item, after: { ...read.item, ...seen, known, possible: [] } },
  ]
  const sent = { id: demo.id(`identify ${site.written}`), now: site.at }
  await demo.commands.run(correctVisit, supervisor, { visit, changes }, sent)
}

const seen = { confidence: 1, reason: 'person' }

function noShelf(): never {
  throw new Error('the demo reads texts, not files')
}
