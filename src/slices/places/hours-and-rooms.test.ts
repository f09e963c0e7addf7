import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
/** Keeps the places of the trade unions. */
let union: Caller
let hospital: Caller
let leader: Caller
let keeper: string

beforeAll(async () => {
  house = await testHouse()
  union = await house.as('yangxiaolan')
  hospital = await house.as('zenghai')
  leader = await house.as('chenqiushi')
  const { items } = (await union.get('/api/organisations?q=县总工会')).body
  keeper = items.find((one: { shortName: string }) => one.shortName === '县总工会').id
})
afterAll(() => house.close())

const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)

let made = 0
async function place(): Promise<string> {
  made += 1
  const id = house.id()
  const body = { place: id, name: `开放时间试设${made}号`, kind: 'other', keeper }
  expect((await union.post('/api/places', body)).status).toBe(200)
  return id
}
const week = { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', from: '2026-01-01', opens: '09:00', minutes: 480 }
const say = (at: string, before: number, rules: unknown[], caller = union) =>
  caller.put(`/api/places/${at}/hours`, { before, rules })
const hours = async (at: string, caller = union) => (await caller.get(`/api/places/${at}/hours`)).body

describe('the hours of a place', () => {
  test('are unknown until they are said, then tell the next two weeks', async () => {
    const at = await place()
    expect(await hours(at)).toMatchObject({ version: 0, state: { is: 'unknown' }, rules: [], said: null })
    expect(
      (await say(at, 0, [{ ...week, rule: 'FREQ=DAILY', opens: '00:00', minutes: 1440, holidays: 'plain' }]))
        .status,
    ).toBe(200)
    const told = await hours(at)
    expect(told).toMatchObject({ version: 1, state: { is: 'open', until: null }, mayChange: true })
    expect(told.days).toHaveLength(14)
    expect(told.days[0].spans).toEqual([{ opens: '00:00', minutes: 1440 }])
    expect(told.said.person.name).toBeTruthy()
  })

  test('are said by the one who saw what stands there', async () => {
    const at = await place()
    const answers = await Promise.all([say(at, 0, [week]), say(at, 0, [{ ...week, opens: '10:00' }])])
    expect(statuses(answers)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'place.hours-changed',
      version: 1,
    })
  })

  test.each([['FREQ=MINUTELY'], ['whenever'], ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], ['FREQ=WEEKLY\nX:1']])(
    'are not said by %j',
    async (rule) => {
      const at = await place()
      expect((await say(at, 0, [{ ...week, rule }])).body.code).toBe('place.rule-unreadable')
      expect((await hours(at)).version).toBe(0)
    },
  )

  test('have exceptions that hold until they are dropped', async () => {
    const at = await place()
    await say(at, 0, [{ ...week, rule: 'FREQ=DAILY', opens: '00:00', minutes: 1440, holidays: 'plain' }])
    const { days } = await hours(at)
    const [first, last] = [days[0].day, days[1].day]
    const exception = house.id()
    const works = { exception, first, last, reason: '消防检修 <b>' }
    expect((await union.post(`/api/places/${at}/exceptions`, works)).status).toBe(200)
    const told = await hours(at)
    expect(told.state).toMatchObject({ is: 'closed', why: '消防检修 <b>' })
    expect(told.days.slice(0, 3).map(({ spans }: { spans: unknown[] }) => spans.length)).toEqual([0, 0, 1])
    expect((await union.delete(`/api/places/${at}/exceptions/${exception}`)).status).toBe(200)
    expect((await hours(at)).state.is).toBe('open')
    expect((await union.delete(`/api/places/${at}/exceptions/${exception}`)).status).toBe(404)
  })

  test.each([
    [{ first: '2027-05-02', last: '2027-05-01' }, 'place.days-unfit'],
    [{ first: '2027-05-01', last: '2028-06-01' }, 'place.days-unfit'],
    [
      {
        first: '2027-05-01',
        last: '2027-05-01',
        spans: [
          { opens: '09:00', minutes: 90 },
          { opens: '10:00', minutes: 5 },
        ],
      },
      'bad-input',
    ],
    [{ first: '2027-05-01', last: '2027-05-01', spans: [{ opens: '24:00', minutes: 90 }] }, 'bad-input'],
  ])('refuse %j', async (days, code) => {
    const at = await place()
    const answer = await union.post(`/api/places/${at}/exceptions`, {
      exception: house.id(),
      reason: '检修',
      ...days,
    })
    expect(answer.body.code).toBe(code)
  })

  test('are said by nobody who does not keep the place, nor of one that is closed', async () => {
    const at = await place()
    expect((await say(at, 0, [week], hospital)).status).toBe(403)
    expect((await say(at, 0, [week], leader)).status).toBe(403)
    await union.post(`/api/places/${at}/closure`, { reason: '房屋到期' })
    expect((await say(at, 0, [week])).body.code).toBe('place.closed')
    expect((await hours(at)).state).toEqual({ is: 'given-up' })
  })

  test('stand in the history of the place', async () => {
    const at = await place()
    await say(at, 0, [week])
    const { items } = (await union.get(`/api/places/${at}/history`)).body
    expect(items[0]).toMatchObject({ name: 'place.hours-set' })
  })
})

describe('rooms', () => {
  const add = (at: string, facts: Record<string, unknown>, caller = union) => {
    const room = house.id()
    return caller
      .post(`/api/places/${at}/rooms`, { room, name: '多功能厅', capacity: 80, ...facts })
      .then((answer) => ({ ...answer, room }))
  }
  const rooms = async (at: string) => (await union.get(`/api/places/${at}/rooms`)).body.items

  test('are divided into parts, told by their full names', async () => {
    const at = await place()
    const hall = await add(at, { equipment: ['sound', 'projector', 'sound'], accessibility: ['ramp'] })
    const east = await add(at, { name: '东半厅', capacity: 40, parent: hall.room })
    await add(at, { name: '角落 𠮷', capacity: 10, parent: east.room })
    expect(await rooms(at)).toMatchObject([
      { name: '多功能厅', depth: 0, equipment: ['projector', 'sound'], accessibility: ['ramp'] },
      { fullName: '多功能厅 · 东半厅', depth: 1 },
      { fullName: '多功能厅 · 东半厅 · 角落 𠮷', depth: 2 },
    ])
  })

  test('have names of their own, parts that fit in, and no fourth level', async () => {
    const at = await place()
    const hall = await add(at, {})
    expect((await add(at, {})).body.code).toBe('room.name-held')
    expect((await add(at, { name: '东', capacity: 81, parent: hall.room })).body.code).toBe(
      'room.part-too-large',
    )
    const half = await add(at, { name: '东', capacity: 40, parent: hall.room })
    const quarter = await add(at, { name: '东一', capacity: 20, parent: half.room })
    expect((await add(at, { name: '东一甲', capacity: 5, parent: quarter.room })).body.code).toBe(
      'room.too-deep',
    )
    expect((await add(at, { name: '西', capacity: 5, parent: house.id() })).status).toBe(404)
  })

  test('of another place are no parts of a room of this one', async () => {
    const elsewhere = await add(await place(), {})
    expect((await add(await place(), { parent: elsewhere.room })).status).toBe(404)
  })

  test('are changed by who saw them, and given up with their parts', async () => {
    const at = await place()
    const hall = await add(at, {})
    await add(at, { name: '东', capacity: 40, parent: hall.room })
    const facts = { name: '大厅', capacity: 90, before: 1 }
    expect((await union.put(`/api/rooms/${hall.room}`, facts)).body).toMatchObject({ version: 2 })
    expect((await union.put(`/api/rooms/${hall.room}`, facts)).body.code).toBe('room.changed')
    expect((await hospital.put(`/api/rooms/${hall.room}`, { ...facts, before: 2 })).status).toBe(403)
    expect((await union.post(`/api/rooms/${hall.room}/closure`, { reason: '改作库房' })).status).toBe(200)
    expect(await rooms(at)).toEqual([])
    expect((await union.post(`/api/rooms/${hall.room}/closure`, { reason: '改作库房' })).body.code).toBe(
      'room.closed',
    )
    expect((await add(at, {})).status).toBe(200)
  })

  test('are found by how many people they hold, the smallest first', async () => {
    const at = await place()
    await add(at, { name: '大', capacity: 300 })
    await add(at, { name: '中', capacity: 30 })
    await add(at, { name: '小', capacity: 6 })
    const { items } = (await union.get(`/api/rooms?place=${at}&seats=20`)).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['中', '大'])
  })
})

describe('equipment', () => {
  async function piece(at: string, number = 'TY-01') {
    const id = house.id()
    const body = { piece: id, name: '投影仪', number }
    expect((await union.post(`/api/places/${at}/equipment`, body)).status).toBe(200)
    return id
  }
  const day = (ahead: number) =>
    new Date(Date.now() + (ahead * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
  const lend = async (id: string, more: Record<string, unknown> = {}, caller = union) => {
    const loan = house.id()
    const body = { loan, borrower: '始阳镇妇联', due: day(3), ...more }
    return { ...(await caller.post(`/api/equipment/${id}/loans`, body)), loan }
  }
  const back = (id: string, loan: string, condition = 'good') =>
    union.post(`/api/equipment/${id}/loans/${loan}/return`, { condition, remark: '少一根线' })
  const shown = async (at: string, caller = union) =>
    (await caller.get(`/api/places/${at}/equipment`)).body.items

  test('is out once, however many ask at once', async () => {
    const at = await place()
    const id = await piece(at)
    const answers = await Promise.all(Array.from({ length: 4 }, () => lend(id)))
    expect(statuses(answers)).toEqual([200, 409, 409, 409])
    expect((await lend(id)).body).toMatchObject({ code: 'equipment.out' })
  })

  test('comes back in the condition that is said, and what is damaged is not lent', async () => {
    const at = await place()
    const id = await piece(at)
    const { loan } = await lend(id, { phone: '+853 2856 1234' })
    expect((await back(id, loan, 'damaged')).status).toBe(200)
    expect(await shown(at)).toMatchObject([
      {
        condition: 'damaged',
        out: null,
        before: [{ conditionOut: 'good', conditionBack: 'damaged', phone: '+853 2856 1234' }],
      },
    ])
    expect((await lend(id)).body.code).toBe('equipment.unfit')
    expect((await back(id, loan)).body.code).toBe('equipment.returned')
  })

  test('tells nobody else who has it', async () => {
    const at = await place()
    const id = await piece(at)
    await lend(id, { phone: '138 0000 0000', purpose: '妇女维权讲座' })
    const text = JSON.stringify(await shown(at, leader))
    expect(text).toContain('投影仪')
    for (const secret of ['始阳镇妇联', '讲座']) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/138 ?0000/)
  })

  test('has its own number and a day of return, and is not taken out of use while it is out', async () => {
    const at = await place()
    const id = await piece(at)
    const again = { piece: house.id(), name: '投影仪', number: 'TY-01' }
    expect((await union.post(`/api/places/${at}/equipment`, again)).body.code).toBe('equipment.number-held')
    expect((await lend(id, { due: day(-1) })).body.code).toBe('equipment.due-unfit')
    expect((await lend(id, { due: day(91) })).body.code).toBe('equipment.due-unfit')
    expect((await lend(id, {}, hospital)).status).toBe(403)
    const { loan } = await lend(id)
    const retire = () => union.post(`/api/equipment/${id}/retirement`, { reason: '灯泡停产' })
    expect((await retire()).body.code).toBe('equipment.out')
    await back(id, loan)
    expect((await retire()).status).toBe(200)
    expect((await lend(id)).body.code).toBe('equipment.unfit')
    expect(await shown(at)).toEqual([])
  })
})
