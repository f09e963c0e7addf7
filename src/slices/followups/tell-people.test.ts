import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, inTransaction } from '#platform/db/database.ts'
import { workThrough } from '#platform/jobs/worker.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { remindDaily, remindOfDue } from './remind-of-due.ts'

let house: TestHouse
let supervisor: Caller
let union: Caller
beforeAll(async () => {
  house = await testHouse()
  supervisor = await house.as('lujing')
  union = await house.as('yangxiaolan')
  for (const one of [supervisor, union]) await one.post('/api/my-notices/read', { notices: 'all' })
})
afterAll(() => house.close())

const own = async (who: Caller, language: 'zh' | 'en' = 'en') =>
  (await who.get('/api/my-notices?unread=true', undefined, { language })).body.items as any[]
const titles = async (who: Caller, language?: 'zh' | 'en') =>
  (await own(who, language)).map(({ title }) => title)
const seen = (who: Caller) => who.post('/api/my-notices/read', { notices: 'all' })
const openOne = async () => {
  const { items } = (await supervisor.get('/api/followups?limit=200')).body
  return items.filter((one: any) => one.state === 'open')
}
const organisation = async (name: string) =>
  (await supervisor.get(`/api/organisations?q=${encodeURIComponent(name)}`)).body.items.find(
    (one: any) => one.shortName === name,
  ).id as string

describe('whoever a follow-up concerns is told, in the transaction of what happened', () => {
  test('assigned, asked for a later day, answered, asked to close, reviewed', async () => {
    const [followup] = await openOne()
    const lead = await organisation('县总工会')
    const league = await organisation('团县委')
    const { id, number } = followup
    const path = `/api/followups/${id}`
    await supervisor.post(`${path}/assignment`, { lead, supporting: [league], dueDay: '2099-11-30' })
    expect(await titles(union)).toEqual([`Follow-up ${number} is led by 县总工会`])
    expect(await titles(union, 'zh')).toEqual([`督办事项 ${number} 已交由县总工会牵头`])
    const [notice] = await own(union)
    expect(notice).toMatchObject({
      body: expect.stringContaining('30 November 2099'),
      about: { kind: 'followup', id },
    })
    expect(await titles(await house.as('wusiqi'))).toContain(`You are asked to support follow-up ${number}`)
    expect(await titles(supervisor), 'nobody is told of their own deed').toEqual([])

    await seen(union)
    await union.post(`${path}/receipt`)
    const extension = house.id()
    await union.post(`${path}/extensions`, { extension, toDay: '2099-12-31', reason: '第三期顺延' })
    expect(await titles(supervisor)).toEqual([
      `县总工会 asks for 31 December 2099 as the due day of follow-up ${number}`,
    ])
    await supervisor.post(`${path}/extensions/${extension}/decision`, { granted: false, reason: '时间够用' })
    expect(await own(union)).toMatchObject([
      { title: `Follow-up ${number}: the later day was refused`, body: expect.stringContaining('时间够用') },
    ])
    await seen(union)
    await seen(supervisor)
    await union.post(`${path}/closing`, { text: '三期培训全部结业。' })
    expect(await titles(supervisor)).toEqual([`县总工会 asks to close follow-up ${number}`])
    await supervisor.post(`${path}/reviews`, { outcome: 'returned', reason: '缺少名册' })
    expect(await titles(union)).toEqual([`Follow-up ${number} was returned`])
    await seen(union)
    await seen(supervisor)
  })

  test('an organisation without an account: those of the one above are told', async () => {
    const [followup] = await openOne()
    const village = await organisation('始阳镇')
    await supervisor.post(`/api/followups/${followup.id}/assignment`, { lead: village, dueDay: null })
    await workThrough(house.database, house.house.jobs, { now: new Date(Date.now() + 1000) })
    const { items } = (await supervisor.get('/api/notice-alarms')).body
    expect(items.at(-1)).toMatchObject({ why: 'nobody-known', organisation: { id: village }, recipients: [] })
  })

  test('a command that is refused tells nobody', async () => {
    const [followup] = await openOne()
    const lead = await organisation('县总工会')
    const passed = { lead, dueDay: '2020-01-01' }
    if (followup)
      expect((await supervisor.post(`/api/followups/${followup.id}/assignment`, passed)).status).toBe(400)
    expect(await titles(union)).toEqual([])
  })
})

describe('reminders', () => {
  const remind = (day: string) =>
    remindOfDue(house.house, {
      county: '511825',
      payload: {},
      attempt: 1,
      now: new Date(`${day}T08:30:00+08:00`),
      signal: new AbortController().signal,
    })
  const remindersOf = async (number: string, who: Caller) =>
    (await titles(who)).filter((title) => title.includes(number)).toReversed()

  test('once when it comes near, then every five working days after it has passed, to supervisors too', async () => {
    const { items } = (await supervisor.get('/api/followups?limit=200')).body
    const mine = items.find((one: any) => one.state === 'returned' && one.lead?.name)
    const { id, number } = mine
    await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
      sql`update followups set due_day = '2026-12-11' where id = ${id}::uuid`.execute(tx),
    )
    await asSystem(house.database, (tx) => sql`update notices set read_at = now()`.execute(tx))
    for (const day of ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'])
      await remind(day)
    const lead = await house.as('yangxiaolan')
    expect(await remindersOf(number, lead)).toEqual([`Follow-up ${number} is due on 11 December 2026`])
    for (const day of ['2026-12-14', '2026-12-15', '2026-12-18', '2026-12-21', '2026-12-22'])
      await remind(day)
    expect((await remindersOf(number, lead)).slice(1)).toEqual([
      `Follow-up ${number} is overdue; working days: 1`,
      `Follow-up ${number} is overdue; working days: 6`,
    ])
    expect(await remindersOf(number, supervisor)).toHaveLength(2)
  })

  test.each([
    ['2026-11-25 08:00', '2026-11-25 08:30'],
    ['2026-11-25 08:30', '2026-11-26 08:30'],
    ['2026-11-27 09:00', '2026-11-30 08:30'],
    ['2026-09-30 12:00', '2026-10-08 08:30'],
    ['2025-12-31 12:00', '2026-01-04 08:30'],
  ])('after %s the next round is on %s', (now, next) => {
    const inChina = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
    expect(remindDaily.next(inChina(now))).toEqual(inChina(next))
  })
})
