import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { placesCalled } from './places-called.ts'

let house: TestHouse
/** Keeps the places of the trade unions, of the Red Cross, of the hospital. */
let union: Caller
let redCross: Caller
let hospital: Caller
let administrator: Caller
let supervisor: Caller
const organisations = new Map<string, string>()

beforeAll(async () => {
  house = await testHouse()
  union = await house.as('yangxiaolan')
  redCross = await house.as('luojianjun')
  hospital = await house.as('zenghai')
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
/** A place of the trade unions, with a name of its own unless one is given. */
async function add(facts: Record<string, unknown> = {}, caller = union): Promise<Made> {
  made += 1
  const place = house.id()
  const body = { place, name: `试设阵地${made}号`, kind: 'other', keeper: organisation('县总工会'), ...facts }
  const answer = await caller.post('/api/places', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id: place, name: body.name }
}

const show = async (place: Made, caller = union) => (await caller.get(`/api/places/${place.id}`)).body
const move = async (place: Made, before: Made | null, after: Made | null, caller = union) =>
  caller.put(`/api/places/${place.id}/parent`, { before: before?.id ?? null, after: after?.id ?? null })
const close = (place: Made, caller = union) =>
  caller.post(`/api/places/${place.id}/closure`, { reason: '房屋到期' })
const reopen = (place: Made, caller = union) => caller.delete(`/api/places/${place.id}/closure`)
const change = (place: Made, changes: unknown[], more: Record<string, unknown> = {}, caller = union) =>
  caller.put(`/api/places/${place.id}`, { changes, ...more })
const alsoCall = (place: Made, text: string, caller = union) =>
  caller.post(`/api/places/${place.id}/names`, { name: house.id(), text, source: 'local' })
const namesFound = async (query: string, caller = union): Promise<string[]> =>
  (await caller.get(`/api/places?${query}`)).body.items.map(({ name }: Made) => name)
const search = (q: string, caller = union) => namesFound(`q=${encodeURIComponent(q)}`, caller)
const called = async (...names: string[]) => {
  const standing = { county: '511825', person: null }
  const found = await inTransaction(house.database, standing, (tx) => placesCalled(tx, names), {
    readOnly: true,
  })
  return Object.fromEntries(
    [...found].map(([name, places]) => [name, places.map((place) => `${place.name} (${place.by})`)]),
  )
}

describe('a place is registered', () => {
  test('with its facts, its phone in one form and its terms in one order', async () => {
    const place = await add({
      name: '始阳镇凤翔社区暖心驿站',
      kind: 'rest-station',
      village: '511825101011',
      phone: '（0835）7222345 转 12',
      address: ' 凤翔路 18 号 ',
      accessibility: ['toilet', 'ramp', 'toilet'],
      languages: ['tibetan', 'mandarin'],
      note: '  ',
    })
    expect(await show(place)).toMatchObject({
      name: '始阳镇凤翔社区暖心驿站',
      kind: 'rest-station',
      village: { code: '511825101011', name: '凤翔社区', township: '始阳镇' },
      keeper: { name: 'County Federation of Trade Unions' },
      phone: '0835-7222345-12',
      address: '凤翔路 18 号',
      accessibility: ['ramp', 'toilet'],
      languages: ['mandarin', 'tibetan'],
      note: null,
      version: 1,
      ancestors: [],
      actions: ['change', 'name', 'move', 'add', 'close'],
    })
    for (const words of [
      '暖心驿站',
      'nxyz',
      'nuanxin',
      '凤翔社区',
      'fxsq',
      '凤翔路',
      '总工会 暖心',
      '7222345',
    ]) {
      expect(await search(words), words).toContain(place.name)
    }
  })

  test('not under a name that an open place has, and the answer says which place', async () => {
    const first = await add({ name: '同名工会驿站' })
    const body = {
      place: house.id(),
      name: '同名 “工会驿站”',
      kind: 'other',
      keeper: organisation('县总工会'),
    }
    const refused = await union.post('/api/places', body, { language: 'zh' })
    expect(refused.body).toMatchObject({ code: 'place.name-held', place: { id: first.id } })
    expect(refused.body.title).toContain('同名工会驿站')
    expect((await union.get(`/api/places/${body.place}`)).status).toBe(404)
  })

  test.each([
    ['511825101999', 'place.village-unknown'],
    ['511803101011', 'place.village-elsewhere'],
  ])('not in the village %s', async (village, code) => {
    const body = {
      place: house.id(),
      name: '无此村驿站',
      kind: 'other',
      keeper: organisation('县总工会'),
      village,
    }
    expect((await union.post('/api/places', body)).body.code).toBe(code)
  })

  test.each([
    ['phone', '7222345'],
    ['village', '5118251010'],
    ['kind', 'castle'],
    ['accessibility', ['stairs']],
    ['languages', ['latin']],
    ['name', ' '],
  ])('not with %s %s, and the answer names the field', async (field, value) => {
    const body = { place: house.id(), name: '有误驿站', kind: 'other', keeper: organisation('县总工会') }
    const refused = await union.post('/api/places', { ...body, [field]: value })
    expect(refused.status).toBe(400)
    expect(refused.body.code).toBe('bad-input')
    expect(refused.body.issues[0].path).toMatch(new RegExp(`^${field}`))
  })

  test('not of signs alone, not by nobody we know, not by an organisation that is closed', async () => {
    const base = { kind: 'other', keeper: organisation('县总工会') }
    const refusal = async (facts: object) =>
      (await administrator.post('/api/places', { place: house.id(), ...base, ...facts })).body
    expect(await refusal({ name: '“·”' })).toMatchObject({ code: 'place.name-empty' })
    expect(await refusal({ name: '无人驿站', keeperPerson: house.id() })).toMatchObject({ code: 'not-found' })
    const partner = house.id()
    const added = { organisation: partner, parent: organisation('天全县'), kind: 'partner' }
    await administrator.post('/api/organisations', {
      ...added,
      name: '天全县已撤销服务社',
      shortName: '服务社',
    })
    const closure = { day: '2020-01-01', reason: '注销' }
    await administrator.post(`/api/organisations/${partner}/closure`, closure)
    expect(await refusal({ name: '服务社驿站', keeper: partner })).toMatchObject({
      code: 'place.keeper-closed',
    })
  })
})

describe('a place is changed', () => {
  test('item by item, and its history tells what stood there before', async () => {
    const place = await add({ phone: '12351' })
    const changes = [
      { item: 'phone', before: '12351', after: '+853 2856 1234' },
      { item: 'kind', before: 'other', after: 'warehouse' },
      { item: 'languages', before: [], after: ['cantonese'] },
    ]
    expect((await change(place, changes)).body).toEqual({ id: place.id, version: 2 })
    const history = await union.get(`/api/places/${place.id}/history`, undefined, { language: 'zh' })
    const [last, first] = history.body.items
    expect(last).toMatchObject({ name: 'place.changed', what: '更正阵地信息', person: { name: '杨晓兰' } })
    expect(last.changes).toEqual([
      { item: '电话', before: '12351', after: '+853 2856 1234' },
      { item: '类别', before: '其他', after: '仓库' },
      { item: '服务语言', before: null, after: '粤语' },
    ])
    expect(first).toMatchObject({ name: 'place.added' })
  })

  test('by two people at once: different items both stand, the same one is told who was first', async () => {
    const place = await add()
    const by = (caller: Caller, item: string, after: string) =>
      change(place, [{ item, before: null, after }], {}, caller)
    expect((await by(union, 'phone', '12351')).status).toBe(200)
    expect((await by(administrator, 'address', '向阳大道 2 号')).status).toBe(200)
    const refused = await by(administrator, 'phone', '12338')
    expect(refused.status).toBe(409)
    expect(refused.body.conflicts).toMatchObject([{ item: 'phone', now: '12351', by: '杨晓兰' }])
    expect(await show(place)).toMatchObject({ phone: '12351', address: '向阳大道 2 号', version: 3 })
  })

  test('at the very same moment: one of the two is told that the other was first', async () => {
    const place = await add()
    const answers = await Promise.all(
      ['12351', '12355', '12338', '12345'].map((after) =>
        change(place, [{ item: 'phone', before: null, after }]),
      ),
    )
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409'])
  })

  test('to the same again: nothing is written', async () => {
    const place = await add()
    const same = [{ item: 'kind', before: 'other', after: 'other' }]
    expect((await change(place, same)).body.code).toBe('place.nothing-changed')
    const twice = [
      { item: 'kind', before: 'other', after: 'base' },
      { item: 'kind', before: 'other', after: 'park' },
    ]
    expect((await change(place, twice)).status).toBe(400)
    expect(await show(place)).toMatchObject({ version: 1, kind: 'other' })
  })

  test('in its name: the former one goes on meaning it where that is wished, and is free where not', async () => {
    const place = await add({ name: '天全县女大学生就业见习点' })
    const renamed = [{ item: 'name', before: place.name, after: '天全县女大学生就业创业基地' }]
    expect((await change(place, renamed, { keepFormerName: true })).status).toBe(200)
    expect(await called('县女大学生就业创业基地', '天全县女大学生就业见习点')).toEqual({
      县女大学生就业创业基地: ['天全县女大学生就业创业基地 (short)'],
      天全县女大学生就业见习点: ['天全县女大学生就业创业基地 (alias)'],
    })
    expect((await show(place)).names).toMatchObject([{ text: place.name, source: 'former' }])
    const back = [{ item: 'name', before: '天全县女大学生就业创业基地', after: place.name }]
    expect((await change(place, back)).status).toBe(200)
    expect((await show(place)).names).toEqual([])
    expect(await called('天全县女大学生就业创业基地')).toEqual({})
    expect(await search('创业基地')).not.toContain(place.name)
  })

  test('to another keeper only by somebody whose permission reaches both', async () => {
    const place = await add()
    const [from, to] = [organisation('县总工会'), organisation('县红十字会')]
    const given = [{ item: 'keeper', before: from, after: to }]
    expect((await change(place, given)).status).toBe(403)
    expect((await change(place, given, {}, redCross)).status).toBe(403)
    expect((await change(place, given, {}, administrator)).status).toBe(200)
    expect((await show(place, redCross)).actions).toContain('change')
    expect((await show(place, union)).actions).toEqual(['add'])
    expect(await namesFound(`keeper=${to}`)).toContain(place.name)
    expect(await search(`红十字会 ${place.name}`)).toContain(place.name)
  })
})

describe('places stand in a tree', () => {
  test('a place is moved with all that it holds', async () => {
    const [centre, station] = [await add(), await add()]
    const hall = await add({ parent: centre.id })
    const shelf = await add({ parent: hall.id })
    expect((await move(hall, centre, station)).status).toBe(200)
    expect((await show(shelf)).ancestors.map(({ name }: Made) => name)).toEqual([station.name, hall.name])
    expect(await namesFound(`parent=${station.id}`)).toEqual([hall.name])
    expect(await namesFound(`parent=${centre.id}`)).toEqual([])
    expect((await move(hall, station, null)).status).toBe(200)
    expect((await show(shelf)).ancestors.map(({ name }: Made) => name)).toEqual([hall.name])
    expect(await namesFound('parent=top&limit=200')).toContain(hall.name)
  })

  test('never below itself or what it holds, nor deeper than six levels', async () => {
    const levels = [await add()]
    for (let depth = 1; depth < 6; depth += 1) levels.push(await add({ parent: levels.at(-1)?.id }))
    const [top, second] = levels as [Made, Made]
    const deepest = levels.at(-1) as Made
    expect((await move(top, null, deepest)).body.code).toBe('place.into-itself')
    expect((await move(top, null, top)).body.code).toBe('place.into-itself')
    const body = { place: house.id(), name: '第七级', kind: 'other', keeper: organisation('县总工会') }
    expect((await union.post('/api/places', { ...body, parent: deepest.id })).body.code).toBe(
      'place.too-deep',
    )
    const other = await add()
    expect((await move(top, null, other)).body.code).toBe('place.too-deep')
    expect((await move(second, top, other)).status).toBe(200)
    expect((await show(deepest)).actions).not.toContain('add')
  })

  test('two moves at once that would make a circle: one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await add(), await add()]
      const below = await add({ parent: b.id })
      const under = await add({ parent: a.id })
      const answers = await Promise.all([move(a, null, below), move(b, null, under, administrator)])
      expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
    }
  })

  test('who moved it meanwhile is told', async () => {
    const [place, first, second] = [await add(), await add(), await add()]
    expect((await move(place, null, first, administrator)).status).toBe(200)
    const refused = await move(place, null, second)
    expect(refused.body).toMatchObject({
      code: 'place.changed',
      conflicts: [{ item: 'parent', now: first.name, by: '高明远' }],
    })
  })
})

describe('a place is closed and reopened', () => {
  test('not while it holds open places, and the answer says which', async () => {
    const centre = await add()
    const halls = []
    for (let n = 0; n < 7; n += 1) halls.push(await add({ parent: centre.id }))
    const refused = await close(centre)
    expect(refused.body).toMatchObject({ code: 'place.holds-open', below: { count: 7 } })
    expect(refused.body.below.names).toHaveLength(5)
    for (const hall of halls) expect((await close(hall)).status).toBe(200)
    expect((await close(centre)).status).toBe(200)
    expect((await close(centre)).body.code).toBe('place.closed')
    const [hall] = halls as [Made]
    expect((await reopen(hall)).body.code).toBe('place.parent-closed')
    expect((await reopen(centre)).status).toBe(200)
    expect((await reopen(hall)).status).toBe(200)
    expect((await reopen(hall)).body.code).toBe('place.open')
    expect((await show(centre)).below).toBe(1)
  })

  test('closed, it says why and by whom, leaves the lists, and nothing is changed or put below it', async () => {
    const place = await add()
    await close(place)
    expect(await show(place)).toMatchObject({
      closure: { reason: '房屋到期', person: { name: '杨晓兰' } },
      actions: ['reopen'],
    })
    expect(await search(place.name)).toEqual([])
    expect(await namesFound(`state=closed&q=${encodeURIComponent(place.name)}`)).toEqual([place.name])
    expect((await change(place, [{ item: 'kind', before: 'other', after: 'base' }])).body.code).toBe(
      'place.closed',
    )
    expect((await alsoCall(place, '旧房子')).body.code).toBe('place.closed')
    const body = { place: house.id(), name: '其下新设', kind: 'other', keeper: organisation('县总工会') }
    expect((await union.post('/api/places', { ...body, parent: place.id })).body.code).toBe(
      'place.parent-closed',
    )
  })

  test('its names are free, and it comes back only when nobody took one', async () => {
    const old = await add({ name: '老街职工书屋' })
    await alsoCall(old, '老街书屋')
    await close(old)
    expect(await called('老街职工书屋', '老街书屋')).toEqual({})
    const next = await add({ name: '老街书屋' })
    expect((await reopen(old)).body).toMatchObject({ code: 'place.name-held', place: { id: next.id } })
    await close(next)
    expect((await reopen(old)).status).toBe(200)
    expect(await called('老街书屋')).toEqual({ 老街书屋: ['老街职工书屋 (alias)'] })
  })
})

describe('a place is also called', () => {
  test('by a name that is found, told where it came from, and dropped again', async () => {
    const place = await add({ name: '天全县备灾物资仓库' })
    const visit = { kind: 'visit', id: house.id() }
    const name = house.id()
    const said = { name, text: '澳门博爱仓', source: 'report', about: visit }
    expect((await supervisor.post(`/api/places/${place.id}/names`, said)).status).toBe(200)
    expect((await show(place)).names).toMatchObject([
      { id: name, text: '澳门博爱仓', source: 'report', about: visit, person: { name: '卢静' } },
    ])
    expect(await search('ambac')).toEqual([place.name])
    expect(await called('澳门“博爱”仓')).toEqual({ '澳门“博爱”仓': ['天全县备灾物资仓库 (alias)'] })
    expect((await union.delete(`/api/places/${place.id}/names/${name}`)).status).toBe(200)
    expect(await search('ambac')).toEqual([])
    expect(await called('澳门博爱仓')).toEqual({})
    expect((await union.delete(`/api/places/${place.id}/names/${name}`)).status).toBe(404)
    const history = (await union.get(`/api/places/${place.id}/history`)).body.items
    expect(history.map((row: { name: string; text: string }) => [row.name, row.text])).toEqual([
      ['place.name-dropped', '澳门博爱仓'],
      ['place.named', '澳门博爱仓'],
      ['place.added', null],
    ])
  })

  test('by no name that another open place has as its own or as an alias', async () => {
    const [first, second] = [await add(), await add()]
    await alsoCall(first, '北门口')
    expect((await alsoCall(second, '“北门口”')).body).toMatchObject({
      code: 'place.name-held',
      place: { id: first.id, name: first.name },
    })
    expect((await alsoCall(second, first.name)).body.code).toBe('place.name-held')
    const renamed = [{ item: 'name', before: second.name, after: '北门口' }]
    expect((await change(second, renamed)).body.code).toBe('place.name-held')
  })

  test('by a name that it has already: that stays one name', async () => {
    const place = await add()
    await alsoCall(place, '南门口')
    expect((await alsoCall(place, ' 南门口')).status).toBe(200)
    expect((await alsoCall(place, place.name)).status).toBe(200)
    expect((await show(place)).names).toHaveLength(1)
  })

  test('its own name is no alias to drop, and becomes one only once', async () => {
    const place = await add({ name: '西门驿站' })
    await alsoCall(place, '西门口')
    expect((await change(place, [{ item: 'name', before: '西门驿站', after: '西门口' }])).status).toBe(200)
    const shown = await show(place)
    expect([shown.name, shown.names]).toEqual(['西门口', []])
  })
})

describe('names of a text mean places', () => {
  test('by whole names first, then by what they come down to, and both where two fit equally', async () => {
    const centre = await add({ name: '天全县群众文体服务中心' })
    await alsoCall(centre, '文体中心')
    const homes = [
      await add({ name: '始阳镇老街妇女微家', village: '511825101011' }),
      await add({ name: '城厢镇老街妇女微家', village: '511825100010' }),
    ]
    const here = await add({ name: '凤翔老茶馆', village: '511825101011' })
    const firm = await add({ name: '天全县青禾鲟业有限责任公司', kind: 'enterprise' })
    expect(
      await called(
        '天全县群众文体服务中心',
        '文体中心',
        '县群众文体服务中心',
        '老街妇女微家',
        '始阳镇老街妇女微家',
        '天全县始阳镇“老街妇女微家”',
        '思经镇老街妇女微家',
        '始阳镇凤翔老茶馆',
        '仁义镇凤翔老茶馆',
        '青禾鲟业',
        '四川青禾鲟业有限公司',
        '不存在的地方',
        '',
      ),
    ).toEqual({
      天全县群众文体服务中心: [`${centre.name} (name)`],
      文体中心: [`${centre.name} (alias)`],
      县群众文体服务中心: [`${centre.name} (short)`],
      老街妇女微家: homes.map(({ name }) => `${name} (short)`).toSorted(),
      始阳镇老街妇女微家: ['始阳镇老街妇女微家 (name)'],
      '天全县始阳镇“老街妇女微家”': ['始阳镇老街妇女微家 (short)'],
      始阳镇凤翔老茶馆: [`${here.name} (short)`],
      青禾鲟业: [`${firm.name} (short)`],
      四川青禾鲟业有限公司: [`${firm.name} (short)`],
    })
  })

  test('what a name comes down to follows the village', async () => {
    const place = await add({ name: '迁移茶馆', village: '511825101011' })
    expect(await called('城厢镇迁移茶馆')).toEqual({})
    const moved = [{ item: 'village', before: '511825101011', after: '511825100010' }]
    expect((await change(place, moved)).status).toBe(200)
    expect(await called('城厢镇迁移茶馆', '始阳镇迁移茶馆')).toEqual({
      城厢镇迁移茶馆: ['迁移茶馆 (short)'],
    })
  })
})

describe('who may', () => {
  test('the officers of the keeper and whoever stands above it; the rest of the county reads', async () => {
    const place = await add()
    const kind = [{ item: 'kind', before: 'other', after: 'base' }]
    expect((await change(place, kind, {}, hospital)).status).toBe(403)
    expect((await close(place, hospital)).status).toBe(403)
    expect((await alsoCall(place, '医院也叫', hospital)).status).toBe(403)
    expect((await move(place, null, null, hospital)).status).toBe(403)
    const theirs = {
      place: house.id(),
      name: '医院替工会登记',
      kind: 'other',
      keeper: organisation('县总工会'),
    }
    expect((await hospital.post('/api/places', theirs)).status).toBe(403)
    for (const login of ['lujing', 'chenqiushi', 'fengyinuo', 'zenghai']) {
      const reader = await house.as(login)
      expect((await show(place, reader)).name).toBe(place.name)
      expect((await change(place, kind, {}, reader)).status).toBe(403)
    }
    // Above the union's branch stands the county: its administrator may.
    expect((await change(place, kind, {}, administrator)).status).toBe(200)
  })

  test('an officer of a bureau keeps what the branch below it has; not what stands beside', async () => {
    const bureau = await house.as('tangyue')
    const branch = await add({ keeper: organisation('人社局团支部') }, bureau)
    expect((await close(branch, hospital)).status).toBe(403)
    expect((await close(branch, bureau)).status).toBe(200)
  })

  test('another county sees no place, and no name means one there', async () => {
    const neighbour = await house.as('jiangheng')
    expect((await neighbour.get('/api/places?state=all')).body).toMatchObject({ items: [], total: 0 })
    expect((await neighbour.get('/api/places/counts')).body).toMatchObject({ open: 0, closed: 0 })
    const found = await inTransaction(house.database, { county: '511803', person: null }, (tx) =>
      placesCalled(tx, ['天全县群众文体服务中心', '文体中心']),
    )
    expect(found.size).toBe(0)
  })
})

describe('the list', () => {
  test('is in the order of pinyin, page by page, each place once', async () => {
    for (const name of ['翻页安乐点', '翻页柏树点', '翻页陈家点', '翻页丁村点', '翻页柏树二点'])
      await add({ name })
    const seen: string[] = []
    let after = ''
    do {
      const page = (await union.get(`/api/places?q=${encodeURIComponent('翻页')}&limit=2${after}`)).body
      expect(page.total).toBe(5)
      seen.push(...page.items.map(({ name }: Made) => name))
      after = page.next ? `&after=${page.next}` : ''
    } while (after)
    expect(seen).toEqual(
      ['翻页安乐点', '翻页柏树点', '翻页柏树二点', '翻页陈家点', '翻页丁村点'].toSorted(byPinyin),
    )
    expect((await union.get('/api/places?state=all&limit=200')).body.items.length).toBeGreaterThan(20)
  })

  test('is filtered by kind, keeper, town, village and by whose own they are', async () => {
    const mine = await add({ kind: 'memorial-village', village: '511825105201' })
    const theirs = await add(
      { kind: 'memorial-village', village: '511825105211', keeper: organisation('县红十字会') },
      redCross,
    )
    const both = [mine.name, theirs.name].toSorted(byPinyin)
    const among = async (query: string) => (await namesFound(query)).filter((name) => both.includes(name))
    expect(await among('kind=memorial-village&limit=200')).toEqual(both)
    expect(await among('area=511825105&limit=200')).toEqual(both)
    expect(await among('area=511825105201')).toEqual([mine.name])
    expect(await among('mine=true&limit=200')).toEqual([mine.name])
    expect(await among(`keeper=${organisation('县红十字会')}&limit=200`)).toEqual([theirs.name])
    const { body } = await union.get('/api/places/counts')
    expect(body.open).toBe((await union.get('/api/places')).body.total)
    expect(body.kinds.find((one: { kind: string }) => one.kind === 'memorial-village').count).toBe(
      (await union.get('/api/places?kind=memorial-village')).body.total,
    )
    expect(body.townships.find((one: { code: string }) => one.code === '511825105').count).toBe(
      (await union.get('/api/places?area=511825105')).body.total,
    )
  })

  test('finds what an organisation keeps by its new name', async () => {
    const place = await add({ keeper: organisation('县妇联') }, administrator)
    const renamed = { name: '天全县妇女儿童联合会', shortName: '县妇儿联' }
    await administrator.put(`/api/organisations/${organisation('县妇联')}`, renamed)
    expect(await search(`妇儿联 ${place.name}`)).toEqual([place.name])
  })
})

const collator = new Intl.Collator('zh-Hans-CN')
const byPinyin = (a: string, b: string) => collator.compare(a, b)
