import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { organisationsCalled } from './organisations-called.ts'

let house: TestHouse
let administrator: Caller
let supervisor: Caller
let officer: Caller
beforeAll(async () => {
  house = await testHouse()
  administrator = await house.as('gaomingyuan')
  supervisor = await house.as('lujing')
  officer = await house.as('yangxiaolan')
})
afterAll(() => house.close())

const inCounty = <T>(work: (tx: Tx) => Promise<T>, county = '511825') =>
  inTransaction(house.database, { county, person: null }, work, { readOnly: true })
const meant = async (name: string, county?: string) =>
  (await inCounty((tx) => organisationsCalled(tx, [name]), county))
    .get(name)
    ?.map(({ name: full, by }) => [full, by])

async function idOf(name: string): Promise<string> {
  const { items } = (await administrator.get(`/api/organisations?q=${encodeURIComponent(name)}`)).body
  return items.find((one: { name: string }) => one.name === name).id
}

const alsoCall = async (who: Caller, organisation: string, name: string) =>
  who.post(`/api/organisations/${await idOf(organisation)}/names`, { name })
const dropName = async (who: Caller, organisation: string, name: string) =>
  who.delete(`/api/organisations/${await idOf(organisation)}/names/${encodeURIComponent(name)}`)

const bureau = '天全县人力资源和社会保障局'
const park = '天全县现代农业园区管理委员会'

test('each name is looked up as it stands, then as a short form; what nobody bears finds nothing', async () => {
  expect(await meant(bureau)).toEqual([[bureau, 'name']])
  expect(await meant('县人社局')).toEqual([[bureau, 'short']])
  expect(await meant('天全县妇联')).toEqual([['天全县妇女联合会', 'short']])
  expect(await meant('团县委')).toEqual([['共青团天全县委员会', 'short']])
  expect(await meant('市总工会')).toEqual([])
  expect(await meant('农发园')).toEqual([])
  expect(await meant('县人社局', '511803')).toEqual([])
})

test('another name is added, found by people and by reports, told on the page, and dropped again', async () => {
  expect((await alsoCall(administrator, park, '农发园')).status).toBe(200)
  expect(await meant('农发园')).toEqual([[park, 'alias']])
  for (const q of ['农发园', 'nfy']) {
    const found = (await officer.get(`/api/organisations?q=${encodeURIComponent(q)}`)).body.items
    expect(found.map((one: { name: string }) => one.name)).toContain(park)
  }
  const path = `/api/organisations/${await idOf(park)}`
  expect((await officer.get(path)).body).toMatchObject({ alsoCalled: ['农发园'], mayName: false })
  expect((await administrator.get(path)).body.mayName).toBe(true)
  expect((await dropName(administrator, park, '农发园')).status).toBe(200)
  expect(await meant('农发园')).toEqual([])
  expect((await officer.get('/api/organisations?q=nfy')).body.items).toEqual([])
  const ledger = (await administrator.get('/api/events?limit=2')).body.items
  expect(ledger.map((row: any) => [row.name, row.data.before, row.data.after])).toEqual([
    ['organisation.name-dropped', ['农发园'], []],
    ['organisation.also-called', [], ['农发园']],
  ])
})

test('it stays found by its other name when it is renamed', async () => {
  await alsoCall(administrator, '天全县民政局', '救助站主管局')
  const path = `/api/organisations/${await idOf('天全县民政局')}`
  await administrator.put(path, { name: '天全县民政事务局', shortName: '县民政局' })
  const found = (await officer.get('/api/organisations?q=救助站主管')).body.items
  expect(found.map((one: any) => one.name)).toEqual(['天全县民政事务局'])
  expect(await meant('救助站主管局')).toEqual([['天全县民政事务局', 'alias']])
})

test('a name that another one has is refused, and the refusal names who has it', async () => {
  for (const taken of ['县妇联', '天全县妇女联合会']) {
    const refused = await alsoCall(administrator, park, taken)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'organisation.called-already', holder: { name: '天全县妇女联合会' } },
    })
  }
  await alsoCall(administrator, '天全县红十字会', '红会')
  const refused = await alsoCall(administrator, park, '红会')
  expect(refused.body.title).toContain('County Red Cross')
  const named = { name: '红会', shortName: '红会', kind: 'partner', organisation: house.id() }
  const added = await administrator.post('/api/organisations', { ...named, parent: await idOf('天全县') })
  expect(added.body.code).toBe('organisation.called-already')
  expect((await alsoCall(administrator, '天全县红十字会', '红会')).body.code).toBe('organisation.has-name')
})

test('two who give one name to two organisations at once: one of them has it, the other learns who', async () => {
  const second = await house.as('gaomingyuan')
  const answers = await Promise.all([
    alsoCall(administrator, '始阳镇', '青衣江畔'),
    alsoCall(second, '思经镇', '青衣江畔'),
  ])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  expect(await meant('青衣江畔')).toHaveLength(1)
})

test('two that match equally both come back; a better match leaves them out', async () => {
  const parent = await idOf('天全县')
  for (const name of ['沙坪便民服务站', '铜厂便民服务站']) {
    const organisation = house.id()
    const body = { organisation, parent, kind: 'institution', name, shortName: '便民服务站' }
    await administrator.post('/api/organisations', body)
  }
  expect((await meant('便民服务站'))?.map(([name]) => name).sort()).toEqual([
    '沙坪便民服务站',
    '铜厂便民服务站',
  ])
  expect(await meant('沙坪便民服务站')).toEqual([['沙坪便民服务站', 'name']])
})

test('a closed organisation answers to no name, and its names are free', async () => {
  await alsoCall(administrator, '小河镇', '小河边')
  await administrator.post(`/api/organisations/${await idOf('小河镇')}/closure`, {
    day: '2026-01-01',
    reason: '撤并',
  })
  expect(await meant('小河边')).toEqual([])
  expect((await alsoCall(administrator, '喇叭河镇', '小河边')).status).toBe(200)
  expect((await alsoCall(administrator, '小河镇', '小河')).body.code).toBe('organisation.closed')
})

test('an officer names the organisation that they work for and no other; a supervisor names any', async () => {
  expect((await alsoCall(officer, '天全县总工会', '工人之家')).status).toBe(200)
  expect((await alsoCall(officer, park, '园管委')).status).toBe(403)
  expect((await alsoCall(supervisor, park, '园管委')).status).toBe(200)
  const neighbour = await house.as('jiangheng')
  expect((await dropName(neighbour, park, '园管委')).status).toBe(404)
})

test('one question answers for a hundred names', async () => {
  const asked: string[] = []
  await inCounty(async (tx) => {
    const counting = tx.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result, queryId }) => (asked.push(queryId.queryId), result),
    })
    const names = Array.from({ length: 100 }, (_, i) => (i === 42 ? '县妇联' : `第${i}个地方`))
    const found = await organisationsCalled(counting, names)
    expect(found.size).toBe(100)
    expect(found.get('县妇联')?.[0]?.name).toBe('天全县妇女联合会')
  })
  // The county's own name, and the bearers of all names together.
  expect(asked).toHaveLength(2)
})
