import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let lujing: Caller
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
})
afterAll(() => house.close())

const today = async (login: string, query = '') =>
  (await (await house.as(login)).get(`/api/today${query}`)).body
const tally = (items: any[]) => Object.groupBy(items, (one) => one.kind)

describe('today', () => {
  test('the supervisor: a draft, what to hand out, a request and a closing, and nothing else', async () => {
    const { items, next } = await today('lujing')
    const kinds = tally(items)
    expect(Object.keys(kinds).toSorted()).toEqual(['assign', 'draft', 'extension', 'review', 'unreached'])
    expect([kinds.assign?.length, kinds.extension?.length, kinds.review?.length]).toEqual([2, 1, 1])
    expect(kinds.draft?.[0].href).toMatch(/^\/visits\//)
    expect(next).toBeNull()
  })

  test('an officer: what to sign for, to do again and to work on, the overdue first', async () => {
    const union = (await today('yangxiaolan')).items
    expect(tally(union)).toMatchObject({
      sign: [expect.anything(), expect.anything()],
      work: [expect.anything(), expect.anything()],
    })
    expect(union.map((one: any) => one.due)).toEqual(union.map((one: any) => one.due).toSorted())
    const [women] = (await today('hechunyan')).items
    expect(women).toMatchObject({
      kind: 'work',
      lamp: 'overdue',
      subtitle: expect.stringContaining('overdue'),
    })
    const hospital = (await today('zenghai')).items
    expect(hospital.map((one: any) => one.kind)).toEqual(['part'])
  })

  test('a leader, an administrator and a neighbour have nothing to do here; without a session nobody looks', async () => {
    expect((await today('chenqiushi')).items).toEqual([])
    // But for a notice that reached nobody.
    expect((await today('gaomingyuan')).items.map((one: any) => one.kind)).toEqual(['unreached'])
    expect((await today('jiangheng')).items).toEqual([])
    expect((await house.nobody.get('/api/today')).status).toBe(401)
  })

  test('page by page everything comes once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const at: string = cursor ? `&after=${encodeURIComponent(cursor)}` : ''
      const page = await today('lujing', `?limit=1${at}`)
      seen.push(...page.items.map((one: any) => one.id))
      cursor = page.next
    } while (cursor)
    const whole = (await today('lujing')).items.map((one: any) => one.id)
    expect(seen).toEqual(whole)
    expect((await lujing.get('/api/today?after=x')).status).toBe(400)
  })

  test('it speaks the reader’s language', async () => {
    const items = (await lujing.get('/api/today', undefined, { language: 'zh' })).body.items
    expect(items.map((one: any) => one.action)).toContain('审批延期')
  })
})

describe('the calendar', () => {
  const days = async (from: string, to: string) =>
    (await lujing.get(`/api/calendar?from=${from}&to=${to}`)).body.days

  test('knows holidays and make-up days by name, and says which years are announced', async () => {
    const [holiday] = await days('2026-10-01', '2026-10-01')
    expect(holiday).toEqual({
      day: '2026-10-01',
      working: false,
      holiday: { zh: '国庆节', en: 'National Day' },
      announced: true,
    })
    expect((await days('2026-02-14', '2026-02-14'))[0]).toMatchObject({
      working: true,
      holiday: { zh: '春节' },
    })
    expect((await days('2035-05-01', '2035-05-01'))[0]).toMatchObject({ announced: false })
    expect(await days('2026-11-01', '2026-11-30')).toHaveLength(30)
  })

  test('a period that is none, or too long, is refused', async () => {
    expect((await lujing.get('/api/calendar?from=2026-02-02&to=2026-02-01')).status).toBe(400)
    expect((await lujing.get('/api/calendar?from=2020-01-01&to=2030-01-01')).status).toBe(400)
  })
})
