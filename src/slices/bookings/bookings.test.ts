import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/auth/actor.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { requestBooking } from './request-booking.ts'
import { sweepBookings } from './sweep-bookings.ts'

let house: TestHouse
/** Keeps the places of the trade unions. */
let union: Caller
/** An officer of the hospital. */
let hospital: Caller
let redCross: Caller
let supervisor: Caller
let auditor: Caller
let keeper: string
let unionActor: Actor
let hospitalActor: Actor

beforeAll(async () => {
  house = await testHouse()
  union = await house.as('yangxiaolan')
  hospital = await house.as('zenghai')
  redCross = await house.as('luojianjun')
  supervisor = await house.as('lujing')
  auditor = await house.as('fengyinuo')
  const { items } = (await union.get('/api/organisations?q=县总工会')).body
  keeper = items.find((one: { shortName: string }) => one.shortName === '县总工会').id
  unionActor = await actor('yangxiaolan')
  hospitalActor = await actor('zenghai')
})
afterAll(() => house.close())

async function actor(login: string): Promise<Actor> {
  const session = await house.nobody.post('/api/session', { login, password: 'daqiao-demo' })
  const token = /=([^;]+)/.exec(session.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const found = await house.house.identify(decodeURIComponent(token), 'en')
  if (!found) throw new Error(`nobody is ${login}`)
  return found
}

let made = 0
async function place(): Promise<string> {
  made += 1
  const id = house.id()
  const body = { place: id, name: `预约试设${made}号`, kind: 'other', keeper }
  expect((await union.post('/api/places', body)).status).toBe(200)
  return id
}
const rules = {
  bookers: 'organisations',
  approval: 'nobody',
  freeUpTo: null,
  outsideHours: 'ask',
  longest: 720,
  daysAhead: 180,
  clearing: 0,
  grace: 30,
}
async function room(at: string, more: Record<string, unknown> = {}, ruled: Record<string, unknown> = {}) {
  const id = house.id()
  const body = { room: id, name: `场地${id.slice(-8)}`, capacity: 40, rules: { ...rules, ...ruled }, ...more }
  const answer = await union.post(`/api/places/${at}/rooms`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}
/** A moment so many days ahead, at an hour of China's clock. */
const at = (days: number, hour: number, minute = 0) => {
  const day = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000).toISOString()
}
const wish = (rooms: string[], starts: string, ends: string, more: Record<string, unknown> = {}) => ({
  booking: house.id(),
  rooms,
  starts,
  ends,
  purpose: '职工合唱排练',
  party: 12,
  ...more,
})
async function book(
  caller: Caller,
  rooms: string[],
  starts: string,
  ends: string,
  more: Record<string, unknown> = {},
) {
  const body = wish(rooms, starts, ends, more)
  return { ...(await caller.post('/api/bookings', body)), id: body.booking }
}
const show = async (id: string, caller = union) => (await caller.get(`/api/bookings/${id}`)).body
const person = async (login: string) => {
  const { items } = (await (await house.as('gaomingyuan')).get('/api/people?limit=200')).body
  return items.find((one: { login: string }) => one.login === login).id as string
}
const sweep = (now: string, id: string) =>
  house.house.commands.run(sweepBookings, unionActor, { place: id }, { id: house.id(), now: new Date(now) })

describe('nobody books what another has', () => {
  test('one of twenty who ask at once gets the room, the others learn who was quicker', async () => {
    const hall = await room(await place())
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => book(i % 2 ? hospital : supervisor, [hall], at(3, 9), at(3, 10))),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status === 409)
    expect(refused).toHaveLength(19)
    for (const { body } of refused)
      expect(body).toMatchObject({ code: 'booking.taken', clashes: [{ id: hall }] })
  })

  test('the database itself refuses it, under the row rule, whatever the application asks', async () => {
    const hall = await room(await place())
    const { id } = await book(supervisor, [hall], at(3, 9), at(3, 10))
    const client = new pg.Client({ connectionString: house.url })
    await client.connect()
    const hold = (county: string, resource: string, starts: string, ends: string) =>
      client.query(
        `insert into holds (county, id, holder_kind, holder, resource_kind, resource, room, starts, ends)
         values ($1, $2, 'booking', $3, 'room', $4, $4, $5, $6)`,
        [county, house.id(), id, resource, starts, ends],
      )
    const as = async (county: string) => {
      await client.query('begin')
      await client.query(`set local role daqiao_app; set local app.county = '${county}'`)
    }
    try {
      await as('511825')
      await expect(hold('511825', hall, at(3, 9, 59), at(3, 11))).rejects.toMatchObject({ code: '23P01' })
      await client.query('rollback')
      await as('511825')
      await hold('511825', hall, at(3, 10), at(3, 11))
      await client.query('rollback')
      // The same id in another county is another room: no county learns of, or blocks, another one's hours.
      await as('511803')
      await hold('511803', hall, at(3, 9), at(3, 10))
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })

  test('two that touch are no clash, two that overlap by a minute are', async () => {
    const hall = await room(await place())
    expect((await book(supervisor, [hall], at(3, 9), at(3, 10))).status).toBe(200)
    expect((await book(hospital, [hall], at(3, 10), at(3, 11))).status).toBe(200)
    expect((await book(hospital, [hall], at(3, 8), at(3, 9, 1))).body.code).toBe('booking.taken')
  })

  test('the time for clearing up is nobody else’s', async () => {
    const hall = await room(await place(), {}, { clearing: 30 })
    await book(supervisor, [hall], at(3, 9), at(3, 10))
    expect((await book(hospital, [hall], at(3, 10, 29), at(3, 11))).body.code).toBe('booking.taken')
    expect((await book(hospital, [hall], at(3, 10, 30), at(3, 11))).status).toBe(200)
  })

  test('over midnight and over the year', async () => {
    const hall = await room(await place())
    const night = { starts: '2026-12-31T15:00:00.000Z', ends: '2026-12-31T17:00:00.000Z' }
    expect((await book(supervisor, [hall], night.starts, night.ends)).status).toBe(200)
    const later = await book(hospital, [hall], '2026-12-31T16:30:00.000Z', '2026-12-31T18:00:00.000Z')
    expect(later.body.code).toBe('booking.taken')
  })
})

describe('a room that can be divided', () => {
  async function hallWithParts() {
    const where = await place()
    const hall = await room(where, { capacity: 80 })
    const east = await room(where, { parent: hall })
    const west = await room(where, { parent: hall })
    return { where, hall, east, west }
  }

  test('as a whole takes its parts, and a part takes the whole', async () => {
    const { hall, east, west } = await hallWithParts()
    expect((await book(supervisor, [east], at(4, 9), at(4, 10))).status).toBe(200)
    expect((await book(hospital, [west], at(4, 9), at(4, 10))).status).toBe(200)
    expect((await book(hospital, [hall], at(4, 9), at(4, 10))).body.code).toBe('booking.taken')
    expect((await book(hospital, [hall], at(4, 10), at(4, 11))).status).toBe(200)
    expect((await book(supervisor, [west], at(4, 10, 30), at(4, 11))).body.code).toBe('booking.taken')
  })

  test('both halves at once are one booking', async () => {
    const { east, west } = await hallWithParts()
    const both = await book(supervisor, [east, west], at(4, 9), at(4, 10))
    expect(both.status).toBe(200)
    expect((await show(both.id)).rooms).toHaveLength(2)
    await book(supervisor, [east], at(4, 12), at(4, 13))
    expect((await book(hospital, [west, east], at(4, 12), at(4, 13))).body.code).toBe('booking.taken')
    expect((await book(hospital, [west], at(4, 12), at(4, 13))).status).toBe(200)
  })

  test('when it was booked before it was divided, its new parts are booked too', async () => {
    const where = await place()
    const hall = await room(where, { capacity: 80 })
    await book(supervisor, [hall], at(4, 9), at(4, 10))
    const east = await room(where, { parent: hall })
    const west = await room(where, { parent: hall })
    for (const part of [hall, east, west])
      expect((await book(hospital, [part], at(4, 9), at(4, 10))).body.code).toBe('booking.taken')
    expect((await book(hospital, [east], at(4, 10), at(4, 11))).status).toBe(200)
  })

  test('loses a part, and who booked the whole still has the rest', async () => {
    const { hall, east, west } = await hallWithParts()
    const whole = await book(supervisor, [hall], at(4, 9), at(4, 10))
    const part = await book(hospital, [east], at(4, 12), at(4, 13))
    await union.post(`/api/rooms/${east}/closure`, { reason: '漏水' })
    expect(await show(part.id)).toMatchObject({ state: 'cancelled', why: '漏水' })
    expect((await show(whole.id)).state).toBe('approved')
    expect((await book(hospital, [west], at(4, 9), at(4, 10))).body.code).toBe('booking.taken')
    expect((await book(hospital, [hall], at(4, 12), at(4, 13))).status).toBe(200)
  })

  test('shows in the week what holds it, through whom', async () => {
    const { where, hall, east, west } = await hallWithParts()
    const { id } = await book(supervisor, [east], at(4, 9), at(4, 10), {
      purpose: '<script>alert(1)</script>',
    })
    const week = (await union.get(`/api/places/${where}/bookings/week?from=${at(4, 0).slice(0, 10)}`)).body
    const of = (one: string) => week.rooms.find((shown: { id: string }) => shown.id === one).taken
    expect(of(east)).toMatchObject([{ booking: id, through: null, title: '<script>alert(1)</script>' }])
    expect(of(hall)).toMatchObject([{ booking: id, through: expect.stringContaining(' · ') }])
    expect(of(west)).toEqual([])
  })
})

describe('people who must be there', () => {
  test('are taken together with the room, or nothing is', async () => {
    const where = await place()
    const [one, two] = [await room(where), await room(where)]
    const teacher = await person('zenghai')
    expect((await book(supervisor, [one], at(5, 9), at(5, 10), { people: [teacher] })).status).toBe(200)
    const second = await book(supervisor, [two], at(5, 9, 30), at(5, 11), { people: [teacher] })
    expect(second.body).toMatchObject({
      code: 'booking.taken',
      clashes: [{ resourceKind: 'person', id: teacher }],
    })
    expect((await union.get(`/api/bookings/${second.id}`)).status).toBe(404)
    expect((await book(supervisor, [two], at(5, 9, 30), at(5, 11))).status).toBe(200)
  })

  test('guide a group: the visit waits for one, and the guide cannot be in two places', async () => {
    const where = await place()
    const [museum, hall] = [await room(where), await room(where)]
    const guide = await person('wusiqi')
    const group = { kind: 'visit', groupName: '始阳小学五年级', party: 38, language: '普通话' }
    const visit = await book(hospital, [museum], at(5, 14), at(5, 15), group)
    expect(visit.body).toMatchObject({ state: 'asked' })
    expect(await show(visit.id)).toMatchObject({ waitsFor: ['guide'], groupName: '始阳小学五年级' })
    const approve = (given: string | null) =>
      union.post(`/api/bookings/${visit.id}/approval`, { version: 1, guide: given })
    expect((await approve(null)).body.code).toBe('booking.not-now')
    const other = await book(supervisor, [hall], at(5, 14), at(5, 16), { people: [guide] })
    expect((await approve(guide)).body.code).toBe('booking.taken')
    expect((await show(visit.id)).state).toBe('asked')
    await supervisor.post(`/api/bookings/${other.id}/cancellation`, { version: 1 })
    expect((await approve(guide)).body).toMatchObject({ state: 'approved' })
    expect(await show(visit.id)).toMatchObject({ guide: { id: guide } })
  })
})

describe('who gets it at once, and who waits', () => {
  const tell = async (
    ruled: Record<string, unknown>,
    caller = hospital,
    more: Record<string, unknown> = {},
  ) => (await book(caller, [await room(await place(), {}, ruled)], at(6, 9), at(6, 12), more)).body
  const contact = { contact: { name: '王大姐', phone: '+852 2345 6789' } }

  test('by the rules of the room', async () => {
    expect(await tell({ approval: 'others' })).toMatchObject({ state: 'asked' })
    expect(await tell({ approval: 'others' }, union)).toMatchObject({ state: 'approved' })
    expect(await tell({ approval: 'everybody' }, union)).toMatchObject({ state: 'asked' })
    expect(await tell({ freeUpTo: 120 })).toMatchObject({ state: 'asked' })
    expect(await tell({ freeUpTo: 180 })).toMatchObject({ state: 'approved' })
    expect(await tell({ longest: 120 })).toMatchObject({ code: 'booking.too-long' })
    expect(await tell({ daysAhead: 2 })).toMatchObject({ code: 'booking.too-far' })
    expect(await tell({ bookers: 'keeper' })).toMatchObject({ code: 'booking.not-for-you' })
    expect(await tell({ bookers: 'organisations' }, hospital, contact)).toMatchObject({
      code: 'booking.not-for-you',
    })
    expect(await tell({ bookers: 'public' }, hospital, contact)).toMatchObject({ state: 'approved' })
    expect(await tell({}, hospital, { party: 41 })).toMatchObject({ code: 'booking.too-many' })
    expect(await tell({}, union, { party: 41 })).toMatchObject({ code: 'booking.too-many' })
    expect((await book(hospital, [await room(await place())], at(-1, 9), at(-1, 10))).body.code).toBe(
      'booking.past',
    )
  })

  test('and by the hours of the place', async () => {
    const where = await place()
    const daily = { rule: 'FREQ=DAILY', from: '2026-01-01', opens: '09:00', minutes: 480, holidays: 'plain' }
    await union.put(`/api/places/${where}/hours`, { before: 0, rules: [daily] })
    const strict = await room(where, {}, { outsideHours: 'refuse' })
    const kind = await room(where, {}, { outsideHours: 'ask' })
    expect((await book(hospital, [strict], at(6, 16), at(6, 18))).body.code).toBe('booking.outside-hours')
    expect((await book(hospital, [strict], at(6, 16), at(6, 17))).body.state).toBe('approved')
    const late = await book(hospital, [kind], at(6, 16), at(6, 18))
    expect(late.body.state).toBe('asked')
    expect(await show(late.id)).toMatchObject({ waitsFor: ['outside-hours'], inHours: false })
    expect((await book(union, [strict], at(6, 18), at(6, 19))).body.state).toBe('approved')
  })

  test.each([
    ['ends before it begins', 10, 9],
    ['ends as it begins', 9, 9],
    ['is longer than a week', 9, 9 + 24 * 8],
  ])('nobody, when it %s', async (_, from, to) => {
    expect((await book(union, [await room(await place())], at(7, from), at(7, to))).body.code).toBe(
      'booking.times-unfit',
    )
  })

  test('whom to call and the code are for who asked and who keeps the place', async () => {
    const hall = await room(await place(), {}, { bookers: 'public' })
    const { id } = await book(hospital, [hall], at(6, 9), at(6, 10), { ...contact, note: '老人多，请备轮椅' })
    for (const caller of [hospital, union]) {
      expect(await show(id, caller)).toMatchObject({
        contact: { phone: '+852 2345 6789' },
        code: expect.stringMatching(/^\d{6}$/),
      })
    }
    expect(await show(id, redCross)).toMatchObject({ contact: null, code: null, note: null })
  })
})

describe('the keeper decides', () => {
  async function asked() {
    const hall = await room(await place(), {}, { approval: 'everybody' })
    return { hall, ...(await book(hospital, [hall], at(8, 9), at(8, 10))) }
  }
  const approve = (id: string, version: number, caller = union) =>
    caller.post(`/api/bookings/${id}/approval`, { version })
  const move = (id: string, version: number, to: Record<string, unknown>, caller = hospital) =>
    caller.put(`/api/bookings/${id}/time`, { version, ...to })

  test('approves or refuses, once, and nobody else does', async () => {
    const one = await asked()
    expect((await approve(one.id, 1, redCross)).status).toBe(403)
    expect((await approve(one.id, 1, supervisor)).status).toBe(403)
    expect((await approve(one.id, 1)).body).toEqual({ id: one.id, state: 'approved', version: 2 })
    expect((await approve(one.id, 2)).body.code).toBe('booking.not-now')
    const two = await asked()
    const refuse = await union.post(`/api/bookings/${two.id}/refusal`, {
      version: 1,
      reason: '当天有消防检查',
    })
    expect(refuse.body).toMatchObject({ state: 'refused' })
    expect((await book(supervisor, [two.hall], at(8, 9), at(8, 10))).status).toBe(200)
  })

  test('not about a booking of their own where everybody’s is looked at', async () => {
    const hall = await room(await place(), {}, { approval: 'everybody' })
    const { id } = await book(union, [hall], at(8, 9), at(8, 10))
    expect((await show(id)).actions).not.toContain('approve')
    expect((await approve(id, 1)).body.code).toBe('booking.not-now')
    expect((await approve(id, 1, await house.as('gaomingyuan'))).body.state).toBe('approved')
  })

  test('not about one that was moved while they looked', async () => {
    const { id, hall } = await asked()
    const [moved, approved] = await Promise.all([
      move(id, 1, { rooms: [hall], starts: at(8, 20), ends: at(8, 21) }),
      approve(id, 1),
    ])
    const codes = [moved, approved].map(({ status, body }) => (status === 200 ? 'done' : body.code))
    expect(codes).toContain('done')
    expect(codes).toContain('booking.changed')
  })

  test('anew when it was moved after it was approved', async () => {
    const { id, hall } = await asked()
    await approve(id, 1)
    expect((await move(id, 2, { rooms: [hall], starts: at(8, 11), ends: at(8, 12) })).body).toMatchObject({
      state: 'asked',
      version: 3,
    })
    expect((await book(supervisor, [hall], at(8, 9), at(8, 10))).status).toBe(200)
    expect((await book(supervisor, [hall], at(8, 11), at(8, 12))).body.code).toBe('booking.taken')
  })

  test('one that cannot be moved stays where it was', async () => {
    const { id, hall } = await asked()
    await book(supervisor, [hall], at(8, 11), at(8, 12))
    expect((await move(id, 1, { rooms: [hall], starts: at(8, 11, 30), ends: at(8, 13) })).body.code).toBe(
      'booking.taken',
    )
    expect(await show(id)).toMatchObject({ starts: at(8, 9), version: 1 })
    expect((await book(supervisor, [hall], at(8, 9), at(8, 10))).body.code).toBe('booking.taken')
    // By half an hour: it does not stand in its own way.
    expect((await move(id, 1, { rooms: [hall], starts: at(8, 9, 30), ends: at(8, 10, 30) })).status).toBe(200)
  })

  test('no longer, when they lost their rights while they looked', async () => {
    const { id } = await asked()
    const admin = await house.as('gaomingyuan')
    const keeperNow = await house.as('yangxiaolan')
    expect((await keeperNow.get(`/api/bookings/${id}`)).body.actions).toContain('approve')
    const other = (await admin.get('/api/organisations?q=团县委')).body.items[0].id
    const { place: where } = await show(id)
    const change = { item: 'keeper', before: keeper, after: other }
    expect((await admin.put(`/api/places/${where.id}`, { changes: [change] })).status).toBe(200)
    expect((await approve(id, 1, keeperNow)).status).toBe(403)
    expect((await show(id)).state).toBe('asked')
  })

  test('lists what waits for them, in the order of time', async () => {
    const late = await asked()
    const { items } = (await union.get('/api/bookings?decides=true&state=asked&limit=200')).body
    const starts = items.map((one: { starts: string }) => one.starts)
    expect(starts).toEqual(starts.toSorted())
    expect(items.map((one: { id: string }) => one.id)).toContain(late.id)
    const others = (await redCross.get('/api/bookings?decides=true&state=asked&limit=200')).body.items
    expect(others.map((one: { id: string }) => one.id)).not.toContain(late.id)
    expect((await hospital.get('/api/bookings?mine=true&limit=200')).body.items.length).toBeGreaterThan(3)
  })

  test('who only reads may not ask', async () => {
    expect((await book(auditor, [await room(await place())], at(8, 9), at(8, 10))).status).toBe(403)
  })
})

describe('a place that closes with bookings in it', () => {
  test('ends those to come, with the reason, and offers nothing', async () => {
    const where = await place()
    const hall = await room(where)
    const coming = await book(hospital, [hall], at(9, 9), at(9, 10))
    await supervisor.post('/api/bookings/waits', {
      ...wish([hall], at(9, 9), at(9, 10)),
      wait: house.id(),
    })
    expect((await union.post(`/api/places/${where}/closure`, { reason: '山体滑坡' })).status).toBe(200)
    expect(await show(coming.id)).toMatchObject({ state: 'cancelled', why: '山体滑坡' })
    const waits = (await supervisor.get('/api/bookings/waits')).body.items
    expect(waits.find((one: { place: { id: string } }) => one.place.id === where)).toMatchObject({
      state: 'waiting',
    })
    expect((await book(hospital, [hall], at(9, 12), at(9, 13))).body.code).toBe('booking.room-closed')
  })
})

describe('who waits for an hour', () => {
  const wait = async (caller: Caller, rooms: string[], starts: string, ends: string) => {
    const { booking: _, ...body } = wish(rooms, starts, ends)
    const id = house.id()
    return { ...(await caller.post('/api/bookings/waits', { ...body, wait: id })), id }
  }
  const mine = async (caller: Caller, id: string) =>
    (await caller.get('/api/bookings/waits')).body.items.find((one: { id: string }) => one.id === id)
  const take = async (caller: Caller, id: string) => {
    const booking = house.id()
    return { ...(await caller.post(`/api/bookings/waits/${id}/acceptance`, { booking })), booking }
  }

  test('is offered it in order; an offer holds it, runs out, and goes to the next', async () => {
    const where = await place()
    const hall = await room(where)
    const { id } = await book(union, [hall], at(10, 9), at(10, 11))
    const first = await wait(hospital, [hall], at(10, 9), at(10, 10))
    const second = await wait(redCross, [hall], at(10, 9, 30), at(10, 11))
    expect((await mine(redCross, second.id)).before).toBe(1)
    await union.post(`/api/bookings/${id}/cancellation`, { version: 1 })
    expect(await mine(hospital, first.id)).toMatchObject({ state: 'offered', offerEnds: expect.any(String) })
    expect(await mine(redCross, second.id)).toMatchObject({ state: 'waiting' })
    expect((await book(supervisor, [hall], at(10, 9), at(10, 10))).body.code).toBe('booking.taken')
    expect((await take(redCross, first.id)).status).toBe(404)
    expect((await take(redCross, second.id)).body.code).toBe('booking.offer-over')

    await sweep(new Date(Date.now() + 25 * 3_600_000).toISOString(), where)
    expect(await mine(hospital, first.id)).toMatchObject({ state: 'expired' })
    expect((await take(hospital, first.id)).body.code).toBe('booking.offer-over')
    expect(await mine(redCross, second.id)).toMatchObject({ state: 'offered' })
    const got = await take(redCross, second.id)
    expect(got.body).toMatchObject({ id: got.booking, state: 'approved' })
    expect(await mine(redCross, second.id)).toMatchObject({ state: 'taken', booking: got.booking })
    expect((await take(redCross, second.id)).body.code).toBe('booking.offer-over')
  })

  test('passes an hour on that is not wanted any more', async () => {
    const hall = await room(await place())
    const { id } = await book(union, [hall], at(10, 9), at(10, 10))
    const first = await wait(hospital, [hall], at(10, 9), at(10, 10))
    const second = await wait(redCross, [hall], at(10, 9), at(10, 10))
    await union.put(`/api/bookings/${id}/time`, {
      version: 1,
      rooms: [hall],
      starts: at(10, 14),
      ends: at(10, 15),
    })
    expect((await mine(hospital, first.id)).state).toBe('offered')
    expect((await redCross.delete(`/api/bookings/waits/${first.id}`)).status).toBe(404)
    await hospital.delete(`/api/bookings/waits/${first.id}`)
    expect((await mine(redCross, second.id)).state).toBe('offered')
  })

  test('waits for nothing that is free', async () => {
    const hall = await room(await place())
    expect((await wait(hospital, [hall], at(10, 9), at(10, 10))).body.code).toBe('booking.free')
  })
})

describe('at the door', () => {
  const soon = () => ({
    starts: new Date(Date.now() + 10 * 60_000).toISOString(),
    ends: new Date(Date.now() + 70 * 60_000).toISOString(),
  })
  const come = (caller: Caller, id: string, code?: string) =>
    caller.post(`/api/bookings/${id}/arrival`, { who: '杨师傅', came: 9, ...(code ? { code } : {}) })

  test('whoever came checks in with the code, once', async () => {
    const where = await place()
    const hall = await room(where)
    const { starts, ends } = soon()
    const { id } = await book(hospital, [hall], starts, ends)
    expect((await come(redCross, id)).body.code).toBe('booking.code-wrong')
    const { code } = await show(id)
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await come(redCross, id, wrong)).body.code).toBe('booking.code-wrong')
    expect((await come(redCross, id, code)).status).toBe(200)
    expect(await show(id)).toMatchObject({ arrival: { who: '杨师傅', count: 9 }, actions: [] })
    expect((await come(hospital, id)).body.code).toBe('booking.cannot-arrive')
    expect(await sweep(ends, where)).toMatchObject({ released: 0 })
    expect((await show(id)).state).toBe('approved')
  })

  test('not before half an hour, and not what is not approved', async () => {
    const hall = await room(await place(), {}, { approval: 'everybody' })
    const { id } = await book(hospital, [await room(await place())], at(1, 9), at(1, 10))
    expect((await come(hospital, id)).body.code).toBe('booking.cannot-arrive')
    const { starts, ends } = soon()
    const undecided = await book(hospital, [hall], starts, ends)
    expect((await come(hospital, undecided.id)).body.code).toBe('booking.cannot-arrive')
  })

  test('what nobody came to is released after the grace time, not before, and offered to who waits', async () => {
    const where = await place()
    const hall = await room(where, {}, { grace: 15 })
    const never = await room(where, {}, { grace: null })
    const run = (booker: Actor, rooms: string[], starts: string, ends: string) => {
      const body = wish(rooms, starts, ends)
      const now = new Date(Date.parse(starts) - 3_600_000)
      return house.house.commands
        .run(requestBooking, booker, body, { id: house.id(), now })
        .then(() => body.booking)
    }
    const [one, two] = [
      await run(hospitalActor, [hall], at(2, 9), at(2, 12)),
      await run(hospitalActor, [never], at(2, 9), at(2, 12)),
    ]
    const late = await run(hospitalActor, [hall], at(2, 13), at(2, 14))
    const id = house.id()
    const { booking: _, ...wanted } = wish([hall], at(2, 10), at(2, 11))
    await supervisor.post('/api/bookings/waits', { ...wanted, wait: id })
    expect(await sweep(at(2, 9, 14), where)).toEqual({ released: 0, lapsed: 0, expired: 0 })
    expect(await sweep(at(2, 9, 15), where)).toEqual({ released: 1, lapsed: 0, expired: 0 })
    expect((await show(one)).state).toBe('released')
    expect((await show(two)).state).toBe('approved')
    expect((await show(late)).state).toBe('approved')
    const { items } = (await supervisor.get('/api/bookings/waits')).body
    expect(items.find((wait: { id: string }) => wait.id === id)).toMatchObject({ state: 'offered' })
    const { body: history } = await (await house.as('gaomingyuan')).get(`/api/events?kind=booking&id=${one}`)
    expect(JSON.stringify(history)).toContain('booking.released')
  })

  test('what nobody decided in time lapses', async () => {
    const where = await place()
    const { id } = await book(
      hospital,
      [await room(where, {}, { approval: 'everybody' })],
      at(2, 9),
      at(2, 12),
    )
    expect(await sweep(at(2, 9), where)).toEqual({ released: 0, lapsed: 1, expired: 0 })
    expect((await show(id)).state).toBe('lapsed')
  })

  test('a sweep of the county is not for who keeps some of its places', async () => {
    expect((await union.post('/api/bookings/sweep', {})).status).toBe(403)
    expect((await (await house.as('gaomingyuan')).post('/api/bookings/sweep', {})).status).toBe(200)
  })
})

describe('by a rule', () => {
  const weekly = 'FREQ=WEEKLY;COUNT=4'
  const preview = (rooms: string[], rule: string, more = '') =>
    hospital.get(
      `/api/bookings/clashes?${rooms.map((one) => `room=${one}`).join('&')}&starts=${at(7, 19)}&ends=${at(7, 21)}&rule=${encodeURIComponent(rule)}${more}`,
    )
  const ask = (rooms: string[], choices: unknown[] = [], rule = weekly) => {
    const { booking: series, ...body } = wish(rooms, at(7, 19), at(7, 21))
    return hospital.post('/api/bookings/series', { ...body, series, rule, choices })
  }

  test('every clash is shown before, with other times and rooms', async () => {
    const where = await place()
    const [hall, other] = [await room(where), await room(where)]
    await book(supervisor, [hall], at(14, 20), at(14, 22))
    const { occurrences, more } = (await preview([hall], weekly)).body
    expect(more).toBe(false)
    expect(occurrences.map((one: { starts: string }) => one.starts)).toEqual([
      at(7, 19),
      at(14, 19),
      at(21, 19),
      at(28, 19),
    ])
    expect(occurrences.map((one: { clashes: unknown[] }) => one.clashes.length)).toEqual([0, 1, 0, 0])
    expect(occurrences[1].elsewhere.rooms).toMatchObject([{ id: other }])
    expect(occurrences[1].elsewhere.times[0]).toEqual({ starts: at(14, 18), ends: at(14, 20) })
  })

  test('it is asked for only when each clash has a choice; then each is done', async () => {
    const where = await place()
    const [hall, other] = [await room(where), await room(where)]
    for (const day of [7, 14, 21]) await book(supervisor, [hall], at(day, 20), at(day, 22))
    const silent = await ask([hall], [{ starts: at(7, 19), choice: 'skip' }])
    expect(silent.body).toMatchObject({ code: 'booking.choices-missing', starts: [at(14, 19), at(21, 19)] })
    expect((await hospital.get(`/api/bookings?place=${where}&mine=true`)).body.items).toEqual([])
    const done = await ask(
      [hall],
      [
        { starts: at(7, 19), choice: 'skip' },
        { starts: at(14, 19), choice: 'move', to: { starts: at(14, 19), ends: at(14, 21), rooms: [other] } },
        { starts: at(21, 19), choice: 'wait' },
      ],
    )
    expect(done.body).toMatchObject({
      skipped: [at(7, 19)],
      waits: [{ starts: at(21, 19) }],
      bookings: [
        { starts: at(14, 19), state: 'approved' },
        { starts: at(28, 19), state: 'approved' },
      ],
    })
    const listed = (await hospital.get(`/api/bookings?series=${done.body.id}`)).body.items
    expect(listed.map((one: { rooms: { id: string }[] }) => one.rooms[0]?.id)).toEqual([other, hall])
  })

  test('two who ask for the same evenings at once: one gets all, the other none', async () => {
    const hall = await room(await place())
    const answers = await Promise.all([ask([hall]), ask([hall])])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test.each([['FREQ=SECONDLY'], ['every week'], ['FREQ=WEEKLY;UNTIL=20260231']])(
    '%j is not read',
    async (rule) => {
      const hall = await room(await place())
      expect((await ask([hall], [], rule)).body.code).toBe('booking.rule-unreadable')
      expect((await preview([hall], rule)).body.code).toBe('booking.rule-unreadable')
    },
  )

  test('one without an end shows sixty and says that there are more', async () => {
    const { occurrences, more } = (await preview([await room(await place())], 'FREQ=DAILY')).body
    expect([occurrences.length, more]).toEqual([60, true])
  })

  test('nothing is left of one that is skipped whole', async () => {
    const hall = await room(await place())
    const all = [7, 14, 21, 28].map((day) => ({ starts: at(day, 19), choice: 'skip' }))
    expect((await ask([hall], all)).body.code).toBe('booking.nothing')
  })
})

describe('a calendar by its secret address', () => {
  const token = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  const renew = (kind: string, about: string, secret: string, caller = union) =>
    caller.post('/api/calendars', { feed: house.id(), kind, about, token: secret })
  const read = async (secret: string) => {
    const answer = await house.nobody.get(`/api/calendars/511825.${secret}.ics`, undefined, {
      language: 'zh',
    })
    const text = answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : String(answer.body)
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: text.replaceAll('\r\n ', ''),
    }
  }

  test('shows what is booked in the room, its whole and its parts, and not by whom', async () => {
    const where = await place()
    const hall = await room(where, { name: '多功能厅' })
    const east = await room(where, { name: '东, 半厅', parent: hall })
    const west = await room(where, { name: '西半厅', parent: hall }, { bookers: 'public' })
    const purpose = '戏曲; 排练\\'
    const one = await book(hospital, [east], at(12, 9), at(12, 10), { purpose })
    const contact = { name: '王大姐', phone: '138 0000 0000' }
    await book(hospital, [west], at(12, 9), at(12, 10), { purpose: '西边的事', contact })
    const gone = await book(hospital, [hall], at(12, 11), at(12, 12), { purpose: '取消的事' })
    await hospital.post(`/api/bookings/${gone.id}/cancellation`, { version: 1 })
    const [ofPart, ofPlace] = [token(), token()]
    expect((await renew('room', east, ofPart)).status).toBe(200)
    expect((await renew('place', where, ofPlace)).status).toBe(200)
    const part = await read(ofPart)
    expect(part).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' })
    expect(part.text).toContain(`UID:${one.id}@511825.daqiao`)
    expect(part.text).toContain('SUMMARY:戏曲\\; 排练\\\\')
    expect(part.text).toContain('多功能厅 · 东\\, 半厅')
    expect(part.text).not.toContain('西边的事')
    const whole = (await read(ofPlace)).text
    expect(whole).toContain('西边的事')
    for (const secret of ['王大姐', '138', '取消的事']) expect(whole).not.toContain(secret)
  })

  test('can be renewed, and the old address shows nothing any more', async () => {
    const where = await place()
    const [old, now] = [token(), token()]
    await renew('place', where, old)
    expect((await read(old)).status).toBe(200)
    expect((await renew('place', where, now, hospital)).status).toBe(403)
    await renew('place', where, now)
    expect((await read(old)).status).toBe(404)
    expect((await read(now)).status).toBe(200)
    expect((await read(token())).status).toBe(404)
    const client = new pg.Client({ connectionString: house.url })
    await client.connect()
    await client.query(`set app.county = '511825'`)
    const { rows } = await client.query(
      `select (select string_agg(c::text, '') from commands c) || (select string_agg(e::text, '') from events e)
         || (select string_agg(f::text, '') from booking_feeds f) as all`,
    )
    await client.end()
    expect(rows[0].all).not.toContain(now)
  })
})

test('the demo is a year of rooms at work: held, released, cancelled, and some to decide', async () => {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  await client.query(`set app.county = '511825'`)
  const { rows } = await client.query(
    `select state, count(*)::int as count, count(came_at)::int as came, max(starts) - min(starts) > '300 days' as long
     from bookings where purpose <> '职工合唱排练' and place in (select place from place_hours where version = 1)
     group by state`,
  )
  await client.end()
  const of = (state: string) => rows.find((row) => row.state === state) ?? { count: 0, came: 0 }
  expect(of('approved').came).toBeGreaterThan(100)
  expect(of('approved').long).toBe(true)
  expect(of('released').count).toBeGreaterThan(5)
  expect(of('cancelled').count).toBeGreaterThan(5)
  expect(of('asked').count).toBeGreaterThan(0)
})
