import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/records/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const rounds = 12

const report = (round: number) => `市总工会副主席苏曼赴天全调研

2026年3月${round + 1}日，市总工会副主席苏曼赴天全县调研。县总工会主席葛云峰陪同调研。
苏曼一行来到县工人文化宫。她要求，要公布开放时间。要办好托管班。要完善台账。要培训骨干。要用好服务平台。
`

test('killed at any moment of a confirmation, it is all there after the restart or not at all', async () => {
  const lujing = await house.as('lujing')
  let confirmed = 0
  let asked = 0
  for (let round = 0; round < rounds; round += 1) {
    const visit = newId()
    expect((await lujing.post('/api/visits', { visit, text: report(round) })).status).toBe(200)
    const server = await start()
    const answered = confirm(server.port, await signIn(server.port), visit).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, round * 6))
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    const status = await answered
    const counts = await countsOf(visit)
    asked += 1
    if (counts.confirmations === 0)
      expect(counts).toEqual({ confirmations: 0, directives: 0, followups: 0, events: 0 })
    else {
      confirmed += 1
      expect(counts).toEqual({ confirmations: 1, directives: 5, followups: 5, events: 1 })
    }
    if (status === 200) expect(counts.confirmations).toBe(1)
    // Whoever was cut off sends the same again, and it is done once.
    const again = await lujing.post(`/api/visits/${visit}/confirmation`, { version: 1 })
    expect([200, 409]).toContain(again.status)
    expect(await countsOf(visit)).toEqual({ confirmations: 1, directives: 5, followups: 5, events: 1 })
  }
  expect(asked).toBe(rounds)
  expect(confirmed).toBeLessThanOrEqual(rounds)
}, 120_000)

async function start(): Promise<{ process: ChildProcess; port: number }> {
  const script = fileURLToPath(new URL('house-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, house.url, '/nonexistent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { process: child, port: Number(String(line).trim()) }
}

async function signIn(port: number): Promise<string> {
  const answer = await send(port, '/api/session', { login: 'lujing', password: 'daqiao-demo' }, '')
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function confirm(port: number, cookie: string, visit: string): Promise<number> {
  return (await send(port, `/api/visits/${visit}/confirmation`, { version: 1 }, cookie)).status
}

function send(port: number, path: string, body: object, cookie: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify(body),
  })
}

async function countsOf(visit: string) {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  // As the application, since row-level security binds the owner too.
  await client.query(`begin; set local role daqiao_app; set local app.county = '511825'`)
  const { rows } = await client.query(
    `select (select count(*)::int from visit_confirmations where visit = $1) as confirmations,
            (select count(*)::int from directives where visit = $1) as directives,
            (select count(*)::int from followups where visit = $1) as followups,
            (select count(*)::int from events where subject_id = $1 and name = 'visit.confirmed') as events`,
    [visit],
  )
  await client.end()
  return rows[0]
}
