import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { newId } from '../records/new-id.ts'
import { backoff, type JobKinds, type RecurringJob, usualAttempts } from './job.ts'
import {
  claimJobs,
  enqueueRecurring,
  failJob,
  finishJob,
  handBack,
  type JobRow,
  renewLeases,
} from './job-store.ts'

export interface WorkerOptions {
  log(line: string): void
  recurring?: readonly RecurringJob[]
  /** The counties in which recurring work is due. */
  counties?(): Promise<string[]>
  /** How many jobs at once, of all kinds together. */
  atOnce?: number
  /** How often to look for work (ms). */
  every?: number
  /** How long a job stays ours without a sign of life (ms). */
  leaseMs?: number
}

export interface Worker {
  /** Takes nothing new and waits for what runs, at most so long (ms); what is not done by then is handed back. */
  stop(patience?: number): Promise<void>
}

const usual = { atOnce: 6, every: 1000, leaseMs: 60_000 }
const errorLength = 500

/** Works through the county's jobs until it is stopped. Any number of processes may do so at once. */
export function startWorker(database: Database, kinds: JobKinds, options: WorkerOptions): Worker {
  const { atOnce, every, leaseMs } = { ...usual, ...options }
  const who = `${hostname()} ${process.pid} ${newId().slice(-6)}`
  const running = new Map<JobRow, Promise<void>>()
  const ending = new AbortController()
  const stopped = new AbortController()
  const signal = stopped.signal

  const claim = async (): Promise<number> => {
    const free = kindsWithRoom(kinds, [...running.keys()])
    if (running.size >= atOnce || free.length === 0) return 0
    const jobs = await claimJobs(database, { who, kinds: free, limit: 1, leaseMs, now: new Date() })
    for (const job of jobs) {
      const done = runOne(database, kinds, job, {
        who,
        now: new Date(),
        signal: ending.signal,
        log: options.log,
      })
        .catch((error: Error) => options.log(`job ${job.kind}: ${error.message}`))
        .finally(() => running.delete(job))
      running.set(job, done)
    }
    return jobs.length
  }

  const loop = async (): Promise<void> => {
    let quiet = false
    while (!signal.aborted) {
      try {
        const taken = await claim()
        quiet = false
        if (taken === 0) await sleep(every, undefined, { signal })
      } catch (error) {
        if (signal.aborted) return
        // The database may be away for a while: said once, not every second.
        if (!quiet) options.log(`work waits, and is tried again: ${(error as Error).message}`)
        quiet = true
        await sleep(every * 5, undefined, { signal }).catch(() => {})
      }
    }
  }
  const renew = setInterval(() => {
    if (running.size > 0) void renewLeases(database, who, new Date(Date.now() + leaseMs)).catch(() => {})
  }, leaseMs / 3)
  renew.unref()
  const recur = () =>
    recurringIn(database, options).catch((error: Error) => options.log(`recurring work: ${error.message}`))
  const recurring = setInterval(() => void recur(), 60_000)
  recurring.unref()
  void recur()
  const looping = loop().catch(() => {})

  return {
    async stop(patience = 8_000) {
      clearInterval(recurring)
      stopped.abort()
      await looping
      await Promise.race([Promise.all(running.values()), sleep(patience, undefined, { ref: false })])
      const left = [...running]
      ending.abort()
      for (const [job] of left) await handBack(database, job, who).catch(() => {})
      clearInterval(renew)
    },
  }
}

async function recurringIn(database: Database, options: WorkerOptions): Promise<void> {
  const { recurring = [], counties } = options
  if (recurring.length === 0 || !counties) return
  const now = new Date()
  await enqueueRecurring(
    database,
    await counties(),
    recurring.map(({ kind, next }) => ({ kind, dueAt: next(now) })),
  )
}

/** A kind whose jobs are slow just now takes no more than its own room. */
function kindsWithRoom(kinds: JobKinds, running: readonly JobRow[]): string[] {
  const count = (kind: string) => running.filter((job) => job.kind === kind).length
  return [...kinds].flatMap(([kind, { atOnce }]) =>
    count(kind) < (atOnce ?? Number.POSITIVE_INFINITY) ? [kind] : [],
  )
}

interface How {
  who: string
  now: Date
  signal: AbortSignal
  log(line: string): void
}

async function runOne(database: Database, kinds: JobKinds, job: JobRow, how: How): Promise<void> {
  const { who, now, signal, log } = how
  const kind = kinds.get(job.kind)
  const most = kind?.mostAttempts ?? usualAttempts
  try {
    // Its process ended each time: whatever it does, it is not tried for ever.
    if (!kind || job.attempts > most) throw new Error('the process ended while at it')
    await kind.run({ county: job.county, payload: job.payload, attempt: job.attempts, now, signal })
    await finishJob(database, job, who)
  } catch (error) {
    if (signal.aborted) return
    const words = ((error as Error).message || String(error)).slice(0, errorLength)
    const again = job.attempts >= most ? null : new Date(now.getTime() + backoff(job.attempts))
    log(`job ${job.kind}, attempt ${job.attempts}: ${words}${again ? '' : ' (given up)'}`)
    await failJob(database, job, who, { error: words, again })
  }
}

/**
 * Does all that is due at `now`, one job after the other, also what that leads to, and returns how many it did. For
 * tests, and for whoever wants to see the end of it. `asDue` does each as if it were done in time: a demo has a past.
 */
export async function workThrough(
  database: Database,
  kinds: JobKinds,
  options: { now?: Date; asDue?: boolean; log?(line: string): void } = {},
): Promise<number> {
  const who = `through ${newId()}`
  const { now = new Date(), log = () => {} } = options
  const { signal } = new AbortController()
  for (let done = 0; ; done += 1) {
    const claim = { who, kinds: [...kinds.keys()], limit: 1, leaseMs: usual.leaseMs, now }
    const [job] = await claimJobs(database, claim)
    if (!job) return done
    const at = options.asDue ? new Date(job.dueAt) : now
    await runOne(database, kinds, job, { who, now: at, signal, log })
  }
}
