import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { matches, searchTerms, termsVector } from '#platform/search/search-terms.ts'
import type { HeldRole, Person, Role } from './person.ts'

type PersonTables = {
  people: { county: string; id: string; name: string; post: string; terms: string; at: Date }
  credentials: {
    county: string
    person: string
    login: string
    passwordHash: string
    mustChange: boolean
    at: Date
  }
  roleGrants: {
    county: string
    id: string
    person: string
    role: Role
    organisation: string
    grantedBy: string | null
    at: Date
  }
  roleWithdrawals: { county: string; roleGrant: string; withdrawnBy: string | null; at: Date }
  suspensions: {
    county: string
    id: string
    person: string
    reason: string
    suspendedBy: string | null
    at: Date | string
    liftedBy: string | null
    liftedAt: Date | string | null
  }
}

const tables = (tx: Tx) => tx.withTables<PersonTables>()

export interface PersonRow extends Person {
  login: string | null
  /** A one-time password was set and not yet changed; null without an account. */
  mustChange: boolean | null
  suspendedAt: string | null
}

const select = (tx: Tx) =>
  tables(tx)
    .selectFrom('people as p')
    .leftJoin('credentials as c', (join) =>
      join.onRef('c.county', '=', 'p.county').onRef('c.person', '=', 'p.id'),
    )
    .leftJoin('suspensions as s', (join) =>
      join.onRef('s.county', '=', 'p.county').onRef('s.person', '=', 'p.id').on('s.liftedAt', 'is', null),
    )
    .select([
      'p.id',
      'p.name',
      'p.post',
      'c.login',
      'c.mustChange',
      sql<string | null>`s.at`.as('suspendedAt'),
    ])

export function peopleByIds(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  return ids.length ? select(tx).where('p.id', 'in', ids).execute() : Promise.resolve([])
}

/** The people who have one of these names, letter for letter, in the order in which they came. */
export function namesakesOf(tx: Tx, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('people')
    .select(['id', 'name', 'post'])
    .where(sql<boolean>`name = any(${[...names]}::text[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export function findPeople(
  tx: Tx,
  filter: { q?: string; after?: string; limit: number },
): Promise<PersonRow[]> {
  let query = select(tx).orderBy('p.id').limit(filter.limit)
  if (filter.q) query = query.where(matches(sql.ref('p.terms'), filter.q))
  if (filter.after) query = query.where('p.id', '>', filter.after)
  return query.execute()
}

/** The roles that people hold now, of all of them at once. */
export function rolesOf(tx: Tx, people: readonly string[]): Promise<(HeldRole & { person: string })[]> {
  if (people.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('roleGrants as g')
    .leftJoin('roleWithdrawals as w', (join) =>
      join.onRef('w.county', '=', 'g.county').onRef('w.roleGrant', '=', 'g.id'),
    )
    .select(['g.id as grant', 'g.person', 'g.role', 'g.organisation'])
    .where('g.person', 'in', people)
    .where('w.roleGrant', 'is', null)
    .orderBy('g.at')
    .orderBy('g.id')
    .execute()
}

export async function insertPerson(tx: Tx, person: Omit<PersonTables['people'], 'terms'>): Promise<void> {
  const terms = termsVector(searchTerms({ names: [person.name], texts: [person.post] }))
  await tables(tx)
    .insertInto('people')
    .values({ ...person, terms })
    .execute()
}

/** Writes people without accounts, in one statement however many they are. */
export async function insertPeople(
  tx: Tx,
  county: string,
  people: readonly Person[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((one) => ({ ...one, terms: searchTerms({ names: [one.name], texts: [one.post] }) }))
  await sql`
    insert into people (county, id, name, post, terms, at)
    select ${county}, id, name, post, array_to_tsvector(terms), ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, post text, terms text[])`.execute(
    tx,
  )
}

export async function updatePost(tx: Tx, person: Person, post: string): Promise<void> {
  const terms = termsVector(searchTerms({ names: [person.name], texts: [post] }))
  await tables(tx)
    .updateTable('people')
    .set({ post, ...({ terms } as object) })
    .where('id', '=', person.id)
    .execute()
}

/** Removes people; whoever has an account, a role, or is named anywhere makes it fail. */
export async function removePeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from people where id = any(${[...ids]}::uuid[])`.execute(tx)
}

export async function loginIsTaken(tx: Tx, login: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('credentials')
    .select('person')
    .where('login', '=', login)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertCredential(tx: Tx, credential: PersonTables['credentials']): Promise<void> {
  await tables(tx).insertInto('credentials').values(credential).execute()
}

export async function updatePassword(
  tx: Tx,
  change: { person: string; passwordHash: string; mustChange: boolean; at: Date },
): Promise<void> {
  const { person, ...rest } = change
  await tables(tx).updateTable('credentials').set(rest).where('person', '=', person).execute()
}

export function credentialOf(
  tx: Tx,
  person: string,
): Promise<{ login: string; passwordHash: string; mustChange: boolean } | undefined> {
  return tables(tx)
    .selectFrom('credentials')
    .select(['login', 'passwordHash', 'mustChange'])
    .where('person', '=', person)
    .executeTakeFirst()
}

export async function insertGrant(tx: Tx, grant: PersonTables['roleGrants']): Promise<void> {
  await tables(tx).insertInto('roleGrants').values(grant).execute()
}

export async function insertWithdrawal(tx: Tx, withdrawal: PersonTables['roleWithdrawals']): Promise<void> {
  await tables(tx).insertInto('roleWithdrawals').values(withdrawal).execute()
}

export async function insertSuspension(
  tx: Tx,
  suspension: Omit<PersonTables['suspensions'], 'liftedBy' | 'liftedAt'>,
): Promise<void> {
  await tables(tx)
    .insertInto('suspensions')
    .values({ ...suspension, liftedBy: null, liftedAt: null })
    .execute()
}

export async function liftSuspension(tx: Tx, person: string, by: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('suspensions')
    .set({ liftedBy: by, liftedAt: at })
    .where('person', '=', person)
    .where('liftedAt', 'is', null)
    .execute()
}

/** Of these people, those with an account that is not suspended. */
export async function accountsInUse(tx: Tx, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await peopleByIds(tx, people)
  return rows.filter(({ login, suspendedAt }) => login !== null && suspendedAt === null).map(({ id }) => id)
}

/** Who holds one of these roles at one of these organisations now, with an account that is not suspended. */
export function holdersAt(
  tx: Tx,
  roles: readonly Role[],
  organisations: readonly string[],
): Promise<{ person: string; organisation: string }[]> {
  if (roles.length === 0 || organisations.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('roleGrants as g')
    .innerJoin('credentials as k', (join) =>
      join.onRef('k.county', '=', 'g.county').onRef('k.person', '=', 'g.person'),
    )
    .leftJoin('roleWithdrawals as w', (join) =>
      join.onRef('w.county', '=', 'g.county').onRef('w.roleGrant', '=', 'g.id'),
    )
    .leftJoin('suspensions as s', (join) =>
      join.onRef('s.county', '=', 'g.county').onRef('s.person', '=', 'g.person').on('s.liftedAt', 'is', null),
    )
    .select(['g.person', 'g.organisation'])
    .distinct()
    .where('g.role', 'in', roles)
    .where('g.organisation', 'in', organisations)
    .where('w.roleGrant', 'is', null)
    .where('s.id', 'is', null)
    .execute()
}

/** Active administrators at the county's root who could still sign in without this grant (or person). */
export async function otherAdministrators(
  tx: Tx,
  without: { grant?: string; person?: string },
): Promise<number> {
  let query = tables(tx)
    .selectFrom('roleGrants as g')
    .leftJoin('roleWithdrawals as w', (join) =>
      join.onRef('w.county', '=', 'g.county').onRef('w.roleGrant', '=', 'g.id'),
    )
    .leftJoin('suspensions as s', (join) =>
      join.onRef('s.county', '=', 'g.county').onRef('s.person', '=', 'g.person').on('s.liftedAt', 'is', null),
    )
    .select(sql<number>`count(distinct g.person)`.as('n'))
    .where('g.role', '=', 'administrator')
    .where('w.roleGrant', 'is', null)
    .where('s.id', 'is', null)
  if (without.grant) query = query.where('g.id', '<>', without.grant)
  if (without.person) query = query.where('g.person', '<>', without.person)
  return (await query.executeTakeFirstOrThrow()).n
}
