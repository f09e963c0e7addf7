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

export async function updateNames(
  tx: Tx,
  organisation: { id: string; name: string; nameEn: string | null; shortName: string },
): Promise<void> {
  const { id, ...names } = organisation
  await tables(tx)
    .updateTable('organisations')
    .set({ ...names, terms: termsOf(names) })
    .where('id', '=', id)
    .execute()
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

function termsOf(names: { name: string; shortName: string; nameEn: string | null }) {
  return termsVector(searchTerms({ names: [names.name, names.shortName], texts: [names.nameEn ?? ''] }))
}
