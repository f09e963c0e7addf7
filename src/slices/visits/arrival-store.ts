import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { itemsOf, type Known, type KnownRef, type VisitContent } from './visit.ts'

/** That a confirmed visit came to a place or an organisation of the county, under which names. */
interface Arrival {
  county: string
  visit: string
  kind: KnownRef['kind']
  known: string
  by: Known['by']
  names: string[]
  /** Of the visit, or of its confirmation where nobody knows it. */
  day: string
}

const tables = (tx: Tx) => tx.withTables<{ visitArrivals: Arrival }>()

/** Where a visit came to: one row for each place or organisation, however many of its sites are it. */
export function arrivalsIn(county: string, visit: string, content: VisitContent, day: string): Arrival[] {
  const linked = itemsOf(content, 'site').flatMap(({ item: { name, known } }) =>
    known ? { name, known } : [],
  )
  return [...Map.groupBy(linked, ({ known }) => `${known.kind} ${known.id}`).values()].flatMap((sites) => {
    const [first] = sites
    if (!first) return []
    const { kind, id, by } = first.known
    const names = [...new Set(sites.map(({ name }) => name))]
    return { county, visit, kind, known: id, by, names, day }
  })
}

export async function insertArrivals(tx: Tx, rows: readonly Arrival[]): Promise<void> {
  if (rows.length === 0) return
  await tables(tx)
    .insertInto('visitArrivals')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Where one visit came to. */
export function arrivalsOf(
  tx: Tx,
  visit: string,
): Promise<Pick<Arrival, 'kind' | 'known' | 'by' | 'names'>[]> {
  return tables(tx)
    .selectFrom('visitArrivals')
    .select(['kind', 'known', 'by', 'names'])
    .where('visit', '=', visit)
    .execute()
}

/** The confirmed visits that came somewhere, the last one first. `after` is the last row of the page before. */
export function visitsThatCame(
  tx: Tx,
  to: KnownRef,
  { after, limit }: { after?: { day: string; visit: string }; limit: number },
): Promise<Pick<Arrival, 'visit' | 'day' | 'names'>[]> {
  let query = tables(tx)
    .selectFrom('visitArrivals')
    .select(['visit', 'day', 'names'])
    .where('kind', '=', to.kind)
    .where('known', '=', to.id)
    .orderBy('day', 'desc')
    .orderBy('visit', 'desc')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(day, visit) < (${after.day}::date, ${after.visit}::uuid)`)
  return query.execute()
}

export async function countVisitsThatCame(tx: Tx, to: KnownRef): Promise<number> {
  const { n } = await tables(tx)
    .selectFrom('visitArrivals')
    .select(sql<number>`count(*)`.as('n'))
    .where('kind', '=', to.kind)
    .where('known', '=', to.id)
    .executeTakeFirstOrThrow()
  return n
}

/** Those of the places and organisations that a confirmed visit came to. */
export async function visitedAmong(tx: Tx, kind: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('visitArrivals')
    .select('known')
    .distinct()
    .where(sql<boolean>`kind = ${kind}`)
    .where('known', 'in', ids)
    .execute()
  return rows.map(({ known }) => known)
}
