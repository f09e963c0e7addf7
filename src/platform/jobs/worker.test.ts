import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { asSystem, inTransaction, type Tx } from '../db/database.ts'
import { backoff, type JobKind, type JobKinds, type JobRun } from './job.ts'
import {
  claimJobs,
  deadJobs,
  dropDeadJob,
  enqueue,
  enqueueRecurring,
  reviveJob,
  tidyJobs,
} from './job-store.ts'
import { startWorker, workThrough } from './worker.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => asSystem(house.database, (tx) => jobs(tx).deleteFrom('jobs').execute()))

type JobTables = { jobs: { county: string; kind: string; state: string; attempts: number; dueAt: string } }
const jobs = (tx: Tx) => tx.withTables<JobTables>()
const county = '511825'
const here = <T>(work: (tx: Tx) => Promise<T>, of = county) =>
  inTransaction(house.database, { county: of, person: null }, work)
const standing = () =>
  asSystem(house.database, (tx) =>
    jobs(tx).selectFrom('jobs').select(['kind', 'state', 'attempts']).execute(),
  )

function kindOf(run: JobKind['run'], more: Partial<JobKind> = {}): JobKinds {
  return new Map([['test.do', { name: { zh: '试', en: 'try' }, run, ...more }]])
}
const later = (ms: number) => new Date(Date.now() + ms)
const quietly = { log: () => {} }
async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left -= 1) {
    if (await fits()) return
    await sleep(25)
  }
  throw new Error('it did not come to pass within ten seconds')
}

describe('a job', () => {
  test('is there when its transaction is, and not before or without it', async () => {
    const done: JobRun[] = []
    const kinds = kindOf(async (job) => void done.push(job))
    await here(async (tx) => {
      await enqueue(tx, { kind: 'test.do', payload: { note: 1 } })
      expect(await workThrough(house.database, kinds)).toBe(0)
    })
    await expect(
      here(async (tx) => {
        await enqueue(tx, { kind: 'test.do', payload: { note: 2 } })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await workThrough(house.database, kinds)).toBe(1)
    expect(done).toMatchObject([{ county, payload: { note: 1 }, attempt: 1 }])
    expect(await standing()).toEqual([])
  })

  test('waits for its moment, and of one key only one waits, at the earlier moment', async () => {
    const kinds = kindOf(async () => {})
    await here((tx) => enqueue(tx, { kind: 'test.do', key: 'a', dueAt: later(60_000) }))
    await here((tx) => enqueue(tx, { kind: 'test.do', key: 'a', dueAt: later(30_000) }))
    await here((tx) => enqueue(tx, { kind: 'test.do', key: 'a', dueAt: later(90_000) }))
    expect(await standing()).toHaveLength(1)
    expect(await workThrough(house.database, kinds)).toBe(0)
    expect(await workThrough(house.database, kinds, { now: later(31_000) })).toBe(1)
  })

  test('that fails is tried again, later each time, and is dead in the end; a person lets it live again', async () => {
    const seen: number[] = []
    const kinds = kindOf(
      async ({ attempt }) => {
        seen.push(attempt)
        throw new Error('the gateway is away')
      },
      { mostAttempts: 3 },
    )
    await here((tx) => enqueue(tx, { kind: 'test.do' }))
    let now = Date.now() + 1000
    for (const attempt of [1, 2, 3]) {
      expect(await workThrough(house.database, kinds, { now: new Date(now) })).toBe(1)
      expect(await workThrough(house.database, kinds, { now: new Date(now + backoff(attempt) - 1000) })).toBe(
        0,
      )
      now += backoff(attempt) + 1000
    }
    expect(seen).toEqual([1, 2, 3])
    const [dead] = await here((tx) => deadJobs(tx, 10))
    expect(dead).toMatchObject({ kind: 'test.do', attempts: 3, error: 'the gateway is away' })
    expect(await here((tx) => deadJobs(tx, 10), '511803')).toEqual([])
    await here((tx) => reviveJob(tx, dead?.id ?? '', new Date()))
    expect(await standing()).toEqual([{ kind: 'test.do', state: 'waiting', attempts: 0 }])
  })

  test('that is revived gives way to one of its key that waits already, and one that is dropped is gone', async () => {
    const kinds = kindOf(() => Promise.reject(new Error('no')), { mostAttempts: 1 })
    await here((tx) => enqueue(tx, { kind: 'test.do', key: 'a' }))
    await workThrough(house.database, kinds, { now: later(1000) })
    await here((tx) => enqueue(tx, { kind: 'test.do', key: 'a' }))
    const [dead] = await here((tx) => deadJobs(tx, 10))
    await here((tx) => reviveJob(tx, dead?.id ?? '', new Date()))
    expect(await standing()).toEqual([{ kind: 'test.do', state: 'waiting', attempts: 0 }])
    await workThrough(house.database, kinds, { now: later(1000) })
    const [second] = await here((tx) => deadJobs(tx, 10))
    await here((tx) => dropDeadJob(tx, second?.id ?? ''))
    expect(await standing()).toEqual([])
  })

  test('whose process ended while at it is taken again after its lease, and not for ever', async () => {
    const kinds = kindOf(async () => {}, { mostAttempts: 2 })
    await here((tx) => enqueue(tx, { kind: 'test.do' }))
    const dying = (now: Date) =>
      claimJobs(house.database, { who: 'dying', kinds: ['test.do'], limit: 1, leaseMs: 60_000, now })
    expect(await dying(later(1000))).toHaveLength(1)
    expect(await workThrough(house.database, kinds, { now: later(30_000) })).toBe(0)
    expect(await dying(later(62_000))).toMatchObject([{ attempts: 2 }])
    await workThrough(house.database, kinds, { now: later(200_000) })
    const dead = await here((tx) => deadJobs(tx, 10))
    expect(dead).toMatchObject([{ attempts: 3, error: 'the process ended while at it' }])
    await tidyJobs(house.database, later(91 * 24 * 3_600_000))
    expect(await standing()).toEqual([])
  })

  test('that comes by itself waits once in each county, however many processes ask for it', async () => {
    const due = [{ kind: 'test.do', dueAt: later(1000) }]
    await Promise.all([1, 2, 3].map(() => enqueueRecurring(house.database, [county, '511803'], due)))
    expect(await standing()).toHaveLength(2)
  })
})

describe('workers', () => {
  test('three at once do each job once', async () => {
    const done: unknown[] = []
    const kinds = kindOf(async ({ payload }) => {
      done.push(payload.n)
      await sleep(5)
    })
    await here(async (tx) => {
      for (let n = 0; n < 60; n += 1) await enqueue(tx, { kind: 'test.do', payload: { n } })
    })
    const workers = [1, 2, 3].map(() => startWorker(house.database, kinds, { ...quietly, every: 20 }))
    await until(() => done.length >= 60)
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(done.length).toBe(60)
    expect(new Set(done).size).toBe(60)
    expect(await standing()).toEqual([])
  })

  test('a kind that hangs takes no more than its own room', async () => {
    const done: string[] = []
    const hangs: JobKind = {
      name: { zh: '试', en: 'try' },
      atOnce: 2,
      run: ({ signal }) => sleep(60_000, undefined, { signal }),
    }
    const kinds = new Map([['test.hang', hangs], ...kindOf(async () => void done.push('done'))])
    await here(async (tx) => {
      for (let n = 0; n < 10; n += 1) await enqueue(tx, { kind: 'test.hang' })
      for (let n = 0; n < 10; n += 1) await enqueue(tx, { kind: 'test.do' })
    })
    const worker = startWorker(house.database, kinds, { ...quietly, every: 20, atOnce: 4 })
    await until(() => done.length === 10)
    expect((await standing()).filter(({ state }) => state === 'running')).toHaveLength(2)
    await worker.stop(50)
  })

  test('asked to stop it takes nothing new, ends what it has, and hands back what takes too long', async () => {
    const ended: string[] = []
    const kinds = kindOf(async ({ payload, signal }) => {
      await sleep(payload.long ? 60_000 : 150, undefined, { signal })
      ended.push(String(payload.name))
    })
    await here(async (tx) => {
      await enqueue(tx, { kind: 'test.do', payload: { name: 'short' } })
      await enqueue(tx, { kind: 'test.do', payload: { name: 'long', long: true } })
    })
    const worker = startWorker(house.database, kinds, { ...quietly, every: 20 })
    await until(async () => (await standing()).filter(({ state }) => state === 'running').length === 2)
    await here((tx) => enqueue(tx, { kind: 'test.do', payload: { name: 'new' } }))
    await worker.stop(600)
    expect(ended).toEqual(['short'])
    const left = await asSystem(house.database, (tx) =>
      jobs(tx).selectFrom('jobs').select(['state', 'attempts']).orderBy('state').execute(),
    )
    expect(left).toEqual([
      { state: 'running', attempts: 0 },
      { state: 'waiting', attempts: 0 },
    ])
    const claim = { who: 'next', kinds: ['test.do'], limit: 9, leaseMs: 1000, now: new Date() }
    expect(await claimJobs(house.database, claim)).toHaveLength(2)
  })
})
