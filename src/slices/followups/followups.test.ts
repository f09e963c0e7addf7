import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { type FollowupsForTests, followupsForTests } from './followups-for-tests.ts'

let house: TestHouse
let given: FollowupsForTests
let lujing: Caller // supervisor of the county
let yangxiaolan: Caller // officer of 县总工会, the lead
let wusiqi: Caller // officer of 团县委, which supports
let hechunyan: Caller // officer of 县妇联, which has no share
let chenqiushi: Caller // leader
let jiangheng: Caller // supervisor of another county
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  yangxiaolan = await house.as('yangxiaolan')
  wusiqi = await house.as('wusiqi')
  hechunyan = await house.as('hechunyan')
  chenqiushi = await house.as('chenqiushi')
  jiangheng = await house.as('jiangheng')
  given = followupsForTests(house, lujing, yangxiaolan)
})
afterAll(() => house.close())

const show = async (followup: string, who = lujing) => (await who.get(`/api/followups/${followup}`)).body
const act = (who: Caller, followup: string, path: string, body?: unknown) =>
  who.post(`/api/followups/${followup}/${path}`, body)
const kinds = async (followup: string) => (await show(followup)).history.map((step: any) => step.kind)
const refused = ({ status, body }: { status: number; body: any }) => [status, body.code]

describe('from a directive to a closed follow-up', () => {
  test('through every hand, and the story tells who did what on whose behalf', async () => {
    const followup = await given.opened()
    expect(await show(followup)).toMatchObject({ state: 'open', lamp: 'waiting', dueDay: null, lead: null })
    const lead = await given.organisation('县总工会')
    await act(lujing, followup, 'assignment', { lead, dueDay: '2099-06-30', note: '张贴到门口' })
    expect(await show(followup)).toMatchObject({ state: 'assigned', lamp: 'ontime', lead: { id: lead } })
    await act(yangxiaolan, followup, 'receipt')
    await act(yangxiaolan, followup, 'feedbacks', { text: '正在核对各窗口时间。' })
    await act(yangxiaolan, followup, 'closing', { text: '已公布。' })
    expect(await show(followup)).toMatchObject({ state: 'closing', lamp: 'waiting' })
    await act(lujing, followup, 'reviews', { outcome: 'returned', reason: '缺周末时间' })
    expect(await show(followup)).toMatchObject({ state: 'returned', lamp: 'ontime' })
    await act(yangxiaolan, followup, 'closing', { text: '已补周末时间。' })
    const closed = await act(lujing, followup, 'reviews', { outcome: 'closed' })
    expect(closed.body).toEqual({ id: followup, state: 'closed' })
    const story = await show(followup)
    expect(story.history.map((step: any) => [step.kind, step.person.name])).toEqual([
      ['opened', '卢静'],
      ['assigned', '卢静'],
      ['signed', '杨晓兰'],
      ['reported', '杨晓兰'],
      ['closing-asked', '杨晓兰'],
      ['returned', '卢静'],
      ['closing-asked', '杨晓兰'],
      ['closed', '卢静'],
    ])
    expect(story.history[3]).toMatchObject({ organisation: { id: lead }, text: '正在核对各窗口时间。' })
    expect(story).toMatchObject({
      state: 'closed',
      lamp: 'done',
      workingDaysLeft: null,
      next: { turn: 'nobody' },
    })
  })

  test('the sentence stays as it was said, with who, where and when', async () => {
    const { followups } = await given.confirmed()
    const all = await Promise.all(followups.map((one) => show(one)))
    expect(all.map(({ force, kind }) => [force, kind])[0]).toEqual(['must', 'task'])
    expect(all[0]).toMatchObject({
      saidBy: '苏曼',
      saidAs: '市总工会副主席',
      saidOn: '2026-03-06',
      deadline: '月底前',
    })
    expect(all[0].quote).toContain('公布窗口开放时间')
    expect(all[0].places[0]).toMatchObject({ kind: 'site' })
    expect(all[0].dueDay).toBeNull()
    const numbers = all.map(({ number }) => Number(number.split('-')[1]))
    expect(numbers).toEqual([0, 1, 2, 3].map((i) => (numbers[0] ?? 0) + i))
  })
})

describe('only who it is for', () => {
  test('nobody, a leader, a stranger and another county can do nothing with it', async () => {
    const followup = await given.closing()
    const steps = [
      ['assignment', { lead: await given.organisation('县妇联') }],
      ['receipt', undefined],
      ['feedbacks', { text: '进展' }],
      ['extensions', { extension: house.id(), toDay: '2099-07-30', reason: '时间不够' }],
      ['closing', { text: '已办' }],
      ['reviews', { outcome: 'closed' }],
      ['remarks', { item: house.id(), text: '再看看' }],
      ['parts', { part: house.id(), organisation: await given.organisation('县妇联'), text: '一部分' }],
      ['withdrawal', { reason: '重复' }],
    ] as const
    for (const [path, body] of steps) {
      expect((await act(house.nobody, followup, path, body)).status, `nobody ${path}`).toBe(401)
      expect((await act(chenqiushi, followup, path, body)).status, `leader ${path}`).toBe(403)
      expect([403, 404], `another county ${path}`).toContain(
        (await act(jiangheng, followup, path, body)).status,
      )
      expect([403, 404], `no share ${path}`).toContain((await act(hechunyan, followup, path, body)).status)
    }
    expect(await kinds(followup)).toEqual(['opened', 'assigned', 'signed', 'closing-asked'])
    expect((await hechunyan.get(`/api/followups/${followup}`)).status).toBe(404)
    expect((await jiangheng.get(`/api/followups/${followup}`)).status).toBe(404)
    expect((await chenqiushi.get(`/api/followups/${followup}`)).status).toBe(200)
  })

  test('a supporting organisation reports, and neither signs nor asks to close', async () => {
    const followup = await given.assigned()
    expect(refused(await act(wusiqi, followup, 'receipt'))).toEqual([403, 'followup.not-lead'])
    expect(refused(await act(wusiqi, followup, 'feedbacks', { text: '早了' }))).toEqual([
      409,
      'followup.not-signed',
    ])
    await act(yangxiaolan, followup, 'receipt')
    expect((await act(wusiqi, followup, 'feedbacks', { text: '青年之家已腾出一间。' })).status).toBe(200)
    expect(refused(await act(wusiqi, followup, 'closing', { text: '好了' }))).toEqual([
      403,
      'followup.not-lead',
    ])
    const { history } = await show(followup)
    expect(history.at(-1).organisation.id).toBe(await given.organisation('团县委'))
  })

  test('a supervisor cannot do the lead’s work, nor the lead review its own', async () => {
    const followup = await given.closing()
    expect(refused(await act(yangxiaolan, followup, 'reviews', { outcome: 'closed' }))).toEqual([
      403,
      'not-allowed',
    ])
    const other = await given.assigned()
    expect(refused(await act(lujing, other, 'receipt'))).toEqual([403, 'not-allowed'])
  })

  test('who did the work does not review it even when they hold both roles; another person does', async () => {
    const administrator = await house.as('gaomingyuan')
    const county = (await lujing.get('/api/organisations?q=天全县')).body.items.find(
      (one: any) => !one.parent,
    ).id
    const person = (await administrator.get('/api/people?q=杨晓兰')).body.items[0].id
    const grant = { grant: house.id(), role: 'supervisor', organisation: county }
    expect((await administrator.post(`/api/people/${person}/roles`, grant)).status).toBe(200)
    const followup = await given.closing()
    const own = await act(yangxiaolan, followup, 'reviews', { outcome: 'closed' })
    expect(refused(own)).toEqual([403, 'followup.own-work'])
    const review = (await show(followup, yangxiaolan)).actions.find((one: any) => one.action === 'review')
    expect(review).toMatchObject({ reason: 'own-work', why: expect.stringContaining('somebody else') })
    expect((await act(lujing, followup, 'reviews', { outcome: 'closed' })).status).toBe(200)
    await administrator.delete(`/api/people/${person}/roles/${grant.grant}`)
  })
})

describe('two at once', () => {
  test('of two reviewers one wins, and the other learns what happened', async () => {
    const followup = await given.closing()
    const second = await house.as('lujing')
    const answers = await Promise.all([
      act(lujing, followup, 'reviews', { outcome: 'closed' }),
      act(second, followup, 'reviews', { outcome: 'returned', reason: '材料不全' }),
    ])
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect([won?.status, lost?.status]).toEqual([200, 409])
    expect(['followup.closed', 'followup.not-under-review']).toContain(lost?.body.code)
    expect(lost?.body.detail).toContain('卢静')
    expect((await kinds(followup)).length).toBe(5)
  })

  test('two confirmations of one visit open its follow-ups once', async () => {
    const { visit, version } = await given.draft()
    const second = await house.as('lujing')
    const answers = await Promise.all(
      [lujing, second].map((who) => who.post(`/api/visits/${visit}/confirmation`, { version })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await lujing.get(`/api/followups?visit=${visit}`)).body.total).toBe(4)
  })
})
