import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/database.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { eventsOf } from './event-store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

test('of a record with more events than are asked for the newest are told, the oldest of them first', async () => {
  const lujing = await house.as('lujing')
  const { items } = (await lujing.get('/api/visits?state=confirmed')).body
  const about = { kind: 'visit', id: items[0].id }
  const [all, two] = await inTransaction(house.database, { county: '511825', person: null }, async (tx) => [
    await eventsOf(tx, about),
    await eventsOf(tx, about, 2),
  ])
  expect(all.length).toBeGreaterThan(2)
  expect(two).toEqual(all.slice(-2))
  expect(all.map(({ position }) => position)).toEqual(
    all.map(({ position }) => position).toSorted((a, b) => a - b),
  )
})
