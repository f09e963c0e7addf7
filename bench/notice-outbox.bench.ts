import { sql } from 'kysely'
import { connect, type Database, inTransaction } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { workThrough } from '#platform/jobs/worker.ts'
import { notify } from '#platform/notify/notify.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { testNotice } from '../src/slices/notices/notice-templates.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { inThrowawayDatabase } from './throwaway-database.ts'

const rows = 100_000
const rounds = 40
const told = 1_000

/** The outbox over 100,000 deliveries, by each filter; and how fast notices are planned and done with. */
async function measure(databaseUrl: string, folder: string): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  await seed(database)
  const app = web(house, { version: 'bench' })
  const signIn = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'gaomingyuan', password: 'daqiao-demo' }),
  })
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const get = async (path: string) => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { items: { id: string }[]; total: number }
  }
  const first = await get('/api/notices?limit=200')
  if (first.total !== 10_001) throw new Error(`the outbox counts ${first.total}`)
  const questions = [
    '',
    `after=${first.items.at(-1)?.id}`,
    'state=bounced',
    'channel=sms',
    'channel=smtp&state=given-up',
    'template=followup.overdue',
    'state=waiting&channel=wecom',
  ]
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const began = performance.now()
      await get(`/api/notices?${question}`)
      if (round > 4) times.push(performance.now() - began)
    }
  }
  const speed = await measureWork(house, database)
  await database.close()
  return [
    { name: `outbox, ${rows} rows, p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `outbox, ${rows} rows, p95`, value: percentile(times, 0.95), unit: 'ms', target: 100 },
    { name: 'notices planned and done with, one process', value: speed, unit: 'a second' },
  ]
}

async function seed(database: Database): Promise<void> {
  const standing = { county: '511825', person: null }
  const id = (table: number, n: string) =>
    sql.raw(`('019b0000-${table}000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`)
  await inTransaction(database, standing, async (tx) => {
    await sql`insert into notices (county, id, matter, template, "values", urgency, name, language, at, planned_at)
      select '511825', ${id(5, 'n')}, ${id(5, 'n')}, case when n % 5 = 0 then 'followup.overdue' else 'followup.assigned' end,
        '{}', 'normal', '居民' || n, 'zh', now() - n * interval '90 seconds', now()
      from generate_series(1, ${rows}) as n`.execute(tx)
  })
  // Else each row's notice would be looked up as in the small table that it was.
  await sql`analyze notices`.execute(database.kysely)
  await inTransaction(database, standing, async (tx) => {
    await sql`insert into notice_deliveries (county, id, notice, channel, template, address, address_key, state, due_at, at)
      select '511825', ${id(6, 'n')}, ${id(5, 'n')}, (array['wecom', 'sms', 'smtp'])[1 + n % 3],
        case when n % 5 = 0 then 'followup.overdue' else 'followup.assigned' end, 'r' || n || '@tianquan.example', md5(n::text),
        case when n % 500 = 0 then 'bounced' when n % 700 = 0 then 'given-up' else 'sent' end, now(), now() - n * interval '90 seconds'
      from generate_series(1, ${rows}) as n`.execute(tx)
  })
  await sql`analyze`.execute(database.kysely)
}

async function measureWork(house: ReturnType<typeof composeHouse>, database: Database): Promise<number> {
  const now = new Date()
  for (let n = 0; n < told; n += 1) {
    await inTransaction(database, { county: '511825', person: null }, (tx) =>
      notify(tx, {
        to: [{ name: `居民${n}`, email: `n${n}@tianquan.example` }],
        template: testNotice,
        values: { sender: '卢静' },
        about: null,
        urgency: 'urgent',
        now,
      }),
    )
  }
  const began = performance.now()
  await workThrough(database, house.jobs, { now: new Date(now.getTime() + 1000) })
  return told / ((performance.now() - began) / 1000)
}

await inThrowawayDatabase(async ({ url, folder }) => printFigures(await measure(url, folder)))
