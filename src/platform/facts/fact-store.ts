import { sql } from 'kysely'
import type { Reach } from '../auth/actor.ts'
import type { Tx } from '../db/database.ts'
import type { FactDefinition } from './fact.ts'

/** Which facts are summed: a period, and the organisations that the actor's permission reaches. */
export interface FactFilter {
  from?: string
  to?: string
  reach: Reach
}

const source = (fact: FactDefinition) => sql.table(fact.view)

function conditions({ from, to, reach }: FactFilter) {
  const parts = [sql<boolean>`true`]
  if (from) parts.push(sql`day >= ${from}`)
  if (to) parts.push(sql`day <= ${to}`)
  if (reach !== 'county') parts.push(sql`organisation = any(${[...reach]}::uuid[])`)
  return sql.join(parts, sql` and `)
}

/** Every figure is this sum, and nothing else. */
export async function sumOf(
  tx: Tx,
  fact: FactDefinition,
  filter: FactFilter,
): Promise<{ total: number; records: number }> {
  const { rows } = await sql<{ total: string; records: number }>`
    select coalesce(sum(amount), 0)::text as total, count(distinct record_id) as records
    from ${source(fact)} where ${conditions(filter)}`.execute(tx)
  return { total: Number(rows[0]?.total ?? 0), records: rows[0]?.records ?? 0 }
}

/** The sum of each month that has facts, the latest 24 of them, in the order of time. */
export async function monthsOf(
  tx: Tx,
  fact: FactDefinition,
  filter: FactFilter,
): Promise<{ month: string; amount: number }[]> {
  const { rows } = await sql<{ month: string; amount: string }>`
    select to_char(day, 'YYYY-MM') as month, sum(amount)::text as amount
    from ${source(fact)} where ${conditions(filter)} group by 1 order by 1 desc limit 24`.execute(tx)
  return rows.map(({ month, amount }) => ({ month, amount: Number(amount) })).reverse()
}

/** The rows behind a figure, newest first, after a cursor `day/record`. */
export async function factsOf(
  tx: Tx,
  fact: FactDefinition,
  filter: FactFilter & { after?: string; limit: number },
): Promise<{ day: string; amount: number; recordKind: string; recordId: string }[]> {
  const [day, record] = filter.after?.split('/') ?? []
  const after = day && record ? sql`and (day, record_id) < (${day}::date, ${record}::uuid)` : sql``
  const { rows } = await sql<{ day: string; amount: string; recordKind: string; recordId: string }>`
    select day, sum(amount)::text as amount, record_kind, record_id
    from ${source(fact)} where ${conditions(filter)} ${after}
    group by day, record_kind, record_id order by day desc, record_id desc limit ${filter.limit}`.execute(tx)
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}
