import type { Text } from '../i18n/messages.ts'

/** What a handler has in hand. It opens transactions of its own, short ones: none stays open while it waits. */
export interface JobRun {
  county: string
  /** As it was given to `enqueue`. */
  payload: Record<string, unknown>
  /** The first attempt is 1. */
  attempt: number
  now: Date
  /** Aborted when the process ends and will not wait any longer. */
  signal: AbortSignal
}

/** How one kind of job is done. A handler may run twice for the same job: a process can end between deed and word. */
export interface JobKind {
  name: Text
  run(job: JobRun): Promise<void>
  /** How many of this kind one process does at once; so that a slow kind never takes the room of the others. */
  atOnce?: number
  /** After so many attempts it is dead, and a person looks. */
  mostAttempts?: number
}

/** Work that comes by itself, once in each county. */
export interface RecurringJob {
  kind: string
  /** The next moment at which it is due, after `now`. */
  next(now: Date): Date
}

export type JobKinds = ReadonlyMap<string, JobKind>

export const usualAttempts = 8
const shortest = 15_000
const longest = 3_600_000

/** How long to wait after so many failed attempts (ms): 15 s, 30 s, 1 min … an hour at most. */
export function backoff(attempts: number): number {
  return Math.min(longest, shortest * 2 ** Math.max(0, attempts - 1))
}
