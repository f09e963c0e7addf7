import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let administrator: Caller
let officer: Caller
beforeAll(async () => {
  house = await testHouse()
  administrator = await house.as('gaomingyuan')
  officer = await house.as('yangxiaolan')
})
afterAll(() => house.close())

const find = async (q: string) =>
  (await officer.get(`/api/organisations?q=${encodeURIComponent(q)}`)).body.items.map(
    (one: any) => one.shortName,
  )

test.each(['县总工会', '总工会', 'xzgh', 'zgh', 'zonggonghui'])(
  '%s finds the federation of trade unions',
  async (q) => {
    expect(await find(q)).toContain('县总工会')
  },
)

test('an organisation is added below another, found by pinyin, renamed and closed; each is in the ledger', async () => {
  const parent = (await officer.get('/api/organisations?q=始阳镇')).body.items.find(
    (one: any) => one.name === '始阳镇',
  ).id
  const organisation = house.id()
  const added = { organisation, parent, kind: 'village', name: '始阳镇乐坝社区', shortName: '乐坝社区' }
  expect((await administrator.post('/api/organisations', added)).status).toBe(200)
  expect(await find('lbsq')).toEqual(['乐坝社区'])
  const renamed = { name: '始阳镇乐坝村', shortName: '乐坝村' }
  expect((await administrator.put(`/api/organisations/${organisation}`, renamed)).status).toBe(200)
  const closure = { day: '2026-12-31', reason: '撤并' }
  expect((await administrator.post(`/api/organisations/${organisation}/closure`, closure)).status).toBe(200)
  const shown = (await officer.get(`/api/organisations/${organisation}`)).body
  expect(shown).toMatchObject({ name: '始阳镇乐坝村', closedOn: '2026-12-31' })
  expect(shown.ancestors.map((one: any) => one.name)).toEqual(['天全县', '始阳镇'])
  const ledger = (await administrator.get('/api/events')).body.items.filter(
    (row: any) => row.about?.id === organisation,
  )
  expect(ledger.map((row: any) => row.name)).toEqual([
    'organisation.closed',
    'organisation.renamed',
    'organisation.added',
  ])
})

test('a name that is taken is refused in words, and nothing is written', async () => {
  const parent = (await officer.get('/api/organisations?q=天全县')).body.items.find(
    (one: any) => !one.parent,
  ).id
  const twice = {
    organisation: house.id(),
    parent,
    kind: 'office',
    name: '天全县委办公室',
    shortName: '县委办',
  }
  const refused = await administrator.post('/api/organisations', twice)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: 'organisation.name-taken' })
  expect((await officer.get(`/api/organisations/${twice.organisation}`)).status).toBe(404)
})

test('the same command sent twice, as a phone without signal does, is done once and answers the same', async () => {
  const parent = (await officer.get('/api/organisations?q=天全县')).body.items.find(
    (one: any) => !one.parent,
  ).id
  const body = {
    organisation: house.id(),
    parent,
    kind: 'partner',
    name: '天全县青禾志愿服务队',
    shortName: '青禾志愿队',
  }
  const key = house.id()
  const [first, second] = await Promise.all([
    administrator.post('/api/organisations', body, { key }),
    administrator.post('/api/organisations', body, { key }),
  ])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  const other = await administrator.post('/api/organisations', { ...body, name: '另一个' }, { key })
  expect(other.body.code).toBe('command-reused')
})

test('an organisation says what whoever looks may do with it', async () => {
  const actionsOf = async (caller: Caller, name: string) => {
    const found = await caller.get(`/api/organisations?q=${encodeURIComponent(name)}`)
    const items: { id: string; name: string }[] = found.body.items
    const id = items.find((one) => one.name === name)?.id
    return (await caller.get(`/api/organisations/${id}`)).body.actions
  }
  expect(await actionsOf(administrator, '思经镇')).toEqual(['add', 'rename', 'close'])
  expect(await actionsOf(administrator, '天全县')).toEqual(['add', 'rename'])
  expect(await actionsOf(administrator, '始阳镇乐坝村')).toEqual([])
  expect(await actionsOf(officer, '思经镇')).toEqual([])
})

test('the county itself cannot be closed', async () => {
  const root = (await officer.get('/api/organisations?q=天全县')).body.items.find(
    (one: any) => !one.parent,
  ).id
  const refused = await administrator.post(`/api/organisations/${root}/closure`, {
    day: '2026-12-31',
    reason: '试',
  })
  expect(refused.body.code).toBe('organisation.root')
})
