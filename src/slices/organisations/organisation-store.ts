import { sql } from 'kysely'
import { asSystem, type Database, type Tx } from '#platform/db/database.ts'
import { matches, searchTerms, termsVector } from '#platform/search/search-terms.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

type OrganisationTables = {
  counties: { county: string; name: string; nameEn: string }
  organisations: {
    county: string
    id: string
    parent: string | null
    path: string[]
    kind: OrganisationKind
    name: string
    nameEn: string | null
    shortName: string
    terms: string
    at: Date
  }
  organisationNames: {
    county: string
    organisation: string
    name: string
    person: string | null
    at: Date
  }
  organisationClosures: {
    county: string
    organisation: string
    day: string
    reason: string
    person: string | null
    at: Date
  }
}

const tables = (tx: Tx) => tx.withTables<OrganisationTables>()

const select = (tx: Tx) =>
  tables(tx)
    .selectFrom('organisations as o')
    .leftJoin('organisationClosures as c', (join) =>
      join.onRef('c.county', '=', 'o.county').onRef('c.organisation', '=', 'o.id'),
    )
    .select(['o.id', 'o.parent', 'o.kind', 'o.name', 'o.nameEn', 'o.shortName', 'c.day as closedOn'])

export function organisationsByIds(tx: Tx, ids: readonly string[]): Promise<Organisation[]> {
  if (ids.length === 0) return Promise.resolve([])
  return select(tx).where('o.id', 'in', ids).execute()
}

export async function findOrganisations(
  tx: Tx,
  filter: { q?: string; parent?: string; after?: string; limit: number },
): Promise<(Organisation & { children: number })[]> {
  let query = select(tx)
    .select((o) =>
      o
        .selectFrom('organisations as child')
        .whereRef('child.parent', '=', 'o.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('children'),
    )
    .orderBy('o.id')
    .limit(filter.limit)
  if (filter.q) query = query.where(matches(sql.ref('o.terms'), filter.q))
  if (filter.parent) query = query.where('o.parent', '=', filter.parent)
  if (filter.after) query = query.where('o.id', '>', filter.after)
  return (await query.execute()).map((row) => ({ ...row, children: Number(row.children) }))
}

/** From the root down to the organisation itself, or an empty list when there is none. */
export async function pathOf(tx: Tx, organisation: string): Promise<string[]> {
  const row = await tables(tx)
    .selectFrom('organisations')
    .select('path')
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.path ?? []
}

/** For each organisation: itself and all below it, or `county` when it is the county's root. */
export async function subtreesOf(
  tx: Tx,
  organisations: readonly string[],
): Promise<Map<string, 'county' | string[]>> {
  if (organisations.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('organisations as top')
    .leftJoin('organisations as below', (join) =>
      join
        .onRef('below.county', '=', 'top.county')
        .on('top.parent', 'is not', null)
        .on(sql<boolean>`below.path @> array[top.id]`),
    )
    .select(['top.id', 'top.parent', sql<string[]>`array_agg(below.id)`.as('below')])
    .where('top.id', 'in', organisations)
    .groupBy(['top.id', 'top.parent'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.parent === null ? 'county' : row.below]))
}

export async function insertCounty(
  tx: Tx,
  county: { county: string; name: string; nameEn: string },
): Promise<void> {
  await tables(tx).insertInto('counties').values(county).execute()
}

/** The codes of the counties that stand in this database; a new one has none. */
export async function countiesHere(database: Database): Promise<string[]> {
  const rows = await asSystem(database, (tx) => tables(tx).selectFrom('counties').select('county').execute())
  return rows.map(({ county }) => county)
}

export function theCounty(tx: Tx): Promise<{ county: string; name: string; nameEn: string } | undefined> {
  return tables(tx).selectFrom('counties').selectAll().executeTakeFirst()
}

export async function insertOrganisation(
  tx: Tx,
  organisation: Omit<OrganisationTables['organisations'], 'terms'>,
): Promise<void> {
  await tables(tx)
    .insertInto('organisations')
    .values({ ...organisation, terms: termsOf(organisation) })
    .execute()
}

interface Names {
  name: string
  nameEn: string | null
  shortName: string
}

/** Writes the names, and the terms by which they and every other name are found. */
export async function updateNames(tx: Tx, organisation: { id: string } & Names): Promise<void> {
  const { id, name, nameEn, shortName } = organisation
  const names = { name, nameEn, shortName }
  const others = await otherNamesOf(tx, id)
  await tables(tx)
    .updateTable('organisations')
    .set({ ...names, terms: termsOf(names, others) })
    .where('id', '=', id)
    .execute()
}

/** What else an organisation is called, the oldest name first. */
export async function otherNamesOf(tx: Tx, organisation: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('organisationNames')
    .select('name')
    .where('organisation', '=', organisation)
    .orderBy('at')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Every name under which people look for these organisations: in full, in short, and what else they are called. */
export async function namesToFindBy(tx: Tx, organisations: readonly string[]): Promise<string[]> {
  if (organisations.length === 0) return []
  const own = await organisationsByIds(tx, organisations)
  const others = await tables(tx)
    .selectFrom('organisationNames')
    .select('name')
    .where('organisation', 'in', organisations)
    .execute()
  return [...own.flatMap((one) => [one.name, one.shortName]), ...others.map(({ name }) => name)]
}

export async function insertOtherName(tx: Tx, row: OrganisationTables['organisationNames']): Promise<void> {
  await tables(tx).insertInto('organisationNames').values(row).execute()
}

/** Takes another name away. Says whether there was one. */
export async function deleteOtherName(tx: Tx, organisation: string, name: string): Promise<boolean> {
  const gone = await tables(tx)
    .deleteFrom('organisationNames')
    .where('organisation', '=', organisation)
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst()
  return gone !== undefined
}

/**
 * Lets the county's organisations be named by one command at a time: two that say the same name of two organisations
 * follow each other, and the second one sees what the first one wrote.
 */
export async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation names ' || current_setting('app.county'), 0))`.execute(
    tx,
  )
}

/** One row for each way in which an organisation that is not closed bears one of the names; one question. */
export function bearersOf(
  tx: Tx,
  names: readonly string[],
): Promise<(Organisation & { called: string; as: 'name' | 'short' | 'alias' })[]> {
  const wanted = sql<boolean>`= any(${sql.val(names)}::text[])`
  const bears = (column: 'o.name' | 'o.shortName', as: 'name' | 'short') =>
    select(tx)
      .select([
        sql<string>`${sql.ref(column)}`.as('called'),
        sql<'name' | 'short' | 'alias'>`${as}::text`.as('as'),
      ])
      .where(sql<boolean>`${sql.ref(column)} ${wanted}`)
      .where('c.day', 'is', null)
  const aliases = select(tx)
    .innerJoin('organisationNames as n', (join) =>
      join.onRef('n.county', '=', 'o.county').onRef('n.organisation', '=', 'o.id'),
    )
    .select(['n.name as called', sql<'name' | 'short' | 'alias'>`'alias'::text`.as('as')])
    .where(sql<boolean>`n.name ${wanted}`)
    .where('c.day', 'is', null)
  return bears('o.name', 'name').unionAll(bears('o.shortName', 'short')).unionAll(aliases).execute()
}

export async function insertClosure(
  tx: Tx,
  closure: OrganisationTables['organisationClosures'],
): Promise<void> {
  await tables(tx).insertInto('organisationClosures').values(closure).execute()
}

export async function nameIsTaken(tx: Tx, name: string, except?: string): Promise<boolean> {
  let query = tables(tx).selectFrom('organisations').select('id').where('name', '=', name)
  if (except) query = query.where('id', '<>', except)
  return (await query.executeTakeFirst()) !== undefined
}

function termsOf(names: Names, others: readonly string[] = []) {
  return termsVector(
    searchTerms({ names: [names.name, names.shortName, ...others], texts: [names.nameEn ?? ''] }),
  )
}
