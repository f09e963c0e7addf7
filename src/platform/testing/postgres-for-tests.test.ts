import pg from 'pg'
import { expect, inject, test } from 'vitest'

test('the tests have a real PostgreSQL whose role is bound by row-level security', async () => {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, rolsuper, rolbypassrls, rolcreatedb
       from pg_roles where rolname = current_user`,
  )
  await client.end()
  expect(rows[0]).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreatedb: true })
  expect(rows[0].version).toBeGreaterThanOrEqual(150_000)
})
