import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem, inTransaction } from '#platform/db/database.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { startWorker, workThrough } from '#platform/jobs/worker.ts'
import type { Outward } from '#platform/notify/channel.ts'
import { notify } from '#platform/notify/notify.ts'
import { tidyNotices } from '#platform/notify/notice-store.ts'
import { smtpChannel } from '#platform/notify/smtp-channel.ts'
import { webhookChannel } from '#platform/notify/webhook-channel.ts'
import { sql } from 'kysely'
import { type ComposedHouse, composeHouse } from '../../app/house.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { gateway, silentServer, smtpServer } from './mail-servers-for-tests.ts'
import { testNotice } from './notice-templates.ts'

let house: TestHouse
let admin: Caller
let union: Caller
let person: Record<string, string>
beforeAll(async () => {
  house = await testHouse()
  admin = await house.as('gaomingyuan')
  union = await house.as('yangxiaolan')
  const people = (await admin.get('/api/people?limit=200')).body.items
  person = Object.fromEntries(people.map((one: any) => [one.login, one.id]))
})
afterAll(() => house.close())
beforeEach(async () => {
  await asSystem(house.database, async (tx) => {
    await sql`delete from jobs`.execute(tx)
    await sql`delete from notice_deliveries`.execute(tx)
    await sql`delete from notices`.execute(tx)
    await sql`delete from notice_alarms`.execute(tx)
    await sql`delete from notice_stops`.execute(tx)
  })
})
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
async function opened<T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> {
  const made = await making
  open.push(made)
  return made
}

const secret = 'a secret of the county'
const from = '县群团服务中心 <notice@tianquan.example>'
/** The house as it is in a real county, with these channels. */
function sending(channels: Outward['channels']): ComposedHouse {
  const { database } = house
  const outward = { held: false, channels }
  return composeHouse({ database, files: folderShelf('/nonexistent'), mode: 'real', outward, log: () => {} })
}
const work = (real: ComposedHouse, now: Date) => workThrough(real.database, real.jobs, { now })

/** A Wednesday at ten: nothing is quiet. */
const ten = new Date('2026-11-25T10:00:00+08:00')
const after = (minutes: number, of = ten) => new Date(of.getTime() + minutes * 60_000)

type To = Parameters<typeof notify>[1]['to']
async function tell(
  to: To,
  more: { urgency?: 'urgent' | 'normal' | 'low'; now?: Date; sender?: string } = {},
) {
  const { now = ten, urgency, sender = '卢静' } = more
  const values = { sender }
  return inTransaction(house.database, { county: '511825', person: null }, (tx) =>
    notify(tx, { to, template: testNotice, values, about: null, urgency, now }),
  )
}
const account = (login: string) => ({ person: person[login] ?? '' })
const outbox = async (query = '') => (await admin.get(`/api/notices${query}`)).body.items as any[]
const ways = async () =>
  Object.fromEntries((await outbox()).map((one) => [`${one.recipient} ${one.channel}`, one.state]))
const smtp = (server: { url: string }) => smtpChannel({ url: server.url, from, timeout: 400 })
const sms = (server: { url: string }) => webhookChannel('sms', { url: server.url, secret, timeout: 400 })

describe('a notice', () => {
  test('is on the page at once, and goes out by the first way that is open', async () => {
    const mail = await opened(smtpServer())
    const hook = await opened(gateway())
    const real = sending({ smtp: smtp(mail), sms: sms(hook) })
    await tell([account('yangxiaolan')])
    expect((await union.get('/api/my-notices/unread')).body).toEqual({ unread: 1 })
    await work(real, after(1))
    expect(await ways()).toEqual({ '杨晓兰 page': 'sent', '杨晓兰 sms': 'waiting' })
    await work(real, after(11))
    expect(await ways()).toEqual({ '杨晓兰 page': 'sent', '杨晓兰 sms': 'sent' })
    expect([hook.posted.length, mail.mails.length]).toEqual([1, 0])
    expect(JSON.parse(hook.posted[0]?.body ?? '')).toMatchObject({ to: '13900000101', name: '杨晓兰' })
  })

  test('of a transaction that is rolled back is told to nobody', async () => {
    const failing = inTransaction(house.database, { county: '511825', person: null }, async (tx) => {
      const to = [account('yangxiaolan')]
      await notify(tx, { to, template: testNotice, values: { sender: '卢静' }, about: null, now: ten })
      throw new Error('the rule said no')
    })
    await expect(failing).rejects.toThrow('the rule said no')
    await work(sending({}), after(60))
    expect(await outbox()).toEqual([])
  })

  test('that is urgent goes out by every way, at night too; others wait for the morning', async () => {
    const mail = await opened(smtpServer())
    const hook = await opened(gateway())
    const real = sending({ smtp: smtp(mail), sms: sms(hook) })
    const night = new Date('2026-12-31T23:30:00+08:00')
    await tell([account('yangxiaolan')], { urgency: 'urgent', now: night })
    await tell([account('wusiqi')], { now: night })
    await work(real, after(1, night))
    expect(await ways()).toMatchObject({
      '杨晓兰 sms': 'sent',
      '杨晓兰 smtp': 'sent',
      '吴思齐 sms': 'waiting',
    })
    const [waiting] = await outbox('?state=waiting')
    expect(waiting.dueAt).toBe('2026-12-31T23:30:00.000Z')
    await work(real, new Date('2027-01-01T07:29:00+08:00'))
    expect(hook.posted).toHaveLength(1)
    await work(real, new Date('2027-01-01T07:31:00+08:00'))
    expect(hook.posted).toHaveLength(2)
  })

  test('of which there are many of one kind becomes one message', async () => {
    const hook = await opened(gateway())
    const real = sending({ sms: sms(hook) })
    for (let n = 0; n < 25; n += 1)
      await tell([account('wusiqi')], { sender: `第${n}股`, now: after(n / 10) })
    await work(real, after(3))
    await work(real, after(20))
    expect(hook.posted).toHaveLength(1)
    const sent = JSON.parse(hook.posted[0]?.body ?? '')
    expect(sent.title).toBe('25 条测试通知')
    expect(sent.text.split('\n')).toHaveLength(21)
    expect(sent.text).toContain('……另有 5 条')
    const rows = await outbox('?channel=sms&state=sent')
    expect(rows).toHaveLength(25)
    expect(new Set(rows.map((one) => one.message))).toEqual(new Set([sent.id]))
  })

  test('that was read on the page needs not go out any more', async () => {
    const hook = await opened(gateway())
    await tell([account('yangxiaolan')])
    const real = sending({ sms: sms(hook) })
    await work(real, after(1))
    const { items } = (await union.get('/api/my-notices')).body
    expect((await union.post('/api/my-notices/read', { notices: [items[0].id] })).body).toEqual({ read: 1 })
    await work(real, after(30))
    expect(hook.posted).toEqual([])
    expect(await ways()).toMatchObject({ '杨晓兰 sms': 'dropped' })
    expect((await union.get('/api/my-notices/unread')).body).toEqual({ unread: 0 })
  })
})

describe('the other side', () => {
  test('that does not know the address: it is stopped, the next way is taken, and a person lets it go again', async () => {
    const mail = await opened(smtpServer())
    const hook = await opened(gateway(422))
    const real = sending({ smtp: smtp(mail), sms: sms(hook) })
    await tell([account('yangxiaolan')])
    for (const minute of [1, 11, 22]) await work(real, after(minute))
    expect(await ways()).toMatchObject({ '杨晓兰 sms': 'bounced', '杨晓兰 smtp': 'sent' })
    await tell([account('yangxiaolan')], { now: after(30) })
    for (const minute of [31, 41]) await work(real, after(minute))
    expect(hook.posted).toHaveLength(1)
    expect(mail.mails).toHaveLength(2)
    const { items: stops } = (await admin.get('/api/notice-stops')).body
    expect(stops).toMatchObject([{ channel: 'sms', address: '139******01' }])
    const own = (await union.get(`/api/notice-addresses/${person.yangxiaolan}`)).body.items
    expect(own.find((one: any) => one.channel === 'sms')).toMatchObject({
      address: '13900000101',
      stopped: expect.stringContaining('no such address'),
    })
    hook.state.status = 200
    expect((await admin.delete(`/api/notice-stops/${stops[0].id}`)).status).toBe(200)
    await tell([account('yangxiaolan')], { now: after(60) })
    for (const minute of [61, 71]) await work(real, after(minute))
    expect(hook.posted).toHaveLength(2)
  })

  test('that fails is tried again under the same id, later each time, and given up in the end', async () => {
    const hook = await opened(gateway(500))
    const real = sending({ sms: sms(hook) })
    await tell([account('wusiqi')])
    let at = ten
    for (let round = 0; round < 14; round += 1) {
      at = after(6 * 60, at)
      await work(real, at)
    }
    expect(hook.posted).toHaveLength(8)
    expect(new Set(hook.posted.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    const [row] = await outbox('?channel=sms')
    expect(row).toMatchObject({ state: 'given-up', attempts: 8, reason: expect.stringContaining('(500)') })
    const { items: alarms } = (await admin.get('/api/notice-alarms')).body
    expect(alarms).toMatchObject([{ why: 'all-failed', recipients: ['吴思齐'] }])
  })

  test('that hangs holds nobody else, neither on its own channel for ever nor on others', async () => {
    const hangs = await opened(gateway('never'))
    const mail = await opened(smtpServer())
    const channels = {
      sms: webhookChannel('sms', { url: hangs.url, secret, timeout: 3_000 }),
      smtp: smtp(mail),
    }
    const real = sending(channels)
    const now = new Date()
    const residents = Array.from({ length: 12 }, (_, n) => ({
      name: `居民${n}`,
      phone: `1390000${2000 + n}`,
    }))
    await tell(residents, { urgency: 'urgent', now })
    const readers = Array.from({ length: 12 }, (_, n) => ({
      name: `读者${n}`,
      email: `r${n}@tianquan.example`,
    }))
    await tell(readers, { urgency: 'urgent', now })
    const worker = startWorker(real.database, real.jobs, { log: () => {}, every: 20 })
    const began = performance.now()
    while (mail.mails.length < 12 && performance.now() - began < 10_000) await sleep(20)
    const took = performance.now() - began
    await worker.stop(100)
    expect(mail.mails).toHaveLength(12)
    expect(took).toBeLessThan(3_000)
    expect(hangs.posted.length).toBeGreaterThan(0)
    expect(hangs.posted.length).toBeLessThanOrEqual(4)
  })

  test('a mail server that is silent is left, and its mail waits', async () => {
    const silent = await opened(silentServer())
    const real = sending({
      smtp: smtpChannel({ url: `smtp://127.0.0.1:${silent.port}`, from, timeout: 200 }),
    })
    await tell([{ name: '李群', email: 'liqun@tianquan.example' }], { urgency: 'urgent' })
    await work(real, after(1))
    expect(await outbox()).toMatchObject([
      { state: 'waiting', reason: expect.stringContaining('did not answer in time') },
    ])
  })

  test('a mail that came back by another mail is reported by a person', async () => {
    const mail = await opened(smtpServer())
    const real = sending({ smtp: smtp(mail) })
    await tell([account('luojianjun')])
    for (const minute of [1, 11]) await work(real, after(minute))
    const [sent] = await outbox('?channel=smtp')
    expect(sent.actions).toEqual(['bounced'])
    expect(
      (await admin.post(`/api/notice-deliveries/${sent.id}/bounce`, { note: '退信：邮箱已满' })).status,
    ).toBe(200)
    expect(await ways()).toMatchObject({ '罗建军 smtp': 'bounced', '罗建军 call': 'waiting' })
    const again = await admin.post(`/api/notice-deliveries/${sent.id}/again`)
    expect(again.body.code).toBe('notice.address-stopped')
    const [stop] = (await admin.get('/api/notice-stops')).body.items
    await admin.delete(`/api/notice-stops/${stop.id}`)
    expect((await admin.post(`/api/notice-deliveries/${sent.id}/again`)).status).toBe(200)
    await work(real, new Date(Date.now() + 60_000))
    expect(mail.mails).toHaveLength(2)
  })
})

describe('nobody was told', () => {
  test('where there is nobody: an alarm at once, on its page and among what waits', async () => {
    await tell([])
    await work(sending({}), after(1))
    const { items } = (await admin.get('/api/notice-alarms')).body
    expect(items).toMatchObject([{ why: 'nobody-known', recipients: [] }])
    const waits = (await admin.get('/api/today')).body.items
    expect(waits).toMatchObject([{ kind: 'unreached', action: 'Tell them', href: '/notices/alarms' }])
    const answered = await admin.post(`/api/notice-alarms/${items[0].matter}/answer`, {
      answer: 'told',
      note: '已当面告知',
    })
    expect(answered.status).toBe(200)
    expect((await admin.get('/api/today')).body.items).toEqual([])
    const twice = await admin.post(`/api/notice-alarms/${items[0].matter}/answer`, {
      answer: 'told',
      note: '再次',
    })
    expect(twice.body.code).toBe('notice.alarm-answered')
  })

  test('where no way is known: whom to call, with the number whole, until somebody was told', async () => {
    await tell([{ name: '张桂英', phone: '0835-7222345' }, { name: '王德发' }])
    await work(sending({}), after(1))
    expect((await admin.get('/api/notice-alarms')).body.items).toMatchObject([{ why: 'no-way' }])
    const { items } = (await admin.get('/api/notice-calls')).body
    expect(items).toMatchObject([
      { name: '张桂英', phone: '0835-7222345' },
      { name: '王德发', phone: null },
    ])
    const note = async (at: number, outcome: string, words = '') =>
      (await admin.post(`/api/notice-calls/${items[at].id}`, { outcome, note: words })).status
    expect(await note(0, 'not-reached', '无人接听')).toBe(200)
    expect((await admin.get('/api/notice-calls')).body.items[0]).toMatchObject({
      attempts: 1,
      note: '无人接听',
    })
    expect(await note(0, 'told')).toBe(200)
    expect(await note(0, 'told')).toBe(409)
    expect((await admin.get('/api/notice-alarms')).body.items).toEqual([])
    expect((await admin.get('/api/notice-calls')).body.items).toHaveLength(1)
  })

  test('where only the page is left, and nobody looks until the end of the next working day', async () => {
    const real = sending({})
    const friday = new Date('2026-11-27T16:00:00+08:00')
    await tell([account('zenghai')], { now: friday })
    await work(real, after(1, friday))
    await work(real, new Date('2026-11-30T17:59:00+08:00'))
    expect((await admin.get('/api/notice-alarms')).body.items).toEqual([])
    await work(real, new Date('2026-11-30T18:01:00+08:00'))
    expect((await admin.get('/api/notice-alarms')).body.items).toMatchObject([
      { why: 'unread', recipients: ['曾海'] },
    ])
    const reader = await house.as('zenghai')
    await reader.post('/api/my-notices/read', { notices: 'all' })
    expect((await admin.get('/api/notice-alarms')).body.items).toEqual([])
    expect((await admin.get('/api/notice-calls')).body.items).toEqual([])
  })

  test('is no alarm where one of several was told, or where it was only low', async () => {
    const mail = await opened(smtpServer())
    const real = sending({ smtp: smtp(mail) })
    await tell([account('zenghai'), account('luojianjun')])
    await tell([account('zenghai')], { urgency: 'low' })
    for (const minute of [1, 11, 6000]) await work(real, after(minute))
    expect(mail.mails).toHaveLength(1)
    expect((await admin.get('/api/notice-alarms')).body.items).toEqual([])
  })
})

describe('what others see', () => {
  test('addresses are masked, words are for whom the record concerns, the ledger holds neither', async () => {
    const hook = await opened(gateway())
    const secretWords = '青衣江畔'
    await tell([account('wusiqi')], { sender: secretWords })
    for (const minute of [1, 11]) await work(sending({ sms: sms(hook) }), after(minute))
    const supervisor = await house.as('lujing')
    const list = await supervisor.get('/api/notices')
    expect(JSON.stringify(list.body)).not.toMatch(/13900000102|青衣江畔/)
    expect(list.body.items[0].address).toBe('139******02')
    const shown = (await supervisor.get(`/api/notices/${list.body.items[0].notice}`)).body
    expect(shown.words).toBeNull()
    expect((await admin.get(`/api/notices/${shown.id}`)).body.words.body).toContain(secretWords)
    const ledger = await (await house.as('fengyinuo')).get('/api/events?limit=200')
    expect(JSON.stringify(ledger.body)).not.toMatch(/1390000|tianquan\.example|青衣江畔/)
  })

  test('an address that is none is refused, and nobody sets another person’s', async () => {
    const put = (who: Caller, login: string, address: string) =>
      who.put(`/api/notice-addresses/${person[login]}/smtp`, { address })
    expect((await put(union, 'yangxiaolan', 'a@b.example\nBcc: c@d.example')).body.code).toBe(
      'notice.smtp-unfit',
    )
    expect((await put(union, 'wusiqi', 'a@b.example')).status).toBe(403)
    expect((await union.get(`/api/notice-addresses/${person.wusiqi}`)).status).toBe(404)
    expect((await put(admin, 'zenghai', 'zenghai@tianquan.example')).status).toBe(200)
    expect((await admin.get(`/api/notice-addresses/${person.zenghai}`)).body.items[2].address).toBe(
      'z***@tianquan.example',
    )
    expect((await admin.put(`/api/notice-addresses/${person.zenghai}/smtp`, { address: null })).status).toBe(
      200,
    )
  })

  test('a test message tells whether the channel works; in a demo it says that nothing left', async () => {
    const answer = await admin.post('/api/notice-settings/test', { channel: 'sms', address: '138 0000 0000' })
    await workThrough(house.database, house.house.jobs, { now: new Date(Date.now() + 1000) })
    const shown = (await admin.get(`/api/notices/${answer.body.id}`)).body
    expect(shown.deliveries).toMatchObject([{ channel: 'sms', state: 'held', address: '138******00' }])
    expect((await admin.post('/api/notice-settings/test', { channel: 'smtp', address: 'x' })).status).toBe(
      400,
    )
  })
})

test('words and addresses are cleared after half a year, the rows after two, open alarms never', async () => {
  await tell([{ name: '张桂英', phone: '0835-7222345' }], { urgency: 'urgent' })
  await tell([account('luojianjun')])
  const mail = await opened(smtpServer())
  for (const minute of [1, 11]) await work(sending({ smtp: smtp(mail) }), after(minute))
  const days = (count: number) => new Date(ten.getTime() + count * 24 * 3_600_000)
  const left = () => outbox()
  await tidyNotices(house.database, days(182))
  expect((await left()).filter((one) => one.channel === 'smtp')[0].address).toBe('l***@tianquan.example')
  await tidyNotices(house.database, days(184))
  const [cleared] = await outbox('?channel=smtp')
  expect(cleared).toMatchObject({ address: null, state: 'sent' })
  expect((await admin.get(`/api/notices/${cleared.notice}`)).body).toMatchObject({
    cleared: true,
    words: null,
  })
  await tidyNotices(house.database, days(732))
  expect((await left()).map((one) => one.channel)).toEqual(['call'])
})
