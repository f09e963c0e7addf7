import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import lighthouse from 'lighthouse'
import pg from 'pg'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { openBrowser } from '#platform/testing/browser.ts'
import { consoleFiles } from '../src/app/console-files.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { seedPlaces } from './seed-places.ts'
import { inThrowawayDatabase, vacuumAnalyze } from './throwaway-database.ts'

const port = 3976
const debuggingPort = 9376
const address = `http://127.0.0.1:${port}`
const places = 20_000
const perSecond = 800
const seconds = 20
const connections = 64

/** What a resident with a cheap telephone gets: its size, what Lighthouse says of it, and how many may ask at once. */
async function measurePublicPages(databaseUrl: string, folder: string): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  await seedPlaces(database, places)
  await vacuumAnalyze(databaseUrl)
  // The console's own files stand for the mark in the address bar; the public pages need nothing else of them.
  const app = web(house, { version: 'bench', pages: await consoleFiles('src/app/console/public') })
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  try {
    const pages = await pagesToMeasure()
    return [...(await weigh(pages)), ...(await judge(pages)), ...(await press(databaseUrl, pages))]
  } finally {
    await new Promise((done) => server.close(done))
    await database.close()
  }
}

interface Measured {
  name: string
  path: string
}

/** The home page, a service, a place, and the lists that lead there. */
async function pagesToMeasure(): Promise<Measured[]> {
  const first = async (list: string, kind: string) => {
    const text = await (await fetch(address + list)).text()
    const path = new RegExp(`href="(/p/${kind}/[0-9a-f-]{36})"`).exec(text)?.[1]
    if (!path) throw new Error(`${list} leads to no page of ${kind}`)
    return path
  }
  return [
    { name: 'home', path: '/p/' },
    { name: 'a service', path: await first('/p/services', 'services') },
    { name: 'a place', path: await first('/p/places?kind=centre', 'places') },
    { name: 'the services', path: '/p/services' },
    { name: 'the places of a town', path: '/p/places?area=511825101' },
    { name: 'the first step of a complaint', path: '/p/tell' },
  ]
}

async function weigh(pages: readonly Measured[]): Promise<Figure[]> {
  const browser = await openBrowser()
  const figures: Figure[] = []
  for (const { name, path } of pages) {
    const page = await browser.newPage()
    let bytes = 0
    let requests = 0
    page.on('requestfinished', async (request) => {
      requests += 1
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      bytes += responseBodySize + responseHeadersSize
    })
    await page.goto(address + path, { waitUntil: 'networkidle' })
    await sleep(200)
    figures.push({ name: `${name}: sent to the telephone`, value: bytes / 1024, unit: 'KB', target: 60 })
    figures.push({ name: `${name}: requests`, value: requests, unit: '', target: 7 })
    await page.close()
  }
  await browser.close()
  return figures
}

/** Lighthouse on its mobile profile: a slow fourth-generation network, a processor a quarter as fast. */
async function judge(pages: readonly Measured[]): Promise<Figure[]> {
  const browser = await openBrowser({ debuggingPort })
  const figures: Figure[] = []
  try {
    for (const { name, path } of pages) {
      const run = await lighthouse(address + path, {
        port: debuggingPort,
        logLevel: 'error',
        onlyCategories: ['performance', 'accessibility'],
      })
      const { performance, accessibility } = run?.lhr.categories ?? {}
      for (const category of [performance, accessibility]) {
        const score = Math.round((category?.score ?? 0) * 100)
        const title = `${name}: Lighthouse, ${category?.title.toLowerCase()}`
        figures.push({ name: `${title}, short of 100 (${score})`, value: 100 - score, unit: '', target: 0 })
      }
      const failed = Object.values(run?.lhr.audits ?? {}).filter(({ score }) => score !== null && score < 0.9)
      for (const { id, score } of failed) console.log(`  ${name}: ${id} ${score}`)
    }
  } finally {
    await browser.close()
  }
  return figures
}

/**
 * So many ask every second, from a thread of their own, and each answer is timed from when it was due to be asked for.
 * Meanwhile somebody commits a change of a place every second, so that every page is made anew as often.
 */
async function press(databaseUrl: string, pages: readonly Measured[]): Promise<Figure[]> {
  const paths = pages.filter(({ path }) => path !== '/p/tell').map(({ path }) => path)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`set app.county = '511825'`)
  const change = () =>
    client.query('update places set note = $1 where id = (select id from places where kind = $2 limit 1)', [
      randomUUID(),
      'centre',
    ])
  const committing = setInterval(() => void change(), 1000)
  try {
    await ask({ paths, perSecond: perSecond / 2, seconds: 5 })
    const { times, failed } = await ask({ paths, perSecond, seconds })
    const name = `${perSecond} public pages a second, a commit each second`
    return [
      { name: `${name}: answered`, value: times.length / seconds, unit: '/s' },
      { name: `${name}: not answered well`, value: failed, unit: '', target: 0 },
      { name: `${name}: p50`, value: percentile(times, 0.5), unit: 'ms' },
      { name: `${name}: p99`, value: percentile(times, 0.99), unit: 'ms', target: 100 },
      ...(await flatOut(paths)),
    ]
  } finally {
    clearInterval(committing)
    await client.end()
  }
}

/** As many as there can be, each connection asking again as soon as it was answered. */
async function flatOut(paths: readonly string[]): Promise<Figure[]> {
  const { times, failed } = await ask({ paths, perSecond: Number.POSITIVE_INFINITY, seconds: 10 })
  const name = `public pages, ${connections} connections without a pause`
  return [
    { name: `${name}: answered`, value: times.length / 10, unit: '/s' },
    { name: `${name}: not answered well`, value: failed, unit: '', target: 0 },
    { name: `${name}: p99`, value: percentile(times, 0.99), unit: 'ms' },
  ]
}

interface Asking {
  paths: readonly string[]
  perSecond: number
  seconds: number
}

function ask(asking: Asking): Promise<{ times: number[]; failed: number }> {
  const worker = new Worker(new URL('ask-public-pages.ts', import.meta.url), {
    workerData: { ...asking, port, connections },
  })
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

await inThrowawayDatabase(async ({ url, folder }) =>
  printFigures(await measurePublicPages(url, join(folder, 'files'))),
)
