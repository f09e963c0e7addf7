import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { publicService, publicServices, publicServicesAt } from './public-services.ts'
import { soundOf } from './sound.ts'
import { searchServices } from './search-services.ts'
import { warnEverywhere } from './warn-keepers.ts'

let house: TestHouse
/** Gives the services of the trade unions, of the Red Cross. */
let union: Caller
let redCross: Caller
let administrator: Caller
let supervisor: Caller
const organisations = new Map<string, string>()
const today = dayOf(new Date())

beforeAll(async () => {
  house = await testHouse()
  union = await house.as('yangxiaolan')
  redCross = await house.as('luojianjun')
  administrator = await house.as('gaomingyuan')
  supervisor = await house.as('lujing')
  const { items } = (await union.get('/api/organisations?limit=200')).body
  for (const one of items) organisations.set(one.shortName, one.id)
})
afterAll(() => house.close())

const organisation = (short: string) => {
  const id = organisations.get(short)
  if (!id) throw new Error(`no organisation ${short}`)
  return id
}

interface Made {
  id: string
  name: string
}

let made = 0
async function add(facts: Record<string, unknown> = {}, caller = union): Promise<Made> {
  made += 1
  const service = house.id()
  const body = {
    service,
    name: `试办服务${made}号`,
    category: 'workers',
    summary: '给职工办一件事',
    who: '全县职工',
    keeper: organisation('县总工会'),
    ...facts,
  }
  const answer = await caller.post('/api/services', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id: service, name: body.name }
}

async function addPlace(facts: Record<string, unknown> = {}): Promise<Made> {
  made += 1
  const place = house.id()
  const body = { place, name: `办事点${made}号`, kind: 'other', keeper: organisation('县总工会'), ...facts }
  const answer = await union.post('/api/places', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id: place, name: body.name }
}

const show = async (service: Made, caller = union) => (await caller.get(`/api/services/${service.id}`)).body
const change = (service: Made, changes: unknown[], caller = union) =>
  caller.put(`/api/services/${service.id}`, { changes })
const check = async (service: Made, caller = union) =>
  caller.post(`/api/services/${service.id}/checks`, { version: (await show(service)).version })
const withdraw = (service: Made, caller = union) =>
  caller.post(`/api/services/${service.id}/withdrawal`, { reason: '项目结束' })
const restore = (service: Made, caller = union) => caller.delete(`/api/services/${service.id}/withdrawal`)
const namesListed = async (query: string, caller = union): Promise<string[]> =>
  (await caller.get(`/api/services?${query}`)).body.items.map(({ name }: Made) => name)
const ask = <T>(question: (tx: Tx) => Promise<T>) =>
  inTransaction(house.database, { county: '511825', person: null }, question)
const search = async (words: string, day = today, limit = 10) =>
  (await ask((tx) => searchServices(tx, words, limit, day))).map(({ name }) => name)
const seen = (service: Made, day = today, language: 'zh' | 'en' = 'zh') =>
  ask((tx) => publicService(tx, service.id, { language, today: day }))

describe('a service is added', () => {
  test('with all that its card says, its phone, rule and terms in one form', async () => {
    const place = await addPlace({ name: '职工维权窗口', address: '向阳大道 88 号' })
    const service = await add({
      name: '用工矛盾调处',
      nameEn: 'Settling disputes at work',
      alsoCalled: ['讨薪', '讨薪', '要工钱'],
      category: 'legal-aid',
      who: '与用人单位有争议的职工，农民工优先',
      papers: [
        { name: '身份证', from: '  ' },
        { name: '劳动合同或工资条', from: '用人单位，没有的可用考勤记录、转账记录代替' },
      ],
      duration: '15 个工作日内',
      places: [
        {
          place: place.id,
          hours: [{ rule: 'rrule:byday=we,mo;freq=weekly;interval=1', from: '09:00', until: '11:30' }],
          note: '二楼 203',
        },
      ],
      phone: '（0835）7222345 转 12',
      legalBasis: '《劳动争议调解仲裁法》第十条',
      languages: ['tibetan', 'mandarin'],
      online: ' https://example.gov.cn/tiaojie ',
    })
    expect(await show(service)).toMatchObject({
      name: '用工矛盾调处',
      alsoCalled: ['讨薪', '要工钱'],
      papers: [{ name: '身份证', from: null }, { name: '劳动合同或工资条' }],
      free: true,
      places: [
        {
          id: place.id,
          name: '职工维权窗口',
          closed: false,
          hours: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,WE', from: '09:00', until: '11:30' }],
          hoursInWords: ['Monday, Wednesday 09:00–11:30'],
          note: '二楼 203',
        },
      ],
      phone: '0835-7222345-12',
      languages: ['mandarin', 'tibetan'],
      online: 'https://example.gov.cn/tiaojie',
      state: 'fresh',
      checkedOn: today,
      staleOn: addDays(today, 180),
      hiddenOn: addDays(today, 240),
      version: 1,
      actions: ['change', 'check', 'withdraw'],
    })
    for (const words of [
      '用工矛盾',
      'ygmd',
      'yonggong',
      '讨薪',
      '工资条',
      '职工维权窗口',
      '总工会 调处',
      '7222345',
    ]) {
      expect(await namesListed(`q=${encodeURIComponent(words)}`), words).toContain(service.name)
    }
  })

  test.each([
    [{ online: 'javascript:alert(1)' }, 'online'],
    [{ online: 'data:text/html,<script>' }, 'online'],
    [{ phone: '七二二二三四五' }, 'phone'],
    [{ name: '　 ' }, 'name'],
    [{ category: 'fun' }, 'category'],
  ])('not with %j', async (facts, field) => {
    const body = {
      service: house.id(),
      name: '不成的',
      category: 'workers',
      summary: '试',
      who: '人',
      ...facts,
    }
    const refused = await union.post('/api/services', { ...body, keeper: organisation('县总工会') })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain(field)
  })

  test.each([
    'FREQ=YEARLY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    'BYDAY=MO',
    '每周一',
  ])('not with the hours %s', async (rule) => {
    const place = await addPlace()
    const hours = [{ rule, from: '09:00', until: '17:00' }]
    const body = {
      service: house.id(),
      name: '钟点不对的服务',
      category: 'workers',
      summary: '试',
      who: '人',
      keeper: organisation('县总工会'),
      places: [{ place: place.id, hours, note: null }],
    }
    expect((await union.post('/api/services', body)).status).toBe(400)
  })

  test('not at a closed place, not unpriced where it costs something, not twice under one name', async () => {
    const place = await addPlace()
    await union.post(`/api/places/${place.id}/closure`, { reason: '房屋到期' })
    const body = {
      service: house.id(),
      name: '无处可办',
      category: 'workers',
      summary: '试',
      who: '人',
      keeper: organisation('县总工会'),
    }
    const at = [{ place: place.id, hours: null, note: null }]
    expect((await union.post('/api/services', { ...body, places: at })).body.code).toBe(
      'service.place-closed',
    )
    expect((await union.post('/api/services', { ...body, free: false })).body.code).toBe(
      'service.cost-missing',
    )
    const first = await add({ name: '同名服务' })
    const again = await union.post('/api/services', { ...body, name: first.name })
    expect(again.body).toMatchObject({ code: 'service.name-held', service: { id: first.id } })
    await add({ name: first.name, keeper: organisation('县红十字会') }, redCross)
  })

  test('only by who may act for the organisation', async () => {
    const body = {
      service: house.id(),
      name: '越权的服务',
      category: 'workers',
      summary: '试',
      who: '人',
      keeper: organisation('县总工会'),
    }
    expect((await redCross.post('/api/services', body)).status).toBe(403)
    expect((await supervisor.post('/api/services', body)).status).toBe(403)
  })

  test('with script, right-to-left marks and letters beyond the BMP as plain text', async () => {
    const name = '<script>alert(1)</script>𠮷'
    const service = await add({ name, summary: '"><img src=x onerror=alert(1)>\u202E', alsoCalled: ['𠮷'] })
    expect(await show(service)).toMatchObject({ name, alsoCalled: ['𠮷'] })
    expect(await search('𠮷')).toContain(name)
  })
})

describe('a card is changed', () => {
  test('item by item; two who change different things both get through', async () => {
    const service = await add()
    expect((await change(service, [{ item: 'cost', before: null, after: '材料费 20 元' }])).status).toBe(200)
    const other = [{ item: 'papers', before: [], after: [{ name: '身份证', from: null }] }]
    expect((await change(service, other, administrator)).status).toBe(200)
    expect(await show(service)).toMatchObject({
      cost: '材料费 20 元',
      papers: [{ name: '身份证' }],
      version: 3,
    })
  })

  test('not over what somebody else wrote meanwhile, and the answer says who and what', async () => {
    const service = await add()
    const place = await addPlace()
    const at = [{ place: place.id, hours: null, note: null }]
    await change(service, [{ item: 'places', before: [], after: at }], administrator)
    const refused = await change(service, [
      { item: 'duration', before: null, after: '当场' },
      { item: 'places', before: [], after: [] },
    ])
    expect(refused.body).toMatchObject({
      code: 'service.changed',
      conflicts: [{ item: 'places', now: place.name, by: '高明远' }],
    })
    expect(await show(service)).toMatchObject({ duration: null, version: 2 })
    const seenNow = [{ item: 'places', before: at, after: [] }]
    expect((await change(service, seenNow)).status).toBe(200)
    expect((await change(service, [{ item: 'places', before: [], after: [] }])).body.code).toBe(
      'service.nothing-changed',
    )
  })

  test('is given away only by who reaches both organisations', async () => {
    const service = await add()
    const after = organisation('县红十字会')
    const given = [{ item: 'keeper', before: organisation('县总工会'), after }]
    expect((await change(service, given)).status).toBe(403)
    expect((await change(service, given, administrator)).status).toBe(200)
    expect((await change(service, [{ item: 'duration', before: null, after: '当场' }])).status).toBe(403)
  })

  test('keeps a place that closed since, takes it from the public, and tells its history', async () => {
    const place = await addPlace()
    const service = await add({ places: [{ place: place.id, hours: null, note: null }] })
    await union.post(`/api/places/${place.id}/closure`, { reason: '房屋到期' })
    expect((await change(service, [{ item: 'duration', before: null, after: '当场' }])).status).toBe(200)
    expect((await show(service)).places).toMatchObject([{ id: place.id, closed: true }])
    expect((await seen(service))?.places).toEqual([])
    const { items } = (await union.get(`/api/services/${service.id}/history`, undefined, { language: 'zh' }))
      .body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['service.changed', 'service.added'])
    expect(items[0]).toMatchObject({
      what: '更正服务事项',
      changes: [{ item: '多久办好', before: null, after: '当场' }],
    })
    expect(items[1].changes).toContainEqual({ item: '在哪里办', before: null, after: place.name })
  })
})

describe('a card grows old', () => {
  const stale = addDays(today, 180)
  const hidden = addDays(today, 240)

  test('it is stale and still seen, then hidden, until somebody checks it', async () => {
    const service = await add({ name: '慢慢过期的服务' })
    expect(await seen(service, addDays(stale, -1))).toMatchObject({ stale: false })
    expect(await seen(service, stale)).toMatchObject({ stale: true, checkedOn: today })
    expect(await search('慢慢过期', addDays(hidden, -1))).toEqual([service.name])
    expect(await seen(service, hidden)).toBeNull()
    expect(await search('慢慢过期', hidden)).toEqual([])
  })

  test('its keeper is warned once, and again after a check that grew old', async () => {
    const service = await add()
    const warnings = async () => {
      const { items } = (await union.get(`/api/services/${service.id}/history`)).body
      return items.filter(({ name }: { name: string }) => name === 'service.stale')
    }
    const at = (day: string) => new Date(`${day}T08:00:00+08:00`)
    await warnEverywhere(house.database, at(addDays(stale, -1)))
    expect(await warnings()).toEqual([])
    await warnEverywhere(house.database, at(stale))
    await warnEverywhere(house.database, at(addDays(stale, 1)))
    expect(await warnings()).toMatchObject([{ organisation: { id: organisation('县总工会') }, person: null }])
    expect((await check(service)).status).toBe(200)
    await warnEverywhere(house.database, at(addDays(stale, 2)))
    expect(await warnings()).toHaveLength(2)
  })

  test('is checked as it was read, and by who gives the service', async () => {
    const service = await add()
    const { version } = await show(service)
    await change(service, [{ item: 'duration', before: null, after: '当场' }], administrator)
    const refused = await union.post(`/api/services/${service.id}/checks`, { version })
    expect(refused.body.code).toBe('service.checked-another')
    expect((await redCross.post(`/api/services/${service.id}/checks`, { version: 2 })).status).toBe(403)
    expect((await union.post(`/api/services/${service.id}/checks`, { version: 2 })).status).toBe(200)
    expect((await show(service)).checkedBy).toMatchObject({ name: expect.any(String) })
  })

  test('after the days that the county set', async () => {
    const service = await add()
    const before = { staleAfter: 180, hideAfter: 60 }
    const after = { staleAfter: 30, hideAfter: 15 }
    const set = (body: unknown, caller = administrator) => caller.put('/api/services/freshness', body)
    expect((await set({ before, after }, union)).status).toBe(403)
    expect((await set({ before, after: { staleAfter: 3, hideAfter: 15 } })).status).toBe(400)
    expect((await set({ before, after })).status).toBe(200)
    expect((await set({ before, after })).body).toMatchObject({ code: 'service.changed' })
    expect(await show(service)).toMatchObject({ staleOn: addDays(today, 30), hiddenOn: addDays(today, 45) })
    expect(await seen(service, addDays(today, 45))).toBeNull()
    expect((await set({ before: after, after: before })).status).toBe(200)
    expect(await seen(service, addDays(today, 45))).not.toBeNull()
  })
})

describe('a service is withdrawn', () => {
  test('nobody of the public sees it, and it comes back as it was', async () => {
    const service = await add({ name: '撤下又恢复的服务' })
    expect((await withdraw(service)).status).toBe(200)
    expect(await seen(service)).toBeNull()
    expect(await search('撤下又恢复')).toEqual([])
    expect(await show(service)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: '项目结束' },
      actions: ['restore'],
    })
    expect((await withdraw(service)).body.code).toBe('service.withdrawn')
    expect((await restore(service)).status).toBe(200)
    expect((await restore(service)).body.code).toBe('service.offered')
    expect(await search('撤下又恢复')).toEqual([service.name])
  })

  test('it does not come back beside another of its name', async () => {
    const service = await add({ name: '名字被占的服务' })
    await withdraw(service)
    await add({ name: service.name })
    expect((await restore(service)).body.code).toBe('service.name-held')
  })
})

describe('the public searches services and places together', () => {
  const hit = (words: string) => search(words)

  beforeAll(async () => {
    await add({
      name: '法律援助申请',
      alsoCalled: ['打官司找人'],
      summary: '打官司请不起律师，可以免费请一位',
      category: 'legal-aid',
    })
    await add({
      name: '小学生假期托管',
      nameEn: 'Holiday childcare',
      summary: '放假了孩子没人带，可以送来',
      category: 'childcare',
    })
    await addPlace({ name: '绿叶社区微家' })
  })

  test.each([
    ['法律援助', '法律援助申请'],
    ['flyz', '法律援助申请'],
    ['falvyuanzhu', '法律援助申请'],
    ['fa lü yuan zhu', '法律援助申请'],
    ['falyuanzhu', '法律援助申请'],
    ['falvyuanzu', '法律援助申请'],
    ['法律元助', '法律援助申请'],
    ['发律援助', '法律援助申请'],
    ['法律缓助', '法律援助申请'],
    ['打官司', '法律援助申请'],
    ['请问我想申请法律援助需要带什么材料？', '法律援助申请'],
    ['孩子没人带怎么办', '小学生假期托管'],
    ['拖管', '小学生假期托管'],
    ['childcare', '小学生假期托管'],
    ['holliday childcar', '小学生假期托管'],
    ['绿叶社区', '绿叶社区微家'],
    ['luyeshequ', '绿叶社区微家'],
    ['lvyesequ', '绿叶社区微家'],
  ])('%s finds %s', async (words, name) => {
    expect((await hit(words)).slice(0, 5)).toContain(name)
  })

  test.each(['', ' ', '\0', '%_', "'; drop table services --", '😀', "'".repeat(50), 'ঌ', '(((', '&|!'])(
    'nothing breaks on %j',
    async (words) => {
      expect(Array.isArray(await hit(words))).toBe(true)
    },
  )

  test('a place follows its names, its closing and its opening', async () => {
    const place = await addPlace({ name: '青竹工会小屋' })
    await change(await add({ places: [{ place: place.id, hours: null, note: null }] }), [
      { item: 'duration', before: null, after: '当场' },
    ])
    const name = house.id()
    await union.post(`/api/places/${place.id}/names`, { name, text: '竹林听雨轩', source: 'local' })
    const found = () => ask((tx) => searchServices(tx, '竹林听雨', 5, today))
    expect(await found()).toMatchObject([
      { kind: 'place', id: place.id, calledAs: '竹林听雨轩', by: 'words' },
    ])
    await union.post(`/api/places/${place.id}/closure`, { reason: '房屋到期' })
    expect(await found()).toEqual([])
    await union.delete(`/api/places/${place.id}/closure`)
    expect(await found()).toHaveLength(1)
    await union.delete(`/api/places/${place.id}/names/${name}`)
    expect(await found()).toEqual([])
    await union.put(`/api/places/${place.id}`, {
      changes: [{ item: 'name', before: place.name, after: '紫藤工会小屋' }],
    })
    expect((await hit('紫藤工会小屋'))[0]).toBe('紫藤工会小屋')
    const byFormer = await ask((tx) => searchServices(tx, '青竹工会小屋', 5, today))
    expect(byFormer.filter(({ by }) => by === 'words')).toEqual([])
  })

  test('what is typed is folded as the names of places are', async () => {
    const { items } = (await union.get('/api/places?limit=200&state=all')).body
    const rows = await ask((tx) =>
      sql<{ name: string; sound: string }>`select name, sound from places`.execute(tx),
    )
    expect(rows.rows.length).toBeGreaterThanOrEqual(items.length)
    for (const { name, sound } of rows.rows) expect(soundOf(name), name).toBe(sound)
  })

  test('page by page, by category and at one place', async () => {
    const place = await addPlace()
    const at = [{ place: place.id, hours: null, note: null }]
    for (const n of [1, 2, 3]) await add({ name: `急救课${n}`, category: 'red-cross', places: at })
    const looking = { language: 'zh', today } as const
    const first = await ask((tx) => publicServices(tx, looking, { category: 'red-cross', limit: 2 }))
    const last = first.items.at(-1)?.id ?? ''
    expect(first.next).toBe(last)
    const rest = await ask((tx) => publicServices(tx, looking, { category: 'red-cross', after: last }))
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('急救课'))).toEqual(['急救课1', '急救课2', '急救课3'])
    expect(await ask((tx) => publicServicesAt(tx, place.id, looking))).toHaveLength(3)
  })

  test('nobody of another county', async () => {
    const standing = { county: '511803', person: null }
    const found = await inTransaction(house.database, standing, (tx) => searchServices(tx, '法律援助', 10))
    expect(found).toEqual([])
  })
})
