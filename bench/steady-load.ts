import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { ComposedHouse } from '../src/app/house.ts'
import { web } from '../src/app/web.ts'
import { type Figure, percentile } from './figure.ts'

const perSecond = 50
const seconds = 20
/** Asked before anything is measured: a server that has just begun is compiling its own code. */
const warmingSeconds = 15

/** A page that somebody asks for, with who asks. */
export interface Question {
  name: string
  path: string
  cookie: string
}

/** A served house, as a bench asks it. */
export interface Asking {
  get: (path: string, cookie: string) => Promise<Response>
  /** A session's cookie of a demo person. */
  cookieOf: (login: string) => Promise<string>
}

interface Load {
  port: number
  /** What is listed, for the figures: `follow-ups, 100000 rows`. */
  name: string
  /** Process id of the database's postmaster. */
  postmaster: number
  questions: (asking: Asking) => Promise<Question[]>
  /** Throws where an answer is quick and wrong. */
  check: (questions: readonly Question[], asking: Asking) => Promise<void>
}

/** Serves the house and asks it over HTTP at a steady rate; gives p50, p95 (target 100 ms), p99 and processor times. */
export async function underSteadyLoad(house: ComposedHouse, load: Load): Promise<Figure[]> {
  const { port, postmaster } = load
  const server = serve({ fetch: web(house, { version: 'bench' }).fetch, port, hostname: '127.0.0.1' })
  const asking: Asking = {
    get: (path, cookie) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } }),
    cookieOf: (login) => cookieOf(port, login),
  }
  try {
    const questions = await load.questions(asking)
    await load.check(questions, asking)
    await fire(asking, questions, perSecond / 2, warmingSeconds)
    const before = processorTime(postmaster)
    const samples = await fire(asking, questions, perSecond, seconds)
    const after = processorTime(postmaster)
    const each = (of: 'own' | 'database') => (after[of] - before[of]) / (perSecond * seconds)
    for (const [name, times] of samples) {
      const [p50, p95] = [percentile(times, 0.5).toFixed(1), percentile(times, 0.95).toFixed(1)]
      console.log(`  ${name.padEnd(34)} p50 ${p50} · p95 ${p95} ms`)
    }
    const all = [...samples.values()].flat()
    const name = `${load.name}, ${perSecond} requests a second`
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
  }
}

/** Asks at a steady rate, however long an answer takes: a slow one does not hold the next ones back. */
async function fire(
  asking: Asking,
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
      ask(asking, question).then(() => {
        samples.set(question.name, [...(samples.get(question.name) ?? []), performance.now() - due])
      }),
    )
  }
  await Promise.all(pending)
  return samples
}

async function ask({ get }: Asking, { name, path, cookie }: Question): Promise<void> {
  const answer = await get(path, cookie)
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** The cookie of a demo person who signs in at a server of this machine. */
export async function cookieOf(port: number, login: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'daqiao-demo' }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Processor time so far in milliseconds: of this process, and of the database's, ended ones too (Linux). */
export function processorTime(postmaster: number): { own: number; database: number } {
  const { user, system } = process.cpuUsage()
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const [own, ofEnded] = [
        Number(fields[11]) + Number(fields[12]),
        Number(fields[13]) + Number(fields[14]),
      ]
      if (Number(fields[1]) === postmaster) ticks += own
      // A connection that the pool let go lives on here: without it the sum would run backwards.
      if (Number(pid) === postmaster) ticks += own + ofEnded
    } catch {
      // It ended while we looked.
    }
  }
  return { own: (user + system) / 1000, database: ticks * 10 }
}
