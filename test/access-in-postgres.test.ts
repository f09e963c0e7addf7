import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from './house.ts'

/**
 * What PostgreSQL itself refuses, whatever the application asks: the row rules of 0001, on every table that any
 * slice has made since.
 */

/** Tables that belong to no county, and why. The application's role may not touch them at all. */
const countyless: Record<string, string> = {
  migrations: 'which migrations have run: written by the owner of the database',
  foundings: 'what the whole installation began with; only daqiao_system reads it',
  sign_in_failures: 'a login is tried before anybody knows of which county it is; only daqiao_system counts',
}

/** Views that read with their owner's rights, and why that shows nobody a foreign row. */
const ownersViews: Record<string, string> = {
  followup_list:
    'lets the planner use indexes below the row rule; names the county of the transaction itself',
  visit_terms: 'the same, for the search of visits; it shows nothing but ids and terms',
  place_list: 'the same, for the register of places',
  service_directory: 'the same, for the search of services',
  place_directory: 'the same, for the search of places by what they are called and how it sounds',
  directory_list: 'both together; it shows what they show',
}

/** Tables whose rows are history: written once. */
const history = ['events', 'followup_steps', 'request_steps']

const own = "(county = current_setting('app.county'::text, true))"

let house: TestHouse
let owner: pg.Client
let tables: string[]
let bound: string[]

beforeAll(async () => {
  house = await testHouse()
  owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  tables = await names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  bound = tables.filter((table) => !(table in countyless))
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

async function names(text: string, values: unknown[] = []): Promise<string[]> {
  return (await owner.query<{ name: string }>(text, values)).rows.map(({ name }) => name)
}

/** Runs `work` as the application's role in this county, and leaves nothing behind. */
async function asApp<T>(county: string | null, work: () => Promise<T>): Promise<T> {
  await owner.query('begin')
  try {
    await owner.query('set local role daqiao_app')
    if (county !== null) await owner.query(`set local app.county = '${county}'`)
    return await work()
  } finally {
    await owner.query('rollback')
  }
}

async function refusal(text: string): Promise<string> {
  await owner.query('savepoint try')
  try {
    const { rowCount } = await owner.query(text)
    return `done: ${rowCount} rows`
  } catch (error) {
    return (error as Error).message
  } finally {
    await owner.query('rollback to savepoint try')
  }
}

const count = async (table: string) =>
  Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

test('every table has a county first in its primary key, but those of a short list', async () => {
  expect(tables.length).toBeGreaterThan(20)
  const first = await names(
    `select c.relname as name from pg_class c
       join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where c.relnamespace = 'public'::regnamespace and a.attname = 'county' and a.attnotnull`,
  )
  expect(
    bound.filter((table) => !first.includes(table)),
    'a table without a county needs one, or a line in `countyless` that says why',
  ).toEqual([])
  expect(Object.keys(countyless).filter((table) => !tables.includes(table))).toEqual([])
})

test('every table with a county has row-level security, for its owner too', async () => {
  const secured = await names(
    `select relname as name from pg_class where relrowsecurity and relforcerowsecurity
       and relnamespace = 'public'::regnamespace`,
  )
  expect(
    bound.filter((table) => !secured.includes(table)),
    "call bind_to_county('…') in the migration that makes the table",
  ).toEqual([])
})

test('the one permissive rule of the application is the county of the transaction', async () => {
  const { rows } = await owner.query<{
    table: string
    permissive: string
    roles: string[]
    reads: string | null
    writes: string | null
    command: string
  }>(
    `select tablename as table, permissive, roles::text[] as roles, qual as reads, with_check as writes, cmd as command
     from pg_policies where schemaname = 'public'`,
  )
  const forApp = rows.filter(({ roles }) => roles.includes('daqiao_app') || roles.includes('public'))
  const open = forApp.filter(({ permissive }) => permissive === 'PERMISSIVE')
  const others = open.filter(
    ({ reads, writes, command }) => reads !== own || writes !== own || command !== 'ALL',
  )
  expect(others).toEqual([])
  expect(open.map(({ table }) => table).toSorted()).toEqual(bound.toSorted())
})

test('neither role of the application may pass by the row rules, sign in, or own a table', async () => {
  const { rows } = await owner.query(
    `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as tables
     from pg_roles r where rolname in ('daqiao_app', 'daqiao_system') order by 1`,
  )
  const nothing = {
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
    tables: 0,
  }
  expect(rows).toEqual([
    { rolname: 'daqiao_app', ...nothing },
    { rolname: 'daqiao_system', ...nothing },
  ])
  const above = await names(
    `select a.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles a on a.oid = m.roleid
     where r.rolname in ('daqiao_app', 'daqiao_system')`,
  )
  expect(above).toEqual([])
})

test('a view reads with the rights of who asks, but those of a short list', async () => {
  const views = await names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not coalesce(reloptions @> '{security_invoker=true}' or reloptions @> '{security_invoker=on}', false)`,
  )
  expect(views, 'make the view `with (security_invoker)`').toEqual(Object.keys(ownersViews))
  const definers = await names(
    `select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  )
  expect(definers).toEqual([])
})

test('another county, or none, sees no row of any table or view; its own county sees them', async () => {
  const all = await names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       and has_table_privilege('daqiao_app', oid, 'select') order by 1`,
  )
  expect(bound.filter((table) => !all.includes(table))).toEqual([])
  const seen = (county: string | null) =>
    asApp(county, async () => {
      const rows: Record<string, number> = {}
      for (const name of all) rows[name] = await count(name)
      return rows
    })
  const nothing = Object.fromEntries(all.map((name) => [name, 0]))
  expect(await seen('110101')).toEqual(nothing)
  expect(await seen(null)).toEqual(nothing)
  const atHome = Object.values(await seen('511825')).filter((rows) => rows > 0)
  expect(atHome.length, 'the demo county has rows in most tables and views').toBeGreaterThan(all.length / 2)
  const foreign = await asApp('511803', async () => {
    const rows = []
    for (const name of all) {
      const found = await owner.query<{ county: string }>(`select distinct county from ${name}`)
      rows.push(...found.rows.filter(({ county }) => county !== '511803').map(() => name))
    }
    return rows
  })
  expect(foreign).toEqual([])
})

test('no row can be written into another county, and none carried over', async () => {
  const mayInsert = await privileged('insert')
  expect(mayInsert.length).toBeGreaterThan(15)
  const mayUpdate = await privileged('update')
  const answers = await asApp('511803', async () => {
    const found: Record<string, string> = {}
    for (const table of mayInsert) {
      found[`insert into ${table}`] = await refusal(`insert into ${table} (county) values ('511825')`)
    }
    for (const table of mayUpdate) {
      found[`update ${table}`] = await refusal(`update ${table} set county = county where county = '511825'`)
    }
    const carried = `update organisations set county = '511825' where parent is not null`
    found['carry organisations over'] = await refusal(carried)
    return found
  })
  for (const [what, answer] of Object.entries(answers)) {
    expect(answer, what).toMatch(
      what.startsWith('update') ? /^done: 0 rows$/ : /violates row-level security policy/,
    )
  }
})

test.each(history)('nobody who answers for people may change or delete a row of %s', async (table) => {
  for (const deed of [
    `update ${table} set at = now()`,
    `delete from ${table}`,
    `truncate ${table}`,
    `drop table ${table}`,
    `alter table ${table} disable row level security`,
  ]) {
    const answer = await asApp('511825', () => refusal(deed))
    expect(answer, deed).toMatch(/permission denied|must be owner/)
  }
  const system = await owner.query<{ update: boolean; delete: boolean; truncate: boolean }>(
    `select has_table_privilege('daqiao_system', $1, 'update') as update,
       has_table_privilege('daqiao_system', $1, 'delete') as delete,
       has_table_privilege('daqiao_system', $1, 'truncate') as truncate`,
    [table],
  )
  expect(system.rows).toEqual([{ update: false, delete: false, truncate: false }])
})

test('the application touches no table that belongs to no county', async () => {
  for (const table of Object.keys(countyless)) {
    for (const deed of [
      `select from ${table}`,
      `insert into ${table} default values`,
      `delete from ${table}`,
    ]) {
      expect(await asApp('511825', () => refusal(deed)), deed).toMatch(/permission denied/)
    }
  }
})

function privileged(privilege: string): Promise<string[]> {
  return names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and has_table_privilege('daqiao_app', oid, $1) order by 1`,
    [privilege],
  )
}
