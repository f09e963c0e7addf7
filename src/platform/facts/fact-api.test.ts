import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let lujing: Caller
let figures: { fact: string; total: number; records: number }[]
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  figures = (await lujing.get('/api/figures')).body.items
})
afterAll(() => house.close())

type Row = { day: string; amount: number; record: { id: string } }

async function everyPage(fact: string, limit: number, who = lujing): Promise<Row[]> {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const query = new URLSearchParams({ limit: String(limit), ...(after && { after }) })
    const { status, body } = await who.get(`/api/figures/${fact}/records?${query}`)
    expect(status).toBe(200)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    rows.push(...body.items)
    if (body.next === null) return rows
    after = body.next
  }
}

test('every figure is the sum of the records that it opens, whatever the size of a page', async () => {
  expect(figures.filter((one) => one.records > 2).length).toBeGreaterThan(1)
  for (const { fact, total, records } of figures) {
    const rows = await everyPage(fact, 2)
    expect(new Set(rows.map(({ record }) => record.id)).size, fact).toBe(records)
    expect(
      rows.reduce((sum, { amount }) => sum + amount, 0),
      fact,
    ).toBe(total)
    expect(rows, fact).toEqual(await everyPage(fact, 200))
    expect(rows.map(({ day }) => day)).toEqual(
      rows
        .map(({ day }) => day)
        .toSorted()
        .toReversed(),
    )
  }
})

test('a period keeps the days at both its ends, and the months sum up to it', async () => {
  const { fact } = figures.find((one) => one.records > 2)!
  const rows = await everyPage(fact, 200)
  const [to, from] = [rows[0]!.day, rows.at(-1)!.day]
  const whole = (await lujing.get(`/api/figures/${fact}?from=${from}&to=${to}`)).body
  expect(whole.records).toBe(new Set(rows.map(({ record }) => record.id)).size)
  expect(whole.months.reduce((sum: number, one: { amount: number }) => sum + one.amount, 0)).toBe(whole.total)
  const oneDay = (await lujing.get(`/api/figures/${fact}?from=${to}&to=${to}`)).body
  expect(oneDay.total).toBe(rows.filter(({ day }) => day === to).reduce((sum, { amount }) => sum + amount, 0))
})

describe('a question that cannot be answered', () => {
  test.each([
    ['after=2026-99-99/019aaf00-0000-7000-8000-000000000000', 400],
    ['after=2026-01-01/x', 400],
    ['after=nonsense', 400],
    ['after=2026-01-01/019aaf00-0000-7000-8000-000000000000/x', 400],
    ['limit=0', 400],
    ['limit=201', 400],
    ['from=2026-02-30', 400],
  ])('is the asker’s to mend, not a fault of ours: %s', async (query, status) => {
    const answer = await lujing.get(`/api/figures/${figures[0]!.fact}/records?${query}`)
    expect([answer.status, answer.body.code]).toEqual([status, 'bad-input'])
  })
  test('about a figure that is not there is a 404', async () => {
    expect((await lujing.get('/api/figures/nothing')).status).toBe(404)
  })
})

test('an officer’s figures hold no more than the supervisor’s', async () => {
  const officer = await house.as('yangxiaolan')
  const hers = (await officer.get('/api/figures')).body.items as typeof figures
  let narrower = 0
  for (const { fact, total } of hers) {
    const all = figures.find((one) => one.fact === fact)!.total
    expect(total).toBeLessThanOrEqual(all)
    if (total < all) narrower += 1
    const rows = await everyPage(fact, 50, officer)
    expect(
      rows.reduce((sum, { amount }) => sum + amount, 0),
      fact,
    ).toBe(total)
  }
  expect(narrower).toBeGreaterThan(0)
})
