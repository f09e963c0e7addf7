import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '#platform/auth/actor.ts'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { badInput } from '#platform/http/problems.ts'
import { matches } from '#platform/search/search-terms.ts'
import { type LampState, runningStates } from './followup.ts'
import type { FollowupFilter } from './followup-shapes.ts'
import {
  followupColumns,
  followupsByIds,
  type FollowupRow,
  type FollowupTables,
  within,
} from './followup-store.ts'

/** Counting stops here: beyond it a page says "more than 10,000". */
export const mostCounted = 10_000

/** What a list's filter means for one viewer today. */
export interface Question {
  filter: Partial<FollowupFilter>
  reach: Reach
  today: Day
  nearDay: Day
  /** The viewer's own organisations, for `mine`. */
  own: readonly string[]
}

const list = (tx: Tx) => tx.withTables<FollowupTables>().selectFrom('followupList')
const running = sql`state = any(${[...runningStates]}::text[])`

/** The lamps in SQL, in the same words as `lampOf`: days are compared, never computed here. */
function lampIs(lamp: LampState, { today, nearDay }: Question): RawBuilder<boolean> {
  switch (lamp) {
    case 'done':
      return sql`state = 'closed'`
    case 'waiting':
      return sql`state in ('open', 'closing')`
    case 'none':
      return sql`(state = 'withdrawn' or (${running} and due_day is null))`
    case 'overdue':
      return sql`(${running} and due_key < ${today}::date)`
    case 'near':
      return sql`(${running} and due_key between ${today}::date and ${nearDay}::date)`
    case 'ontime':
      return sql`(${running} and due_key > ${nearDay}::date and due_day is not null)`
  }
}

function conditions(question: Question): RawBuilder<boolean> {
  const { filter, reach, own } = question
  const parts: RawBuilder<boolean>[] = [within(reach)]
  if (filter.q) parts.push(matches(sql.ref('terms'), filter.q))
  if (filter.state?.length) parts.push(sql`state = any(${filter.state}::text[])`)
  if (filter.lamp?.length) {
    const lamps = filter.lamp.map((lamp) => lampIs(lamp, question))
    parts.push(sql`(${sql.join(lamps, sql` or `)})`)
  }
  if (filter.lead?.length) parts.push(sql`lead = any(${filter.lead}::uuid[])`)
  if (filter.supporting?.length) {
    parts.push(sql`involved && ${filter.supporting}::uuid[] and supporting && ${filter.supporting}::uuid[]`)
  }
  if (filter.mine) parts.push(sql`involved && ${[...own]}::uuid[]`)
  if (filter.visit) parts.push(sql`visit = ${filter.visit}::uuid`)
  if (filter.request) parts.push(sql`request = ${filter.request}::uuid`)
  if (filter.force?.length) parts.push(sql`force = any(${filter.force}::text[])`)
  if (filter.kind) parts.push(sql`kind = ${filter.kind}`)
  if (filter.theme) parts.push(sql`theme = ${filter.theme}`)
  if (filter.due_from) parts.push(sql`due_day >= ${filter.due_from}::date`)
  if (filter.due_to) parts.push(sql`due_day <= ${filter.due_to}::date`)
  return sql.join<boolean>(parts, sql` and `)
}

interface Sort {
  order: RawBuilder<unknown>
  cursor: RegExp
  after(key: string, id: string): RawBuilder<boolean>
  keyOf(row: FollowupRow): string
}

const sorts: Record<FollowupFilter['sort'], Sort> = {
  due: {
    order: sql`due_key, id`,
    cursor: /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/,
    after: (key: string, id: string) => sql<boolean>`(due_key, id) > (${key}::date, ${id}::uuid)`,
    keyOf: (row: FollowupRow) => `${row.dueKey}/${row.id}`,
  },
  number: {
    order: sql`number_key desc`,
    cursor: /^(\d{11,13})$/,
    after: (key: string) => sql<boolean>`number_key < ${key}::bigint`,
    keyOf: (row: FollowupRow) => String(row.numberKey),
  },
  updated: {
    order: sql`updated_at desc, id desc`,
    cursor: /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)\/([0-9a-f-]{36})$/,
    after: (key: string, id: string) => sql<boolean>`(updated_at, id) < (${key}::timestamptz, ${id}::uuid)`,
    keyOf: (row: FollowupRow) => `${row.updatedAt}/${row.id}`,
  },
}

export interface Page {
  rows: FollowupRow[]
  /** The cursor of the page after this one; null at the end. */
  next: string | null
}

interface Wanted {
  after?: string
  limit: number
}

/** A page and how many there are in all: exact up to `mostCounted`, one more than that stands for more. */
export async function listFollowups(
  tx: Tx,
  question: Question,
  wanted: Wanted,
): Promise<Page & { total: number }> {
  if (question.filter.q) return searchFollowups(tx, question, wanted)
  const page = await pageOfFollowups(tx, question, wanted)
  // A first page that holds everything is its own count.
  const whole = wanted.after === undefined && page.next === null
  return { ...page, total: whole ? page.rows.length : await countFollowups(tx, question) }
}

/** One page by keyset: as quick at the end of the list as at its beginning. */
export async function pageOfFollowups(tx: Tx, question: Question, wanted: Wanted): Promise<Page> {
  const sort = sorts[question.filter.sort ?? 'due']
  let query = list(tx)
    .select(followupColumns)
    .where(conditions(question))
    .orderBy(sort.order)
    .limit(wanted.limit + 1)
  const after = afterCursor(sort, wanted.after)
  if (after) query = query.where(after)
  return pageOf(await query.execute(), sort, wanted.limit)
}

function afterCursor(sort: Sort, text: string | undefined): RawBuilder<boolean> | null {
  if (text === undefined) return null
  const cursor = sort.cursor.exec(text)
  if (!cursor) throw badInput([{ path: 'after', message: 'cursor' }])
  return sort.after(cursor[1] ?? '', cursor[2] ?? '')
}

function pageOf(rows: FollowupRow[], sort: Sort, limit: number): Page {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? sort.keyOf(last) : null }
}

async function countFollowups(tx: Tx, question: Question): Promise<number> {
  const counted = list(tx)
    .select(sql<number>`1`.as('one'))
    .where(conditions(question))
    .limit(mostCounted + 1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${counted}) as counted`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/**
 * A search takes its hits once, for the page and for the count, by the index of words alone: PostgreSQL does not know
 * what it costs to fetch the words of a row, and would fetch those of every row. Words so common that the hits are cut
 * short are rather met on the way along the list's order.
 */
async function searchFollowups(
  tx: Tx,
  question: Question,
  wanted: Wanted,
): Promise<Page & { total: number }> {
  const sort = sorts[question.filter.sort ?? 'due']
  const hits = list(tx)
    .select(['id', 'dueKey', 'numberKey', 'updatedAt'])
    .where(conditions(question))
    .limit(mostCounted + 1)
  const after = afterCursor(sort, wanted.after) ?? sql<boolean>`true`
  await sql.raw('set local enable_seqscan = off; set local enable_indexscan = off').execute(tx)
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with hits as materialized (${hits})
    select (select count(*)::int from hits) as total,
      array(select id from hits where ${after} order by ${sort.order} limit ${wanted.limit + 1}) as ids`.execute(
    tx,
  )
  const { total, ids } = rows[0] ?? { total: 0, ids: [] }
  if (total > mostCounted) {
    await sql.raw('set local enable_seqscan = on; set local enable_indexscan = on').execute(tx)
    return { ...(await pageOfFollowups(tx, question, wanted)), total }
  }
  const found = new Map((await followupsByIds(tx, ids, question.reach)).map((row) => [row.id, row]))
  return {
    ...pageOf(
      ids.flatMap((id) => found.get(id) ?? []),
      sort,
      wanted.limit,
    ),
    total,
  }
}

/** The organisations that lead what the filter leaves, the busiest first. */
export async function leadsOfFollowups(tx: Tx, question: Question): Promise<{ id: string; count: number }[]> {
  const rows = await list(tx)
    .select(['lead as id', sql<number>`count(*)::int`.as('count')])
    .where(conditions(question))
    .where('lead', 'is not', null)
    .groupBy('lead')
    .orderBy('count', 'desc')
    .orderBy('lead')
    .limit(200)
    .execute()
  return rows.flatMap(({ id, count }) => (id ? [{ id, count }] : []))
}
