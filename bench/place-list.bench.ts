import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { connect, type Database, inTransaction } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { placesCalled } from '#slices/places'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { seedPlaces } from './seed-places.ts'

const port = 3974
const places = 100_000
const perSecond = 50
const seconds = 20
/** Asked before anything is measured: a server that has just begun is compiling its own code. */
const warmingSeconds = 15

/** The register with its tree, filters and search over 100,000 places, and the names of a long report among them. */
async function measureRegister(databaseUrl: string, folder: string, postmaster: number): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const began = performance.now()
  await seedPlaces(database, places)
  await analyze(databaseUrl)
  console.log(`  seeded ${places} places in ${Math.round((performance.now() - began) / 1000)} s`)
  const server = serve({ fetch: web(house, { version: 'bench' }).fetch, port, hostname: '127.0.0.1' })
  try {
    const questions = await questionsOf()
    await checkCounts(questions)
    await fire(questions, perSecond / 2, warmingSeconds)
    const before = processorTime(postmaster)
    const samples = await fire(questions, perSecond, seconds)
    const after = processorTime(postmaster)
    const each = (of: 'own' | 'database') => (after[of] - before[of]) / (perSecond * seconds)
    for (const [name, times] of samples) {
      console.log(
        `  ${name.padEnd(34)} p50 ${percentile(times, 0.5).toFixed(1)} · p95 ${percentile(times, 0.95).toFixed(1)} ms`,
      )
    }
    const all = [...samples.values()].flat()
    const name = `places, ${places} rows, ${perSecond} requests a second`
    const called = await measureNames(database)
    return [
      { name: `${name}, p50`, value: percentile(all, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(all, 0.95), unit: 'ms', target: 100 },
      { name: `${name}, p99`, value: percentile(all, 0.99), unit: 'ms' },
      {
        name: 'what 30 names of a report mean, p95',
        value: percentile(called, 0.95),
        unit: 'ms',
        target: 100,
      },
      // Unlike the times, these say something even where others use the machine too.
      { name: 'processor time of a request: server, and who asks', value: each('own'), unit: 'ms' },
      { name: 'processor time of a request: database', value: each('database'), unit: 'ms' },
    ]
  } finally {
    await new Promise((done) => server.close(done))
    await database.close()
  }
}

/** Thirty names as a report writes them: whole ones, aliases, short forms, and some that nothing is called. */
async function measureNames(database: Database): Promise<number[]> {
  const names = [
    ...Array.from({ length: 10 }, (_, i) => `南极科考站${i}号`),
    '天全县群团综合服务中心',
    '县群团中心',
    '县城汽车站户外劳动者驿站',
    '“红军村”',
    '天全县科技馆',
    '县中医医院',
    '冷水鱼园区',
    '天全县青溪鲟业有限责任公司',
    '青溪鲟业',
    '始阳镇凤翔社区居委会',
    '妇女儿童之家',
    ...Array.from({ length: 9 }, (_, i) => `天全县村落${i}服务站`),
  ]
  const times: number[] = []
  for (let round = 0; round < 100; round += 1) {
    const began = performance.now()
    const means = await inTransaction(
      database,
      { county: '511825', person: null },
      (tx) => placesCalled(tx, names),
      { readOnly: true },
    )
    times.push(performance.now() - began)
    if (means.get('青溪鲟业')?.[0]?.name !== '天全县青溪鲟业有限公司')
      throw new Error('a name is not known again')
  }
  return times.slice(10)
}

interface Question {
  name: string
  path: string
  cookie: string
}

interface Listed {
  id: string
  name: string
  village: { code: string } | null
  keeper: { id: string }
}

/** What people ask of the register; the search words are those of the seeded names, common and rare. */
async function questionsOf(): Promise<Question[]> {
  const supervisor = await cookieOf('lujing')
  const officer = await cookieOf('yangxiaolan')
  const read = async (path: string) =>
    (await (await get(path, supervisor)).json()) as { items: Listed[]; next: string }
  const q = (text: string) => `q=${encodeURIComponent(text)}`
  const [union] = (await read(`/api/organisations?${q('县总工会')}`)).items
  const first = await read('/api/places?limit=200')
  const [village] = (await read('/api/places?kind=village&area=511825101011')).items
  const [one] = (await read(`/api/places?parent=${village?.id}`)).items
  if (!union || !village || !one) throw new Error('the seed made no places')
  const asked: [string, string, string?][] = [
    ['everything', '/api/places'],
    ['everything, next page', `/api/places?after=${first.next}`],
    ['the top of the tree', '/api/places?parent=top&limit=100'],
    ['below a village', `/api/places?parent=${village.id}&limit=100`],
    ['of one kind', '/api/places?kind=warehouse'],
    ['of one keeper', `/api/places?keeper=${union.id}`],
    ['of two kinds and one keeper', `/api/places?kind=studio&kind=base&keeper=${union.id}`],
    ['in a town', '/api/places?area=511825101'],
    ['in a village, of one kind', '/api/places?area=511825101011&kind=youth-house'],
    ['closed', '/api/places?state=closed'],
    ['open or closed', '/api/places?state=all'],
    ['one place', `/api/places/${one.id}`],
    ['its history', `/api/places/${one.id}/history`],
    ['search: words of a name', `/api/places?${q('备灾物资仓库')}`],
    ['search: village and words', `/api/places?${q('凤翔社区 驿站')}`],
    ['search: initials', `/api/places?${q('hwldzyz')}`],
    ['search: pinyin', `/api/places?${q('fengxiangshequ')}`],
    ['search: keeper, of one kind', `/api/places?${q('红十字会')}&kind=warehouse`],
    ['search: another name', `/api/places?${q('博爱仓')}`],
    ['search: nothing', `/api/places?${q('南极科考站')}`],
    ['search: in almost everything', `/api/places?${q('天全县')}`],
    ['officer: own', '/api/places?mine=true', officer],
    ['officer: own, search', `/api/places?mine=true&${q('农家书屋')}`, officer],
  ]
  return asked.map(([name, path, cookie = supervisor]) => ({ name, path, cookie }))
}

/** A quick answer that is wrong is none: the counts of a common and of a rare question are known. */
async function checkCounts(questions: readonly Question[]): Promise<void> {
  const answer = async (name: string) => {
    const question = questions.find((one) => one.name === name)
    if (!question) throw new Error(`no question ${name}`)
    return (await (await get(question.path, question.cookie)).json()) as { items: unknown[]; total: number }
  }
  const all = await answer('everything')
  const rare = await answer('search: words of a name')
  if (all.total !== 10_001 || all.items.length !== 50) throw new Error('the register is counted wrong')
  if (rare.total < 4000 || rare.total > 7000) throw new Error(`${rare.total} hits of one sort in sixteen`)
}

/** Asks at a steady rate, however long an answer takes: a slow one does not hold the next ones back. */
async function fire(
  questions: readonly Question[],
  rate: number,
  duration: number,
): Promise<Map<string, number[]>> {
  const samples = new Map<string, number[]>()
  const pending: Promise<void>[] = []
  const began = performance.now()
  for (let i = 0; i < rate * duration; i += 1) {
    const due = began + (i * 1000) / rate
    await sleep(Math.max(0, due - performance.now()))
    const question = questions[(i * 7) % questions.length]
    if (!question) throw new Error('no question')
    pending.push(
      ask(question).then(() => {
        samples.set(question.name, [...(samples.get(question.name) ?? []), performance.now() - due])
      }),
    )
  }
  await Promise.all(pending)
  return samples
}

/** Processor time so far in milliseconds: of this process, and of the database's that run now (Linux). */
function processorTime(postmaster: number): { own: number; database: number } {
  const { user, system } = process.cpuUsage()
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended while we looked.
    }
  }
  return { own: (user + system) / 1000, database: ticks * 10 }
}

function get(path: string, cookie: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })
}

async function ask({ name, path, cookie }: Question): Promise<void> {
  const answer = await get(path, cookie)
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function cookieOf(login: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'daqiao-demo' }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

const folder = await mkdtemp(join(tmpdir(), 'daqiao-bench-'))
const server = await startPostgres({ dataDir: join(folder, 'postgres'), log: console.log })
try {
  printFigures(await measureRegister(server.url, folder, server.pid))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
