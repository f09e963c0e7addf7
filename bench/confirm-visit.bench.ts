import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { newId } from '#platform/records/new-id.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { inThrowawayDatabase } from './throwaway-database.ts'

const port = 3972
const rounds = 120

/** Confirms visits with eleven directives over HTTP, one after the other, on a database with fsync on. */
async function measureConfirming(databaseUrl: string, folder: string): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const server = serve({ fetch: web(house, { version: 'bench' }).fetch, port, hostname: '127.0.0.1' })
  try {
    const call = await signedIn('lujing')
    const text = await readFile('samples/reports/demo-visit.txt', 'utf8')
    const reading: number[] = []
    const confirming: number[] = []
    let directives = 0
    for (let round = 0; round < rounds; round += 1) {
      const visit = newId()
      reading.push(await timed(() => call('POST', '/api/visits', { visit, text, again: true })))
      const { content } = (await call('GET', `/api/visits/${visit}`)) as { content: Record<string, object> }
      const after = { ...content.date, value: '2026-05-09', confidence: 1, reason: 'person' }
      await call('POST', `/api/visits/${visit}/corrections`, {
        changes: [{ item: 'date', before: content.date, after }],
      })
      confirming.push(
        await timed(async () => {
          const done = await call('POST', `/api/visits/${visit}/confirmation`, { version: 2 })
          directives = (done as { followups: number }).followups
        }),
      )
    }
    return [
      {
        name: `confirm a visit with ${directives} directives, p50`,
        value: percentile(confirming, 0.5),
        unit: 'ms',
      },
      {
        name: `confirm a visit with ${directives} directives, p95`,
        value: percentile(confirming, 0.95),
        unit: 'ms',
        target: 150,
      },
      {
        name: 'read a damaged report of 2,900 characters and record it, p95',
        value: percentile(reading, 0.95),
        unit: 'ms',
      },
    ]
  } finally {
    await new Promise((done) => server.close(done))
    await database.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** A caller with a session of its own. Throws on any answer that is not 200. */
async function signedIn(login: string) {
  let cookie = ''
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId() },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer.json()
  }
  await call('POST', '/api/session', { login, password: 'daqiao-demo' })
  return call
}

await inThrowawayDatabase(async ({ url, folder }) => printFigures(await measureConfirming(url, folder)))
