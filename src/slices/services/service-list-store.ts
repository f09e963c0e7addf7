import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { servicesWith } from './directory-store.ts'
import { type Freshness, lastChecks, type ServiceCategory } from './service.ts'
import type { ServiceFilter } from './service-contract.ts'
import { serviceColumns, type ServiceRow, type ServiceTables, withPlaces } from './service-store.ts'

/** Counting stops here: beyond it a page says "more than 10,000". */
export const mostCounted = 10_000

/** What a list's filter means for one viewer on one day. */
export interface Question {
  filter: Partial<ServiceFilter>
  /** The viewer's own organisations, for `mine`. */
  own: readonly string[]
  today: Day
  freshness: Freshness
}

interface Wanted {
  after?: string
  limit: number
}

const services = (tx: Tx) => tx.withTables<ServiceTables>().selectFrom('services')

function conditions({ filter, own, today, freshness }: Question, hits: readonly string[] | null) {
  const { category, keeper, mine, place } = filter
  const parts = [stateIs(filter.state ?? 'open', lastChecks(today, freshness))]
  if (hits) parts.push(sql`id = any(${[...hits]}::uuid[])`)
  if (category?.length) parts.push(oneOf('category', category, 'text'))
  if (keeper?.length) parts.push(oneOf('keeper', keeper, 'uuid'))
  if (mine) parts.push(oneOf('keeper', own, 'uuid'))
  if (place) {
    parts.push(sql`id in (select at.service from service_places at where at.place = ${place}::uuid)`)
  }
  return sql.join<boolean>(parts, sql` and `)
}

function stateIs(state: ServiceFilter['state'], { stale, hidden }: { stale: Day; hidden: Day }) {
  const offered = sql<boolean>`withdrawn_at is null`
  switch (state) {
    case 'open':
      return offered
    case 'fresh':
      return sql<boolean>`${offered} and checked_on > ${stale}::date`
    case 'stale':
      return sql<boolean>`${offered} and checked_on <= ${stale}::date and checked_on > ${hidden}::date`
    case 'hidden':
      return sql<boolean>`${offered} and checked_on <= ${hidden}::date`
    case 'unchecked':
      return sql<boolean>`${offered} and checked_on <= ${stale}::date`
    case 'withdrawn':
      return sql<boolean>`withdrawn_at is not null`
    case 'all':
      return sql<boolean>`true`
  }
}

/** One value is asked for by equality: only then does an index give its rows in the order of the list. */
function oneOf(column: string, values: readonly string[], type: 'text' | 'uuid'): RawBuilder<boolean> {
  const [only] = values
  const as = sql.raw(type)
  if (values.length === 1) return sql`${sql.ref(column)} = ${only}::${as}`
  return sql`${sql.ref(column)} = any(${[...values]}::${as}[])`
}

/** The longest unchecked first where that is asked for; else by pinyin. */
function orderOf({ filter }: Question) {
  return sql.raw(filter.state === 'unchecked' ? 'checked_on' : 'name_order')
}

/** One page by keyset and how many there are in all: exact up to `mostCounted`, one more stands for more. */
export async function listServices(
  tx: Tx,
  question: Question,
  { after, limit }: Wanted,
): Promise<{ rows: ServiceRow[]; next: string | null; total: number }> {
  const { q } = question.filter
  const hits = q ? await servicesWith(tx, q, mostCounted + 1) : null
  const where = conditions(question, hits)
  const order = orderOf(question)
  const behind = after
    ? sql<boolean>`(${order}, id) > ((select l.${order} from services l where l.id = ${after}::uuid), ${after}::uuid)`
    : sql<boolean>`true`
  const cards = await services(tx)
    .select(serviceColumns)
    .where(where)
    .where(behind)
    .orderBy(sql`${order}, id`)
    .limit(limit + 1)
    .execute()
  const shown = cards.slice(0, limit)
  const next = cards.length > limit ? (shown.at(-1)?.id ?? null) : null
  const whole = after === undefined && next === null
  const total = whole ? shown.length : await count(tx, where)
  return { rows: await withPlaces(tx, shown), next, total }
}

async function count(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  const counted = services(tx)
    .select(sql<number>`1`.as('one'))
    .where(where)
    .limit(mostCounted + 1)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${counted}) as counted`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** How many cards stand how, and the open ones by category and keeper. */
export async function countsOfServices(tx: Tx, question: Omit<Question, 'filter'>) {
  const { stale, hidden } = lastChecks(question.today, question.freshness)
  const { rows } = await sql<{
    fresh: number
    stale: number
    hidden: number
    withdrawn: number
    mineUnchecked: number
  }>`
    select
      count(*) filter (where withdrawn_at is null and checked_on > ${stale}::date)::int as fresh,
      count(*) filter (where withdrawn_at is null and checked_on <= ${stale}::date and checked_on > ${hidden}::date)::int as stale,
      count(*) filter (where withdrawn_at is null and checked_on <= ${hidden}::date)::int as hidden,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where withdrawn_at is null and checked_on <= ${stale}::date
        and keeper = any(${[...question.own]}::uuid[]))::int as mine_unchecked
    from services`.execute(tx)
  const open = services(tx).where('withdrawnAt', 'is', null)
  const number = sql<number>`count(*)::int`.as('count')
  const categories: { category: ServiceCategory; count: number }[] = await open
    .select(['category', number])
    .groupBy('category')
    .execute()
  const keepers = await open
    .select([
      'keeper as id',
      number,
      sql<number>`(count(*) filter (where checked_on <= ${stale}::date))::int`.as('unchecked'),
    ])
    .groupBy('keeper')
    .orderBy('count', 'desc')
    .orderBy('keeper')
    .limit(200)
    .execute()
  const states = rows[0] ?? { fresh: 0, stale: 0, hidden: 0, withdrawn: 0, mineUnchecked: 0 }
  return { ...states, categories, keepers }
}

/** Which of the cards that the public sees: of a category, of one who gives them, among ids. */
export interface PublicFilter {
  /** The last day of a check with which a card is hidden. */
  hidden: Day
  category?: ServiceCategory
  keeper?: string
  ids?: readonly string[]
}

function seenByAll(tx: Tx, { hidden, category, keeper, ids }: PublicFilter) {
  let query = services(tx).where('withdrawnAt', 'is', null).where('checkedOn', '>', hidden)
  if (category) query = query.where('category', '=', category)
  if (keeper) query = query.where('keeper', '=', keeper)
  if (ids) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
  return query
}

/** Those cards by pinyin, behind the one with the id `after`, or behind the first `offset`. */
export async function publicCards(
  tx: Tx,
  filter: PublicFilter,
  { after, offset = 0, limit }: { after?: string; offset?: number; limit: number },
): Promise<ServiceRow[]> {
  let query = seenByAll(tx, filter)
    .select(serviceColumns)
    .orderBy('nameOrder')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
  if (after) {
    query = query.where(
      sql<boolean>`(name_order, id) > ((select l.name_order from services l where l.id = ${after}::uuid), ${after}::uuid)`,
    )
  }
  return withPlaces(tx, await query.execute())
}

export async function countPublicCards(tx: Tx, filter: PublicFilter): Promise<number> {
  const row = await seenByAll(tx, filter).select(sql<number>`count(*)::int`.as('n')).executeTakeFirst()
  return row?.n ?? 0
}

export function publicCategories(
  tx: Tx,
  filter: PublicFilter,
): Promise<{ category: ServiceCategory; count: number }[]> {
  return seenByAll(tx, filter)
    .select(['category', sql<number>`count(*)::int`.as('count')])
    .groupBy('category')
    .execute()
}

/** Who gives a service that the public sees. */
export async function publicKeepers(tx: Tx, filter: PublicFilter): Promise<string[]> {
  const rows = await seenByAll(tx, filter).select('keeper').distinct().orderBy('keeper').execute()
  return rows.map(({ keeper }) => keeper)
}

/** Which of those cards are given at which open place, in a fixed order; or the one pair of an id. */
export async function publicPairs(
  tx: Tx,
  filter: PublicFilter,
  id?: string,
): Promise<{ service: string; place: string }[]> {
  const pairs = tx
    .withTables<ServiceTables & { servicePlaces: { id: string } }>()
    .selectFrom('servicePlaces')
    .select(['service', 'place'])
    .where('service', 'in', seenByAll(tx, filter).select('id'))
    .where(sql<boolean>`place in (select d.id from directory_list d where d.kind = 'place' and d.live)`)
    .orderBy('service')
    .orderBy('place')
  return (id ? pairs.where('id', '=', id) : pairs).execute()
}
