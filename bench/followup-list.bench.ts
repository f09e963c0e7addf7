import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { seedFollowups } from './seed-followups.ts'

const port = 3973
const followups = 100_000
const perSecond = 50
const seconds = 20
/** Asked before anything is measured: a server that has just begun is compiling its own code. */
const warmingSeconds = 15

/** The list with filters and search over 100,000 follow-ups, asked over HTTP at a steady rate by people of two roles. */
async function measureList(databaseUrl: string, folder: string, postmaster: number): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const began = performance.now()
  await seedFollowups(database, followups)
  await analyze(databaseUrl)
  console.log(`  seeded ${followups} follow-ups in ${Math.round((performance.now() - began) / 1000)} s`)
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
    const name = `follow-ups, ${followups} rows, ${perSecond} requests a second`
    return [
      { name: `${name}, p50`, value: percentile(all, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(all, 0.95), unit: 'ms', target: 100 },
      { name: `${name}, p99`, value: percentile(all, 0.99), unit: 'ms' },
      // Unlike the times, these say something even where others use the machine too.
      { name: 'processor time of a request: server, and who asks', value: each('own'), unit: 'ms' },
      { name: 'processor time of a request: database', value: each('database'), unit: 'ms' },
    ]
  } finally {
    await new Promise((done) => server.close(done))
    await database.close()
  }
}

interface Question {
  name: string
  path: string
  cookie: string
}

interface Listed {
  id: string
  number: string
  visit: string
  dueDay: string | null
  lead: { id: string } | null
}

/** What people ask of the list; the search words are those of the seeded sentences, common and rare. */
async function questionsOf(): Promise<Question[]> {
  const supervisor = await cookieOf('lujing')
  const officer = await cookieOf('yangxiaolan')
  const read = async (path: string) =>
    (await (await get(path, supervisor)).json()) as { items: Listed[]; next: string }
  const [union] = (await read(`/api/organisations?q=${encodeURIComponent('县总工会')}`)).items
  const first = await read('/api/followups?limit=200')
  const [one] = first.items
  if (!union || !one) throw new Error('the seed made no follow-ups')
  const q = (text: string) => `q=${encodeURIComponent(text)}`
  const asked: [string, string, string?][] = [
    ['everything', ''],
    ['everything, next page', `after=${encodeURIComponent(first.next)}`],
    ['by number', 'sort=number'],
    ['by update', 'sort=updated'],
    ['overdue', 'lamp=overdue'],
    ['overdue or near, of one lead', `lamp=overdue&lamp=near&lead=${union.id}`],
    ['waiting', 'lamp=waiting'],
    ['under way, by update', 'state=underway&sort=updated'],
    ['tasks that must be done', 'kind=task&force=must'],
    ['of one visit', `visit=${one.visit}`],
    ['due within days', `due_from=${one.dueDay}&due_to=${one.dueDay}`],
    ['supported by one', `supporting=${union.id}`],
    ['search: words of the sentence', q('备灾救灾物资')],
    ['search: two words', q('劳模 台账')],
    ['search: initials', q('crktz')],
    ['search: pinyin of an organisation', q('hongshizihui')],
    ['search: a speaker, overdue', `${q('沈知远')}&lamp=overdue`],
    ['search: place and words', q('凤翔社区 台账')],
    ['search: a number', q(one.number)],
    ['search: nothing', q('南极科考站')],
    ['search: in almost everything', q('群众')],
    ['search, by update', `${q('零工市场')}&sort=updated`],
    ['officer: own', '', officer],
    ['officer: overdue', 'lamp=overdue', officer],
    ['officer: search', q('培训班'), officer],
  ]
  return asked.map(([name, query, cookie = supervisor]) => ({
    name,
    path: `/api/followups?${query}`,
    cookie,
  }))
}

/** A quick answer that is wrong is none: words that stand in every row count as more than 10,000, in full pages. */
async function checkCounts(questions: readonly Question[]): Promise<void> {
  const answer = async (name: string) => {
    const question = questions.find((one) => one.name === name)
    if (!question) throw new Error(`no question ${name}`)
    return (await (await get(question.path, question.cookie)).json()) as { items: unknown[]; total: number }
  }
  const common = await answer('search: in almost everything')
  const rare = await answer('search: words of the sentence')
  if (common.total !== 10_001 || common.items.length !== 50) throw new Error('common words are counted wrong')
  if (rare.total < 1000 || rare.total > 3000) throw new Error(`${rare.total} hits of one theme in sixty`)
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
  printFigures(await measureList(server.url, folder, server.pid))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
