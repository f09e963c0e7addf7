import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { type FollowupsForTests, followupsForTests } from './followups-for-tests.ts'

let house: TestHouse
let given: FollowupsForTests
let lujing: Caller // supervisor of the county
let yangxiaolan: Caller // officer of 县总工会, the lead
let wusiqi: Caller // officer of 团县委, which supports
let hechunyan: Caller // officer of 县妇联, which has no share
let jiangheng: Caller // supervisor of another county
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  yangxiaolan = await house.as('yangxiaolan')
  wusiqi = await house.as('wusiqi')
  hechunyan = await house.as('hechunyan')
  jiangheng = await house.as('jiangheng')
  given = followupsForTests(house, lujing, yangxiaolan)
})
afterAll(() => house.close())

const show = async (followup: string, who = lujing) => (await who.get(`/api/followups/${followup}`)).body
const act = (who: Caller, followup: string, path: string, body?: unknown) =>
  who.post(`/api/followups/${followup}/${path}`, body)
const kinds = async (followup: string) => (await show(followup)).history.map((step: any) => step.kind)
const refused = ({ status, body }: { status: number; body: any }) => [status, body.code]

describe('assigning', () => {
  test('another lead has to sign anew; what the first did stays in the history', async () => {
    const followup = await given.underway()
    await act(yangxiaolan, followup, 'feedbacks', { text: '已联系。' })
    const lead = await given.organisation('县妇联')
    await act(lujing, followup, 'assignment', { lead, supporting: [], note: '职责调整' })
    expect(await show(followup)).toMatchObject({
      state: 'assigned',
      lead: { id: lead },
      dueDay: '2099-06-30',
    })
    expect(await kinds(followup)).toEqual(['opened', 'assigned', 'signed', 'reported', 'assigned'])
    expect((await yangxiaolan.get(`/api/followups/${followup}`)).status).toBe(404)
    expect((await act(hechunyan, followup, 'receipt')).status).toBe(200)
  })

  test('another due day alone keeps the state; a day that has passed is refused', async () => {
    const followup = await given.underway()
    const lead = await given.organisation('县总工会')
    expect((await act(lujing, followup, 'assignment', { lead, dueDay: '2099-08-31' })).body.state).toBe(
      'underway',
    )
    const past = await act(lujing, followup, 'assignment', { lead, dueDay: '2020-01-01' })
    expect(refused(past)).toEqual([400, 'followup.due-day-passed'])
    const both = await act(lujing, followup, 'assignment', { lead, supporting: [lead] })
    expect(refused(both)).toEqual([400, 'followup.lead-supports'])
    const unknown = await act(lujing, followup, 'assignment', { lead: house.id() })
    expect(unknown.status).toBe(404)
    const shown = await show(followup)
    expect(shown).toMatchObject({
      dueDay: '2099-08-31',
      supporting: [{ id: await given.organisation('团县委') }],
    })
  })

  test('several at once, all or none', async () => {
    const { followups } = await given.confirmed()
    const lead = await given.organisation('县总工会')
    const closing = await given.closing()
    const body = { followups: [...followups, closing], lead, dueDay: '2099-06-30' }
    expect(refused(await lujing.post('/api/followups/assignments', body))).toEqual([
      409,
      'followup.under-review',
    ])
    expect((await show(followups[0] ?? '')).state).toBe('open')
    const answer = await lujing.post('/api/followups/assignments', { ...body, followups })
    expect(answer.body).toEqual({ assigned: 4 })
    for (const one of followups) expect((await show(one)).state).toBe('assigned')
  })
})

describe('a later day', () => {
  const ask = async (followup: string, toDay = '2099-07-31') => {
    const extension = house.id()
    const answer = await act(yangxiaolan, followup, 'extensions', { extension, toDay, reason: '等省里通知' })
    return { extension, answer }
  }

  test('is asked for with a reason and granted; the due day moves', async () => {
    const followup = await given.underway()
    const { extension } = await ask(followup)
    expect(await show(followup)).toMatchObject({ next: { action: 'decide-extension' }, dueDay: '2099-06-30' })
    const again = await ask(followup, '2099-09-30')
    expect(refused(again.answer)).toEqual([409, 'followup.extension-pending'])
    const granted = await act(lujing, followup, `extensions/${extension}/decision`, { granted: true })
    expect(granted.status).toBe(200)
    const { dueDay, extensions } = await show(followup)
    expect([dueDay, extensions]).toEqual([
      '2099-07-31',
      [
        expect.objectContaining({
          fromDay: '2099-06-30',
          decision: expect.objectContaining({ granted: true }),
        }),
      ],
    ])
    const twice = await act(lujing, followup, `extensions/${extension}/decision`, {
      granted: false,
      reason: '不',
    })
    expect(twice.status).toBe(409)
  })

  test('must be later; is refused only with a reason; lapses when it is closed', async () => {
    const followup = await given.underway()
    expect(refused((await ask(followup, '2099-06-30')).answer)).toEqual([400, 'followup.extension-too-early'])
    const { extension } = await ask(followup)
    const decide = `extensions/${extension}/decision`
    expect(refused(await act(lujing, followup, decide, { granted: false }))).toEqual([
      400,
      'followup.reason-needed',
    ])
    await act(lujing, followup, decide, { granted: false, reason: '时间够用' })
    expect((await show(followup)).dueDay).toBe('2099-06-30')
    await ask(followup)
    await act(yangxiaolan, followup, 'closing', { text: '提前办完了。' })
    await act(lujing, followup, 'reviews', { outcome: 'closed' })
    expect((await show(followup)).actions.every((one: any) => one.reason || one.action === 'remark')).toBe(
      true,
    )
  })

  test('is not asked for where none was set, nor after it has passed', async () => {
    const without = await given.underway({ dueDay: null })
    expect(refused((await ask(without)).answer)).toEqual([409, 'followup.no-due-day'])
    const overdue = (await hechunyan.get('/api/followups?lamp=overdue')).body.items[0]
    const extension = { extension: house.id(), toDay: '2099-01-31', reason: '道路不通' }
    expect(refused(await act(hechunyan, overdue.id, 'extensions', extension))).toEqual([
      409,
      'followup.past-due',
    ])
  })
})

describe('closing', () => {
  test('a return needs a reason, closing needs none', async () => {
    const followup = await given.closing()
    const bare = await act(lujing, followup, 'reviews', { outcome: 'returned' })
    expect(refused(bare)).toEqual([400, 'followup.reason-needed'])
    expect((await act(lujing, followup, 'reviews', { outcome: 'closed' })).status).toBe(200)
  })

  test('what is closed takes nothing but a remark, which opens a linked item', async () => {
    const followup = await given.closing()
    await act(lujing, followup, 'reviews', { outcome: 'closed' })
    const lead = await given.organisation('县总工会')
    for (const [who, path, body] of [
      [yangxiaolan, 'feedbacks', { text: '又有进展' }],
      [yangxiaolan, 'closing', { text: '再办' }],
      [lujing, 'assignment', { lead }],
      [lujing, 'reviews', { outcome: 'returned', reason: '再想想' }],
      [lujing, 'withdrawal', { reason: '不要了' }],
      [lujing, 'parts', { part: house.id(), organisation: lead, text: '补做' }],
    ] as const) {
      expect(refused(await act(who, followup, path, body)), path).toEqual([409, 'followup.closed'])
    }
    const item = house.id()
    const remark = await act(lujing, followup, 'remarks', {
      item,
      text: '半年后再看一次。',
      saidOn: '2026-11-02',
    })
    expect(remark.body).toEqual({ id: item, state: 'open' })
    expect(await show(item)).toMatchObject({
      state: 'open',
      quote: '半年后再看一次。',
      saidBy: '苏曼',
      saidOn: '2026-11-02',
      linked: [{ id: followup, relation: 'before', state: 'closed' }],
    })
    expect(await show(followup)).toMatchObject({ state: 'closed', linked: [{ id: item, relation: 'after' }] })
    const early = await act(lujing, item, 'remarks', { item: house.id(), text: '太早' })
    expect(refused(early)).toEqual([409, 'followup.not-closed'])
  })

  test('what is withdrawn has a reason and can no longer be done', async () => {
    const followup = await given.underway()
    expect((await act(lujing, followup, 'withdrawal', {})).status).toBe(400)
    await act(lujing, followup, 'withdrawal', { reason: '与另一项重复' })
    expect(await show(followup)).toMatchObject({ state: 'withdrawn', lamp: 'none' })
    expect(refused(await act(yangxiaolan, followup, 'feedbacks', { text: '还在办' }))).toEqual([
      409,
      'followup.withdrawn',
    ])
  })
})

describe('parts and proof', () => {
  test('a part goes to an organisation, which then sees the follow-up and completes it', async () => {
    const followup = await given.underway()
    const women = await given.organisation('县妇联')
    expect((await hechunyan.get(`/api/followups/${followup}`)).status).toBe(404)
    const part = house.id()
    const body = { part, organisation: women, text: '走访女职工', dueDay: '2099-06-01' }
    expect((await act(yangxiaolan, followup, 'parts', body)).status).toBe(200)
    const seen = await show(followup, hechunyan)
    expect(seen.parts).toMatchObject([{ id: part, mayComplete: true, lamp: 'ontime', completed: null }])
    expect(seen.next).toMatchObject({ action: 'complete-part', turn: 'you' })
    expect(refused(await act(wusiqi, followup, `parts/${part}/completion`, {}))).toEqual([
      403,
      'followup.no-open-part',
    ])
    expect(
      (await act(hechunyan, followup, `parts/${part}/completion`, { text: '走访 12 人。' })).status,
    ).toBe(200)
    expect(refused(await act(hechunyan, followup, `parts/${part}/completion`, {}))).toEqual([
      409,
      'followup.part-completed',
    ])
    expect((await show(followup)).parts[0].completed).toMatchObject({
      text: '走访 12 人。',
      person: { name: '何春燕' },
    })
    expect((await act(wusiqi, followup, 'parts', { ...body, part: house.id() })).body.code).toBe(
      'followup.not-lead',
    )
  })

  test('proof stays with the step, and opens for whoever sees the follow-up and nobody else', async () => {
    const followup = await given.underway()
    const bytes = new TextEncoder().encode('窗口开放时间：周一至周六')
    const file = (await yangxiaolan.upload(`/api/files?name=${encodeURIComponent('开放时间.txt')}`, bytes))
      .body
    await act(yangxiaolan, followup, 'feedbacks', { text: '见附件。', files: [file.id] })
    const shown = await show(followup)
    expect(shown.files).toEqual([file])
    expect(shown.history.at(-1).files).toEqual([file])
    const address = `/api/records/followup/${followup}/files/${file.id}`
    expect((await wusiqi.get(address)).status).toBe(200)
    expect((await hechunyan.get(address)).status).toBe(404)
    expect((await jiangheng.get(address)).status).toBe(404)
    const stolen = await act(wusiqi, followup, 'feedbacks', { text: '也用这个。', files: [file.id] })
    expect(refused(stolen)).toEqual([409, 'file.gone'])
  })

  test('a report is one short text', async () => {
    const followup = await given.underway()
    expect((await act(yangxiaolan, followup, 'feedbacks', { text: '长'.repeat(501) })).status).toBe(400)
    expect((await act(yangxiaolan, followup, 'feedbacks', { text: '  ' })).status).toBe(400)
    expect((await act(yangxiaolan, followup, 'feedbacks', { text: '长'.repeat(500) })).status).toBe(200)
  })
})
