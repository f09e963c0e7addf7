import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '#platform/db/migrate.ts'

// A county that has a server of its own gives Daqiao a role and a database, and no superuser.
const name = `t_${randomUUID().replaceAll('-', '')}`
const admin = () => inject('databaseUrl')
/** Acts as the role from the first statement on: the embedded server lets only its own user connect. */
const url = () => {
  const own = admin().replace(/\/\w+(?=$|\?)/, `/${name}`)
  return `${own}${own.includes('?') ? '&' : '?'}options=-c%20role%3D${name}`
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: admin() })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  await onServer(
    `do $$ begin create role daqiao_app nologin nobypassrls; exception when duplicate_object then null; end $$`,
    `do $$ begin create role daqiao_system nologin nobypassrls; exception when duplicate_object then null; end $$`,
    `create role ${name} nologin nosuperuser nocreaterole`,
    `grant daqiao_app, daqiao_system to ${name}`,
    `create database ${name} owner ${name}`,
  )
})
afterAll(() => onServer(`drop database if exists ${name} with (force)`, `drop role if exists ${name}`))

test('who owns the database makes the extension and the constraint, and is bound by it', async () => {
  await migrate(url(), 'db/migrations')
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select rolsuper as super from pg_roles where rolname = current_user
       union all select count(*) = 0 from pg_extension where extname = 'btree_gist'`,
    )
    expect(rows).toEqual([{ super: false }, { super: false }])
    const constraint = await client.query(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'one_holder_at_a_time'`,
    )
    expect(constraint.rows[0].text).toBe(
      'EXCLUDE USING gist (county WITH =, resource WITH =, during WITH &&)',
    )
    await client.query(`set role daqiao_app; set app.county = '511825'`)
    const hold = (starts: string, ends: string) =>
      client.query(
        `insert into holds (county, id, holder_kind, holder, resource_kind, resource, starts, ends)
         values ('511825', gen_random_uuid(), 'booking', gen_random_uuid(), 'person', $1, $2, $3)`,
        ['0190f000-0000-7000-8000-000000000001', starts, ends],
      )
    await hold('2026-12-31T15:00Z', '2026-12-31T17:00Z')
    await hold('2026-12-31T17:00Z', '2026-12-31T18:00Z')
    await expect(hold('2026-12-31T16:59Z', '2026-12-31T17:01Z')).rejects.toMatchObject({ code: '23P01' })
  } finally {
    await client.end()
  }
})
