import { type RawBuilder, sql } from 'kysely'
import { asSystem, type Database, type Tx } from '../db/database.ts'
import { newId } from '../records/new-id.ts'

export interface JobRow {
  county: string
  id: string
  kind: string
  payload: Record<string, unknown>
  attempts: number
  dueAt: string
}

export interface DeadJob {
  id: string
  kind: string
  attempts: number
  error: string | null
  at: string
}

type JobTables = {
  jobs: {
    county: string | RawBuilder<string>
    id: string
    kind: string
    key: string | null
    payload: string
    state: 'waiting' | 'running' | 'dead'
    dueAt: string | Date | RawBuilder<Date>
    attempts: number
    claimedBy: string | null
    claimedUntil: Date | null
    error: string | null
    at: string | Date
  }
}

const tables = (tx: Tx) => tx.withTables<JobTables>()

export interface NewJob {
  kind: string
  payload?: Record<string, unknown>
  /** Left out: at once. */
  dueAt?: Date
  /** While one of this kind and key waits, another is not needed: the earlier of both moments counts. */
  key?: string
  now?: Date
}

/** Asks for work in the county of this transaction: it is there when the transaction is, and not before. */
export async function enqueue(tx: Tx, job: NewJob): Promise<void> {
  const now = job.now ?? new Date()
  const due = job.dueAt ?? now
  await tables(tx)
    .insertInto('jobs')
    .values({
      county: sql<string>`current_setting('app.county')`,
      id: newId(now),
      kind: job.kind,
      key: job.key ?? null,
      payload: JSON.stringify(job.payload ?? {}),
      state: 'waiting',
      dueAt: due,
      attempts: 0,
      claimedBy: null,
      claimedUntil: null,
      error: null,
      at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county', 'kind', 'key'])
        .where(sql<boolean>`key is not null and state = 'waiting'`)
        .doUpdateSet({ dueAt: sql<Date>`least(jobs.due_at, excluded.due_at)` }),
    )
    .execute()
}

/** Makes sure that recurring work waits in each county; where it does already, nothing changes. */
export async function enqueueRecurring(
  database: Database,
  counties: readonly string[],
  jobs: readonly { kind: string; dueAt: Date }[],
): Promise<void> {
  const rows = counties.flatMap((county) =>
    jobs.map(({ kind, dueAt }) => ({
      county,
      id: newId(),
      kind,
      key: 'recurring',
      payload: '{}',
      state: 'waiting' as const,
      dueAt,
      attempts: 0,
      claimedBy: null,
      claimedUntil: null,
      error: null,
      at: new Date(),
    })),
  )
  if (rows.length === 0) return
  await asSystem(database, (tx) =>
    tables(tx)
      .insertInto('jobs')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

export interface Claim {
  who: string
  /** The kinds that there is room for, and how much. */
  kinds: readonly string[]
  limit: number
  leaseMs: number
  now: Date
}

/**
 * Takes jobs for one process: those that are due, and those whose process ended while at them (their lease has run
 * out). Others that claim at the same time take other ones.
 */
export function claimJobs(database: Database, claim: Claim): Promise<JobRow[]> {
  const { who, kinds, limit, leaseMs, now } = claim
  const until = new Date(now.getTime() + leaseMs)
  return asSystem(database, async (tx) => {
    const { rows } = await sql<JobRow>`
      with taken as (
        select county, id from jobs
        where kind = any(${[...kinds]}::text[])
          and ((state = 'waiting' and due_at <= ${now}) or (state = 'running' and claimed_until < ${now}))
        order by due_at limit ${limit} for update skip locked
      )
      update jobs set state = 'running', attempts = attempts + 1, claimed_by = ${who}, claimed_until = ${until}
      from taken where jobs.county = taken.county and jobs.id = taken.id
      returning jobs.county, jobs.id, jobs.kind, jobs.payload, jobs.attempts, jobs.due_at as "dueAt"`.execute(
      tx,
    )
    return rows
  })
}

/** Keeps what this process is at from being taken by another. */
export async function renewLeases(database: Database, who: string, until: Date): Promise<void> {
  await asSystem(database, (tx) =>
    tables(tx)
      .updateTable('jobs')
      .set({ claimedUntil: until })
      .where('claimedBy', '=', who)
      .where('state', '=', 'running')
      .execute(),
  )
}

/** A claim that another process has taken over meanwhile is no longer ours to end. */
const mine = (job: JobRow, who: string) =>
  sql<boolean>`county = ${job.county} and id = ${job.id}::uuid and state = 'running'
    and claimed_by = ${who} and attempts = ${job.attempts}`

/** It is done: the row goes. */
export async function finishJob(database: Database, job: JobRow, who: string): Promise<void> {
  await asSystem(database, (tx) => tables(tx).deleteFrom('jobs').where(mine(job, who)).execute())
}

/** It failed: it waits for the next attempt, or is dead. Where another one of its key waits already, that one will do. */
export async function failJob(
  database: Database,
  job: JobRow,
  who: string,
  how: { error: string; again: Date | null },
): Promise<void> {
  const { error, again } = how
  const change = { claimedBy: null, claimedUntil: null, error }
  try {
    await asSystem(database, (tx) =>
      tables(tx)
        .updateTable('jobs')
        .set(again ? { ...change, state: 'waiting', dueAt: again } : { ...change, state: 'dead' })
        .where(mine(job, who))
        .execute(),
    )
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== '23505') throw thrown
    await finishJob(database, job, who)
  }
}

/** What a process puts down unfinished when it ends: another one takes it at once, and the attempt does not count. */
export async function handBack(database: Database, job: JobRow, who: string): Promise<void> {
  await asSystem(database, (tx) =>
    tables(tx)
      .updateTable('jobs')
      .set({ claimedUntil: new Date(0), attempts: job.attempts - 1 })
      .where(mine(job, who))
      .execute(),
  )
}

/** What failed for good and waits for a person, the newest first. */
export function deadJobs(tx: Tx, limit: number): Promise<DeadJob[]> {
  return tables(tx)
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'error', sql<string>`at`.as('at')])
    .where('state', '=', 'dead')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export function deadJobsByIds(tx: Tx, ids: readonly string[]): Promise<DeadJob[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'error', sql<string>`at`.as('at')])
    .where('state', '=', 'dead')
    .where('id', 'in', ids)
    .execute()
}

/** Lets a dead one live again. Where one of its key waits already, that one will do. */
export async function reviveJob(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`with twin as (
      select 1 from jobs waiting join jobs dead on dead.county = waiting.county and dead.kind = waiting.kind
        and dead.key = waiting.key where dead.id = ${id}::uuid and waiting.state = 'waiting')
    update jobs set state = 'waiting', due_at = ${now}, attempts = 0
    where id = ${id}::uuid and state = 'dead' and not exists (select from twin)`.execute(tx)
  await dropDeadJob(tx, id)
}

export async function dropDeadJob(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('jobs').where('id', '=', id).where('state', '=', 'dead').execute()
}

const deadKeptFor = 90 * 24 * 3_600_000

/** Forgets what nobody has looked at for three months. */
export async function tidyJobs(database: Database, now: Date): Promise<void> {
  await asSystem(database, (tx) =>
    tables(tx)
      .deleteFrom('jobs')
      .where('state', '=', 'dead')
      .where('at', '<', new Date(now.getTime() - deadKeptFor))
      .execute(),
  )
}

/** When the next job of these kinds is due, or null. */
export function nextDue(database: Database, kinds: readonly string[]): Promise<Date | null> {
  return asSystem(database, async (tx) => {
    const { rows } = await sql<{ due: string | null }>`select min(due_at) as due from jobs
      where state = 'waiting' and kind = any(${[...kinds]}::text[])`.execute(tx)
    const due = rows[0]?.due
    return due ? new Date(due) : null
  })
}
