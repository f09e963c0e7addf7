import { serve } from '@hono/node-server'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { newId } from '#platform/records/new-id.ts'
import { composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile, printFigures } from './figure.ts'
import { cookieOf } from './steady-load.ts'
import { inThrowawayDatabase } from './throwaway-database.ts'

const port = 3977
const origin = `http://127.0.0.1:${port}`
const parallel = 200
const rounds = 50
/** Who asks: each of them with many requests at once. */
const logins = ['yangxiaolan', 'zenghai', 'lujing', 'luojianjun', 'wusiqi', 'hechunyan']

/** One room and hour asked for by 200 at once through HTTP, fifty times; a hall as a whole and in parts among them. */
async function measureRace(databaseUrl: string, folder: string): Promise<Figure[]> {
  await migrate(databaseUrl, 'db/migrations')
  const database = connect(databaseUrl)
  const house = composeHouse({ database, files: folderShelf(folder), mode: 'demo', log: console.error })
  await loadDemo(house)
  const server = serve({ fetch: web(house, { version: 'bench' }).fetch, port, hostname: '127.0.0.1' })
  try {
    const cookies = await Promise.all(logins.map((login) => cookieOf(port, login)))
    const rooms = await makeRooms(cookies[0] ?? '')
    let wrong = 0
    const lost: number[] = []
    const whole: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      const answers = await Promise.all(
        Array.from({ length: parallel }, (_, i) => ask(rooms, round, i, cookies[i % cookies.length] ?? '')),
      )
      whole.push(performance.now() - began)
      lost.push(...answers.map(({ took }) => took))
      if (
        !isRight(
          answers.map(({ status, room }) => ({ status, room })),
          rooms,
        )
      )
        wrong += 1
    }
    const name = `${parallel} bookings of one room and hour at once, ${rounds} times`
    return [
      { name: `${name}: rounds that not exactly one won`, value: wrong, unit: 'rounds', target: 0 },
      { name: 'a round, p50', value: percentile(whole, 0.5), unit: 'ms' },
      { name: 'an answer, p95', value: percentile(lost, 0.95), unit: 'ms' },
    ]
  } finally {
    await new Promise((done) => server.close(done))
    await database.close()
  }
}

interface Rooms {
  single: string
  whole: string
  parts: string[]
}

/**
 * Even rounds ask all for one room: one wins. Odd rounds ask for a hall and for its halves: the whole wins alone, or each
 * half wins at most once, and somebody wins. Any other answer than 200 and 409 is wrong.
 */
function isRight(
  answers: readonly { status: number; room: string }[],
  { single, whole, parts }: Rooms,
): boolean {
  if (answers.some(({ status }) => status !== 200 && status !== 409)) return false
  const won = answers.filter(({ status }) => status === 200).map(({ room }) => room)
  if (won.includes(single)) return won.length === 1
  if (won.includes(whole)) return won.length === 1
  return won.length > 0 && won.length <= parts.length && new Set(won).size === won.length
}

async function ask({ single, whole, parts }: Rooms, round: number, i: number, cookie: string) {
  const room = round % 2 === 0 ? single : ([whole, ...parts][i % 3] ?? whole)
  const starts = Date.parse('2027-01-04T01:00:00Z') + round * 3_600_000
  const began = performance.now()
  const answer = await send('/api/bookings', cookie, {
    booking: newId(),
    rooms: [room],
    starts: new Date(starts).toISOString(),
    ends: new Date(starts + 3_600_000).toISOString(),
    purpose: '职工合唱排练',
    party: 10,
  })
  await answer.arrayBuffer()
  return { status: answer.status, room, took: performance.now() - began }
}

async function makeRooms(cookie: string): Promise<Rooms> {
  const answer = await fetch(`${origin}/api/organisations?q=${encodeURIComponent('县总工会')}`, {
    headers: { cookie },
  })
  const { items } = (await answer.json()) as { items: { id: string; shortName: string }[] }
  const keeper = items.find(({ shortName }) => shortName === '县总工会')?.id
  const place = newId()
  await must(await send('/api/places', cookie, { place, name: '竞订试设阵地', kind: 'other', keeper }))
  const rules = {
    bookers: 'organisations',
    approval: 'nobody',
    freeUpTo: null,
    outsideHours: 'ask',
    longest: 720,
    daysAhead: 730,
    clearing: 0,
    grace: null,
  }
  const room = async (name: string, parent: string | null = null) => {
    const id = newId()
    await must(
      await send(`/api/places/${place}/rooms`, cookie, { room: id, name, capacity: 60, parent, rules }),
    )
    return id
  }
  const whole = await room('多功能厅')
  return {
    single: await room('排练厅'),
    whole,
    parts: [await room('东半厅', whole), await room('西半厅', whole)],
  }
}

function send(path: string, cookie: string, body: unknown): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': newId() }
  return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function must(answer: Response): Promise<void> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
}

await inThrowawayDatabase(async ({ url, folder }) => printFigures(await measureRace(url, folder)))
