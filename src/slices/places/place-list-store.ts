import { type NotNull, type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { matches } from '#platform/search/search-terms.ts'
import type { PlaceKind } from './place.ts'
import type { PlaceFilter } from './place-contract.ts'
import { placeColumns, type PlaceRow, type PlaceTables } from './place-store.ts'

/** Counting stops here: beyond it a page says "more than 10,000". */
export const mostCounted = 10_000

/** What a list's filter means for one viewer. */
export interface Question {
  filter: Partial<PlaceFilter>
  /** The viewer's own organisations, for `mine`. */
  own: readonly string[]
}

export interface Page {
  rows: PlaceRow[]
  /** The last id of this page where another one follows. */
  next: string | null
}

interface Wanted {
  after?: string
  limit: number
}

const list = (tx: Tx) => tx.withTables<PlaceTables>().selectFrom('placeList')

function conditions({ filter, own }: Question): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = []
  const { q, kind, keeper, mine, area, parent, state = 'open' } = filter
  if (state === 'open') parts.push(sql`closed_at is null`)
  if (state === 'closed') parts.push(sql`closed_at is not null`)
  if (q) parts.push(matches(sql.ref('terms'), q))
  if (kind?.length) parts.push(oneOf('kind', kind, 'text'))
  if (keeper?.length) parts.push(oneOf('keeper', keeper, 'uuid'))
  if (mine) parts.push(oneOf('keeper', own, 'uuid'))
  if (area) parts.push(area.length === 9 ? sql`township = ${area}` : sql`village = ${area}`)
  if (parent === 'top') parts.push(sql`parent is null`)
  else if (parent) parts.push(sql`parent = ${parent}::uuid`)
  return parts.length > 0 ? sql.join<boolean>(parts, sql` and `) : sql<boolean>`true`
}

/** One value is asked for by equality: only then does an index give its rows in the order of the list. */
function oneOf(column: string, values: readonly string[], type: 'text' | 'uuid'): RawBuilder<boolean> {
  const [only] = values
  const as = sql.raw(type)
  if (values.length === 1) return sql`${sql.ref(column)} = ${only}::${as}`
  return sql`${sql.ref(column)} = any(${[...values]}::${as}[])`
}

/** Behind the row with this id, in the order of the list; a place that is not there has nothing behind it. */
function behind(after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`
  return sql<boolean>`(name_order, id) > (
    (select l.name_order from place_list l where l.id = ${after}::uuid), ${after}::uuid)`
}

const order = sql`name_order, id`

/** A page and how many there are in all: exact up to `mostCounted`, one more than that stands for more. */
export async function listPlaces(
  tx: Tx,
  question: Question,
  wanted: Wanted,
): Promise<Page & { total: number }> {
  if (question.filter.q) return searchPlaces(tx, question, wanted)
  const page = await pageOfPlaces(tx, question, wanted)
  const whole = wanted.after === undefined && page.next === null
  return { ...page, total: whole ? page.rows.length : await countPlaces(tx, question) }
}

/** One page by keyset: as quick at the end of the list as at its beginning. */
export async function pageOfPlaces(tx: Tx, question: Question, { after, limit }: Wanted): Promise<Page> {
  const rows = await list(tx)
    .select(placeColumns)
    .where(conditions(question))
    .where(behind(after))
    .orderBy(order)
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

function pageOf(rows: readonly PlaceRow[], limit: number): Page {
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

async function countPlaces(tx: Tx, question: Question): Promise<number> {
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
 * what it costs to fetch the words of a row. Words so common that the hits are cut short are met along the order.
 */
async function searchPlaces(
  tx: Tx,
  question: Question,
  { after, limit }: Wanted,
): Promise<Page & { total: number }> {
  const hits = list(tx)
    .select(['id', 'nameOrder'])
    .where(conditions(question))
    .limit(mostCounted + 1)
  await sql.raw('set local enable_seqscan = off; set local enable_indexscan = off').execute(tx)
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with hits as materialized (${hits})
    select (select count(*)::int from hits) as total,
      array(select id from hits where ${behindHit(after)} order by ${order} limit ${limit + 1}) as ids`.execute(
    tx,
  )
  await sql.raw('set local enable_seqscan = on; set local enable_indexscan = on').execute(tx)
  const { total, ids } = rows[0] ?? { total: 0, ids: [] }
  if (total > mostCounted) return { ...(await pageOfPlaces(tx, question, { after, limit })), total }
  const found = await list(tx)
    .select(placeColumns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy(order)
    .execute()
  return { ...pageOf(found, limit), total }
}

function behindHit(after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`
  return sql<boolean>`(name_order, id) > (
    (select h.name_order from hits h where h.id = ${after}::uuid), ${after}::uuid)`
}

/** How many places are open and closed, and the open ones by kind, keeper and village. */
export async function countsOfPlaces(tx: Tx): Promise<{
  open: number
  closed: number
  kinds: { kind: PlaceKind; count: number }[]
  keepers: { id: string; count: number }[]
  townships: { code: string; count: number }[]
}> {
  const count = sql<number>`count(*)::int`.as('count')
  const open = list(tx).where('closedAt', 'is', null)
  const kinds = await open.select(['kind', count]).groupBy('kind').execute()
  const keepers = await open
    .select(['keeper as id', count])
    .groupBy('keeper')
    .orderBy('count', 'desc')
    .orderBy('keeper')
    .limit(200)
    .execute()
  const townships = await open
    .select(['township as code', count])
    .where('township', 'is not', null)
    .$narrowType<{ code: NotNull }>()
    .groupBy('township')
    .orderBy('township')
    .execute()
  const closed = await list(tx).select(count).where('closedAt', 'is not', null).executeTakeFirst()
  return {
    open: kinds.reduce((sum, one) => sum + one.count, 0),
    closed: closed?.count ?? 0,
    kinds,
    keepers,
    townships,
  }
}
