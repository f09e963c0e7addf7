import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { asSystem, connect, type Database, inTransaction, type Tx } from './database.ts'

let house: TestHouse
let database: Database
beforeAll(async () => {
  house = await testHouse()
  // One connection, so that what one transaction leaves behind would be seen by the next.
  database = connect(house.url, { connections: 1 })
})
afterAll(async () => {
  await database.close()
  await house.close()
})

const tianquan = { county: '511825', person: null }
const value = async (tx: Tx, text: string) =>
  Object.values((await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(tx)).rows[0] ?? {})[0]

test('a transaction sees its own county and no other', async () => {
  const seen = (county: string) =>
    inTransaction(database, { county, person: null }, (tx) =>
      value(tx, 'select array_agg(distinct county) from organisations'),
    )
  expect(await seen('511825')).toEqual(['511825'])
  expect(await seen('511803')).toEqual(['511803'])
  expect(await seen('999999')).toBeNull()
})

test('nothing of a transaction is left on the connection for the next', async () => {
  const person = randomUUID()
  await inTransaction(database, { county: '511825', person }, async (tx) => {
    expect(await value(tx, `select current_setting('app.person')`)).toBe(person)
  })
  await expect(
    inTransaction(database, tianquan, (tx) => value(tx, `select 1 / 0`), { readOnly: true }),
  ).rejects.toThrow('division by zero')
  const left = await database.kysely.transaction().execute(async (tx) => ({
    role: await value(tx, 'select current_user = session_user'),
    county: await value(tx, `select current_setting('app.county', true)`),
    timeout: await value(tx, 'show statement_timeout'),
  }))
  expect(left).toEqual({ role: true, county: '', timeout: '0' })
})

test('a question can write nothing, and ends', async () => {
  const question = (text: string) =>
    inTransaction(database, tianquan, (tx) => value(tx, text), { readOnly: true })
  expect(await question('show statement_timeout')).toBe('1min')
  await expect(question(`update people set name = 'x' returning id`)).rejects.toMatchObject({ code: '25006' })
})

test('the system reaches only what it was granted', async () => {
  await expect(asSystem(database, (tx) => value(tx, 'select text from directives'))).rejects.toMatchObject({
    code: '42501',
  })
})

test('a county or a person that is none never reaches SQL', () => {
  const standings = [
    { county: "511825'; reset role; --", person: null },
    { county: '51182', person: null },
    { county: '511825', person: "x'; reset role; --" },
    { county: '511825\n', person: null },
  ]
  for (const standing of standings) {
    expect(() => inTransaction(database, standing, async () => 'reached')).toThrow('county code')
  }
})

test('days stay days, moments are ISO in UTC, counts are numbers', async () => {
  const read = (text: string) => inTransaction(database, tianquan, (tx) => value(tx, text))
  expect(await read(`select date '2026-11-24'`)).toBe('2026-11-24')
  expect(await read(`select timestamptz '2026-11-24 09:00+08'`)).toBe('2026-11-24T01:00:00.000Z')
  expect(await read('select count(*) from organisations')).toBeTypeOf('number')
})
