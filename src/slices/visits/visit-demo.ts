import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Demo } from '#platform/slice.ts'
import { confirmVisit } from './confirm-visit.ts'
import { correctVisit } from './correct-visit.ts'
import { recordVisit } from './record-visit.ts'
import { itemOf } from './visit.ts'
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
  const before = await inTransaction(demo.database, supervisor, (tx) => visitById(tx, visit))
  const date = before && itemOf(before.content, 'date')
  if (date) {
    // The report gives no year; the supervisor knows the day: the one before it was read.
    const value = addDays(dayOf(demo.daysAgo(28)), -1)
    const after = { ...date, value, confidence: 1, reason: 'person' }
    const changes = [{ item: 'date', before: date, after }]
    await run(
      correctVisit,
      supervisor,
      { visit, changes },
      { id: demo.id('date demo'), now: demo.daysAgo(28, 9) },
    )
  }
  const confirmed = { id: demo.id('confirm demo'), now: demo.daysAgo(28, 10) }
  await run(confirmVisit, supervisor, { visit, version: date ? 2 : 1 }, confirmed)
  const waiting = { visit: demo.id('visit waiting'), text: await sample('demo-visit-clean.txt') }
  await run(record, supervisor, waiting, { id: demo.id('record waiting'), now: demo.daysAgo(1, 16) })
}

function noShelf(): never {
  throw new Error('the demo reads texts, not files')
}
