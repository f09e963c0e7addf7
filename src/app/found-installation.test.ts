import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connect, type Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { foundWhereNew, migrationsFolder } from './found-installation.ts'
import { composeHouse } from './house.ts'

let url = ''
let name = ''
let database: Database
const lines: string[] = []

beforeEach(async () => {
  name = `t_found_${Date.now()}`
  url = inject('databaseUrl').replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
  await onServer(`create database ${name}`)
  await migrate(url, migrationsFolder)
  database = connect(url, { connections: 2 })
  lines.length = 0
})
afterEach(async () => {
  await database.close()
  await onServer(`drop database ${name} with (force)`)
})

async function onServer(text: string) {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(text)
  await client.end()
}

async function house(mode: 'demo' | 'real') {
  const files = folderShelf(await mkdtemp(join(tmpdir(), 'daqiao-test-')))
  return composeHouse({ database, files, mode, log: (line) => lines.push(line) })
}

async function counts() {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`begin; set local role daqiao_app; set local app.county = '511825'`)
  const { rows } = await client.query(
    `select (select count(*)::int from people) as people, (select count(*)::int from followups) as followups`,
  )
  await client.end()
  return rows[0]
}

test('a demo that was cut off while it loaded is loaded anew, whole', async () => {
  const demo = await house('demo')
  await foundWhereNew(demo, url)
  const whole = await counts()
  expect(whole).toEqual({ people: 11, followups: expect.any(Number) })
  await asOwner('delete from foundings')
  await foundWhereNew(demo, url)
  expect(await counts()).toEqual(whole)
  await foundWhereNew(demo, url)
  expect(lines.length).toBe(2)
}, 90_000) // A year of a county, twice.

async function asOwner(text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

test('a real start without its county says what is missing, and founds nothing', async () => {
  delete process.env.DAQIAO_COUNTY
  await expect(foundWhereNew(await house('real'), url)).rejects.toMatchObject({ code: 'county-missing' })
  expect(await counts()).toEqual({ people: 0, followups: 0 })
})

test('a real start makes one administrator whose password nobody knew before, and tells it once', async () => {
  process.env.DAQIAO_COUNTY = '511825'
  process.env.DAQIAO_COUNTY_NAME = '天全县'
  const real = await house('real')
  await foundWhereNew(real, url)
  await foundWhereNew(real, url)
  expect(lines.filter((line) => line.includes('admin'))).toHaveLength(1)
  expect(lines.join()).toMatch(/password: \w{4}-\w{4}-\w{4}/)
  expect(await counts()).toEqual({ people: 1, followups: 0 })
})

test('a real county is never cleared for a demo, and a demo never becomes one', async () => {
  process.env.DAQIAO_COUNTY = '511802'
  process.env.DAQIAO_COUNTY_NAME = '雨城区'
  await foundWhereNew(await house('real'), url)
  const refused = { code: 'database-of-other-kind' }
  await expect(foundWhereNew(await house('demo'), url)).rejects.toMatchObject(refused)
  await asOwner('delete from foundings')
  await expect(foundWhereNew(await house('demo'), url)).rejects.toMatchObject(refused)
  await asOwner("insert into foundings (what, at) values ('demo', now())")
  await expect(foundWhereNew(await house('real'), url)).rejects.toMatchObject(refused)
})

test('a real founding is there whole or not at all', async () => {
  process.env.DAQIAO_COUNTY = '511825'
  process.env.DAQIAO_COUNTY_NAME = '天全县'
  await asOwner('revoke insert on foundings from daqiao_system')
  await expect(foundWhereNew(await house('real'), url)).rejects.toThrow('permission denied')
  expect(await counts()).toEqual({ people: 0, followups: 0 })
  await asOwner('grant insert on foundings to daqiao_system')
  await foundWhereNew(await house('real'), url)
  expect(await counts()).toEqual({ people: 1, followups: 0 })
})
