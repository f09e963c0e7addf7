import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { inTransaction } from '#platform/db/database.ts'
import { type FollowupsForTests, followupsForTests } from './followups-for-tests.ts'

let house: TestHouse
let given: FollowupsForTests
let lujing: Caller
let yangxiaolan: Caller
let zhouwentao: Caller
let jiangheng: Caller
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  yangxiaolan = await house.as('yangxiaolan')
  zhouwentao = await house.as('zhouwentao')
  jiangheng = await house.as('jiangheng')
  given = followupsForTests(house, lujing, yangxiaolan)
})
afterAll(() => house.close())

const list = async (query: string, who = lujing) => (await who.get(`/api/followups?${query}`)).body
const q = (text: string) => `q=${encodeURIComponent(text)}`
const quotes = async (query: string) => (await list(query)).items.map((one: any) => one.quote)

describe('the demo county', () => {
  test('shows every way in which a follow-up may stand', async () => {
    const { items, total } = await list('limit=50')
    const count = (matches: (one: any) => boolean) => items.filter(matches).length
    expect(total).toBe(16)
    expect(count((one) => one.state === 'closed')).toBe(3)
    expect(count((one) => one.state === 'open')).toBe(2)
    expect(count((one) => one.state === 'assigned')).toBe(4)
    expect(count((one) => one.state === 'closing')).toBe(1)
    expect(count((one) => one.state === 'underway')).toBe(6)
    expect(count((one) => one.lamp === 'overdue')).toBe(1)
    expect(count((one) => one.lamp === 'near')).toBe(1)
    expect(count((one) => one.next.action === 'decide-extension')).toBe(1)
    const overdue = items.find((one: any) => one.lamp === 'overdue')
    expect(overdue).toMatchObject({ workingDaysLeft: -3, lead: { name: "County Women's Federation" } })
  })

  test('two were closed after a return, and each step was taken on a working day in order', async () => {
    for (const { id, visit } of (await list('state=closed')).items) {
      if (visit === null) continue
      const { history } = (await lujing.get(`/api/followups/${id}`)).body
      expect(history.map((step: any) => step.kind)).toContain('returned')
      const moments = history.map((step: any) => step.at)
      expect(moments).toEqual(moments.toSorted())
    }
  })
})

describe('search', () => {
  test.each([
    ['出入库台账', '备灾物资'],
    ['crktz', '备灾物资'],
    ['县红十字会', '备灾物资'],
    ['hongshizi', '备灾物资'],
    ['沈知远 培训班', '培训班'],
    ['szy pxb', '培训班'],
    ['laochangcun', '建好、用好、管好'],
  ])('%s finds the sentence about %s', async (text, expected) => {
    expect((await quotes(q(text))).join()).toContain(expected)
  })

  test('a number finds its own, words that nobody said find nothing', async () => {
    const [first] = (await list('sort=number')).items
    expect((await list(q(first.number))).items.map((one: any) => one.id)).toEqual([first.id])
    expect((await list(q('南极科考'))).items).toEqual([])
  })

  test('an organisation that got another name is found by it, and still by the old one', async () => {
    const administrator = await house.as('gaomingyuan')
    const league = await given.organisation('团县委')
    const before = (await list(q('团县委'))).total
    const names = { name: '共青团天全县委员会（青年服务部）', shortName: '青服部' }
    expect((await administrator.put(`/api/organisations/${league}`, names)).status).toBe(200)
    expect((await list(q('青服部'))).total).toBe(
      (await list(`lead=${league}`)).total + (await list(`supporting=${league}`)).total,
    )
    expect((await list(q('qingfubu'))).total).toBeGreaterThan(0)
    expect((await list(q('团县委'))).total).toBe(before)
  })

  test('finds across the whole county from the search box, but not across its border', async () => {
    const found = async (who: Caller) =>
      (await who.get(`/api/search?${q('备灾物资')}`)).body.results.filter(
        (one: any) => one.kind === 'followup',
      )
    expect(await found(lujing)).toHaveLength(1)
    expect(await found(jiangheng)).toEqual([])
    expect(await found(yangxiaolan)).toEqual([])
  })
})

describe('filters', () => {
  test('by lamp, lead, support, force, kind, theme, visit and day go together', async () => {
    const union = await given.organisation('县总工会')
    const centre = await given.organisation('县群团中心')
    expect((await list(`lead=${union}`)).items.every((one: any) => one.lead.id === union)).toBe(true)
    expect((await list(`lead=${union}&lead=${centre}`)).total).toBe(7)
    expect((await list(`supporting=${union}`)).total).toBe(4)
    expect((await list('lamp=overdue&lamp=near')).total).toBe(2)
    expect((await list('lamp=waiting')).total).toBe(3)
    expect((await list('lamp=done&state=open')).total).toBe(0)
    expect((await list('force=hoped')).total).toBe(2)
    const kinds = [(await list('kind=task')).total, (await list('kind=principle')).total]
    expect(kinds[0] + kinds[1]).toBe(16)
    const [near] = (await list('lamp=near')).items
    expect(
      (await list(`due_from=${near.dueDay}&due_to=${near.dueDay}`)).items.map((one: any) => one.id),
    ).toEqual([near.id])
    expect((await list(`visit=${house.id()}`)).total).toBe(0)
    if (near.theme) expect((await list(`theme=${encodeURIComponent(near.theme)}`)).total).toBeGreaterThan(0)
  })

  test('the lamps of the list are those of the rows', async () => {
    for (const lamp of ['done', 'ontime', 'near', 'overdue', 'waiting', 'none']) {
      const { items } = await list(`lamp=${lamp}&limit=100`)
      expect([...new Set(items.map((one: any) => one.lamp))]).toEqual(items.length ? [lamp] : [])
    }
  })

  test('a wrong one is told, not guessed', async () => {
    for (const query of ['lamp=green', 'after=nonsense', 'due_from=2026-02-30', 'limit=1000']) {
      expect((await lujing.get(`/api/followups?${query}`)).status, query).toBe(400)
    }
  })
})

test.each(['due', 'number', 'updated'])('page by page, sorted by %s, each comes once', async (sort) => {
  const seen: string[] = []
  let after = ''
  do {
    const page = await list(`sort=${sort}&limit=3${after && `&after=${encodeURIComponent(after)}`}`)
    expect(page.total).toBe(16)
    seen.push(...page.items.map((one: any) => one.id))
    after = page.next
  } while (after)
  const whole = (await list(`sort=${sort}`)).items.map((one: any) => one.id)
  expect(seen).toEqual(whole)
  expect(new Set(seen).size).toBe(16)
})

describe('who sees what', () => {
  test('an officer sees those in which their organisation has a share', async () => {
    const centre = await given.organisation('县群团中心')
    expect((await list('', zhouwentao)).items.every((one: any) => one.lead.id === centre)).toBe(true)
    expect((await list('', zhouwentao)).total).toBe(2)
    expect((await list('', await house.as('zenghai'))).total).toBe(1)
    const mine = (await list('mine=true', yangxiaolan)).total
    expect(mine).toBe((await list('', yangxiaolan)).total)
  })

  test('leader and auditor see all, the administrator and the neighbour nothing', async () => {
    expect((await list('', await house.as('chenqiushi'))).total).toBe(16)
    expect((await list('', await house.as('fengyinuo'))).total).toBe(16)
    expect((await (await house.as('gaomingyuan')).get('/api/followups')).status).toBe(403)
    expect((await list('', jiangheng)).total).toBe(0)
    expect((await house.nobody.get('/api/followups')).status).toBe(401)
  })

  test('the list’s own view shows a transaction its county and no other', async () => {
    const count = (county: string) =>
      inTransaction(house.database, { county, person: null }, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from followup_list`.execute(tx)
        return rows[0]?.n
      })
    expect(await count('511825')).toBe(16)
    expect(await count('511803')).toBe(0)
  })
})

test('the facets name who leads what the other filters leave', async () => {
  const { items } = (await lujing.get('/api/followups/organisations?lamp=overdue')).body
  expect(items).toEqual([
    { id: await given.organisation('县妇联'), name: "County Women's Federation", count: 1 },
  ])
  const all = (await lujing.get('/api/followups/organisations')).body.items
  expect(all.reduce((sum: number, one: any) => sum + one.count, 0)).toBe(14)
})

describe('saved views', () => {
  test('are kept under a name, are one’s own, and go', async () => {
    const view = house.id()
    const body = { view, name: '工会牵头、超期', query: { lamp: ['overdue'], q: '工会' } }
    expect((await yangxiaolan.post('/api/followups/views', body)).body).toEqual({ id: view })
    const again = await yangxiaolan.post('/api/followups/views', { ...body, view: house.id() })
    expect(again.body.code).toBe('followup.view-name-taken')
    const own = (await yangxiaolan.get('/api/followups/views')).body.items
    expect(own).toEqual([{ id: view, name: body.name, query: body.query }])
    expect((await zhouwentao.get('/api/followups/views')).body.items).toEqual([])
    expect((await zhouwentao.delete(`/api/followups/views/${view}`)).status).toBe(404)
    expect((await yangxiaolan.delete(`/api/followups/views/${view}`)).status).toBe(200)
    expect((await yangxiaolan.get('/api/followups/views')).body.items).toEqual([])
  })
})

test('figures open the records that they sum, within reach', async () => {
  const figure = async (who: Caller, fact: string) => (await who.get(`/api/figures/${fact}`)).body
  expect(await figure(lujing, 'followup.opened')).toMatchObject({ total: 16, records: 16 })
  expect(await figure(lujing, 'followup.closed')).toMatchObject({ total: 3, records: 3 })
  const feedback = await figure(lujing, 'followup.feedback')
  expect(feedback.total).toBeGreaterThan(feedback.records)
  expect(await figure(zhouwentao, 'followup.closed')).toMatchObject({ total: 1 })
  const { items } = (await lujing.get('/api/figures/followup.closed/records')).body
  expect(items.map((one: any) => one.record.kind)).toEqual(['followup', 'followup', 'followup'])
})

test('an organisation that is also called otherwise is found by that name, also once it is given more', async () => {
  const administrator = await house.as('gaomingyuan')
  const union = await given.organisation('县总工会')
  await administrator.post(`/api/organisations/${union}/names`, { name: '工人之家' })
  const found = (await list(q('工人之家'))).total
  expect(found).toBe((await list(`lead=${union}`)).total + (await list(`supporting=${union}`)).total)
  const [open] = (await list('state=open&sort=number')).items
  await lujing.post(`/api/followups/${open.id}/assignment`, { lead: union, dueDay: '2099-12-31' })
  expect((await list(q('工人之家'))).total).toBe(found + 1)
})
