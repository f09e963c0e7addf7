import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let lujing: Caller
let second: Caller
beforeAll(async () => {
  house = await testHouse()
  lujing = await house.as('lujing')
  second = await house.as('lujing')
})
afterAll(() => house.close())

/** An invented report, short but whole; `where` makes it a report of its own. */
const report = (where: string) => `市总工会副主席苏曼赴天全调研职工服务工作

3月6日，市总工会副主席苏曼赴天全县调研职工服务工作。县总工会主席葛云峰陪同调研。
苏曼一行先后来到${where}、始阳镇凤翔社区，实地查看职工之家建设情况。
在${where}，苏曼对服务窗口工作表示肯定。她要求，要在月底前公布窗口开放时间。她希望${where}办好暑期托管班。
座谈会上，苏曼指出，各级工会要建好、用好、管好职工之家；要完善走访台账。
`

async function record(where: string): Promise<string> {
  const visit = house.id()
  const answer = await lujing.post('/api/visits', { visit, text: report(where) })
  expect(answer.body).toEqual({ id: visit })
  return visit
}

const show = async (visit: string, who = lujing) => (await who.get(`/api/visits/${visit}`)).body

async function setYear(visit: string) {
  const { content } = await show(visit)
  const after = { ...content.date, value: '2026-03-06', confidence: 1, reason: 'person' }
  return lujing.post(`/api/visits/${visit}/corrections`, {
    changes: [{ item: 'date', before: content.date, after }],
  })
}

describe('a report goes in', () => {
  test('and is read into a draft whose spans point at their words', async () => {
    const visit = await show(await record('县工人文化宫'))
    expect(visit).toMatchObject({ state: 'draft', date: '--03-06', lead: '苏曼', kind: 'visit' })
    expect(visit.counts).toMatchObject({ sites: 2, directives: 4 })
    const lead = visit.content.lead
    expect(lead.titles).toEqual(['市总工会副主席'])
    expect(visit.original.slice(lead.spans[0].start, lead.spans[0].end)).toBe('苏曼')
    expect(visit.actions).toEqual(['correct', 'dismiss'])
  })

  test('by its lead’s initials it is found', async () => {
    await record('县职工服务中心')
    expect((await lujing.get('/api/visits?q=sm')).body.items.length).toBeGreaterThan(0)
    expect((await lujing.get('/api/visits?q=xzgh-nobody')).body.items).toEqual([])
  })

  test('as a file, which stays with the visit and opens only through it', async () => {
    const bytes = new TextEncoder().encode(report('县图书馆'))
    const file = (await lujing.upload(`/api/files?name=${encodeURIComponent('报道.txt')}`, bytes)).body
    const visit = house.id()
    expect((await lujing.post('/api/visits', { visit, file: file.id })).status).toBe(200)
    expect((await show(visit)).file).toEqual({ id: file.id, name: '报道.txt' })
    const opened = await lujing.get(`/api/records/visit/${visit}/files/${file.id}`)
    expect(new TextDecoder().decode(opened.body)).toBe(report('县图书馆'))
    const neighbour = await house.as('jiangheng')
    expect((await neighbour.get(`/api/records/visit/${visit}/files/${file.id}`)).status).toBe(404)
    const again = await lujing.post('/api/visits', { visit: house.id(), file: file.id, again: true })
    expect([again.status, again.body.code]).toEqual([409, 'file.gone'])
  })

  test('as a file that was sent twice, and once more later, is one visit and one answer', async () => {
    const bytes = new TextEncoder().encode(report('县体育馆'))
    const file = (await lujing.upload('/api/files?name=a.txt', bytes)).body.id
    const [visit, key] = [house.id(), house.id()]
    const send = () => lujing.post('/api/visits', { visit, file }, { key })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      [visit, visit, visit].map((id) => [200, { id }]),
    )
  })

  test('the same report, even in another dress, is recognised; the earlier visit is offered', async () => {
    const visit = await record('县文化馆')
    const dressed = report('县文化馆').replaceAll('，', ',').replaceAll('\n', '\r\n')
    const refused = await lujing.post('/api/visits', { visit: house.id(), text: dressed })
    expect(refused).toMatchObject({ status: 409, body: { code: 'visit.known', visit: { id: visit } } })
    expect((await lujing.post('/api/visits', { visit: house.id(), text: dressed, again: true })).status).toBe(
      200,
    )
  })

  test('a text that is no visit report is kept, and says what it seems to be', async () => {
    const visit = house.id()
    const text =
      '关于做好2026年国庆节放假安排的通知\n各乡镇：\n现将放假安排通知如下。10月1日至8日放假。\n天全县人民政府办公室\n2026年9月20日'
    expect((await lujing.post('/api/visits', { visit, text })).status).toBe(200)
    expect((await show(visit)).kind).toBe('notice')
  })

  test.each([
    ['an empty text', { text: '  \n ' }, 'visit.file-empty'],
    ['neither text nor file', {}, 'bad-input'],
  ])('%s is refused in words', async (_, body, code) => {
    const visit = house.id()
    expect((await lujing.post('/api/visits', { visit, ...body })).body.code).toBe(code)
    expect((await lujing.get(`/api/visits/${visit}`)).status).toBe(404)
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'visit.file-picture'],
    ['a broken PDF', Buffer.from('%PDF-1.7\nnothing more'), 'visit.file-damaged'],
  ])('%s is refused in words, and no visit remains', async (_, bytes, code) => {
    const file = (await lujing.upload('/api/files?name=x', bytes)).body
    const visit = house.id()
    expect((await lujing.post('/api/visits', { visit, file: file.id })).body.code).toBe(code)
    expect((await lujing.get(`/api/visits/${visit}`)).status).toBe(404)
  })

  test('an empty file and one of 50 MB are refused at the door', async () => {
    expect((await lujing.upload('/api/files?name=x.txt', new Uint8Array())).body.code).toBe('file.empty')
    const large = await lujing.upload('/api/files?name=x.txt', new Uint8Array(50 * 1024 * 1024).fill(65))
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })
})

describe('people correct it', () => {
  test('two at once: different items both stay, the same item is not overwritten in silence', async () => {
    const visit = await record('县游泳馆')
    const { content } = await show(visit)
    const path = `/api/visits/${visit}/corrections`
    const change = (item: string, fields: object) => ({
      item,
      before: content[item],
      after: { ...content[item], ...fields },
    })
    const mine = await lujing.post(path, { changes: [change('site:s1', { name: '县游泳馆（新馆）' })] })
    const theirs = await second.post(path, { changes: [change('directive:d1', { force: 'must' })] })
    expect([mine.status, theirs.status]).toEqual([200, 200])
    const late = await second.post(path, { changes: [change('site:s1', { name: '县体育馆' })] })
    expect(late).toMatchObject({ status: 409, body: { code: 'visit.changed' } })
    expect(late.body.conflicts[0]).toMatchObject({
      item: 'site:s1',
      by: '卢静',
      now: { name: '县游泳馆（新馆）' },
    })
    expect((await show(visit)).content['site:s1'].name).toBe('县游泳馆（新馆）')
  })

  test('a repair that is taken back changes the words that stand on it, and comes back again', async () => {
    const visit = house.id()
    const text = report('縣(xiàn)群團(tuán)綜合服務(wù)中心')
    await lujing.post('/api/visits', { visit, text })
    const before = await show(visit)
    expect(before.content['site:s1'].name).toBe('县群团综合服务中心')
    const { start, end } = before.content['site:s1'].spans[0]
    const gloss = before.repairs.find(
      (one: any) =>
        one.kind === 'pinyin-gloss' &&
        one.before === '(tuán)' &&
        one.span.start >= start &&
        one.span.end <= end,
    )
    const item = `undone:${gloss.id}`
    const take = [{ item, before: null, after: { id: gloss.id } }]
    await lujing.post(`/api/visits/${visit}/corrections`, { changes: take })
    expect((await show(visit)).content['site:s1'].name).toBe('县群团(tuán)综合服务中心')
    const back = [{ item, before: { id: gloss.id }, after: null }]
    await lujing.post(`/api/visits/${visit}/corrections`, { changes: back })
    expect((await show(visit)).content['site:s1'].name).toBe('县群团综合服务中心')
  })

  test('an item of the wrong shape is refused', async () => {
    const visit = await record('县青少年宫')
    const { content } = await show(visit)
    const changes = [{ item: 'directive:d1', before: content['directive:d1'], after: { text: '' } }]
    expect((await lujing.post(`/api/visits/${visit}/corrections`, { changes })).body.code).toBe('bad-input')
  })
})

describe('it is confirmed', () => {
  test('never with a guessed year', async () => {
    const visit = await record('县博物馆')
    const refused = await lujing.post(`/api/visits/${visit}/confirmation`, { version: 1 })
    expect(refused.body).toMatchObject({ code: 'visit.not-ready', missing: ['year-missing'] })
  })

  test('only as its sender saw it, once, and then it stays as it is', async () => {
    const visit = await record('县科技馆')
    expect((await setYear(visit)).body).toEqual({ version: 2 })
    expect((await lujing.post(`/api/visits/${visit}/confirmation`, { version: 1 })).body.code).toBe(
      'visit.moved-on',
    )
    const confirmed = await lujing.post(`/api/visits/${visit}/confirmation`, { version: 2 })
    expect(confirmed.body).toEqual({ id: visit, followups: 4 })
    expect((await lujing.post(`/api/visits/${visit}/confirmation`, { version: 2 })).body.code).toBe(
      'visit.settled',
    )
    expect((await setYear(visit)).body.code).toBe('visit.settled')
    const history = (await lujing.get(`/api/visits/${visit}/history`)).body.items
    expect(history.map((row: any) => row.name)).toEqual([
      'visit.recorded',
      'visit.corrected',
      'visit.confirmed',
    ])
    expect(history[0].person.name).toBe('卢静')
  })

  test('and every figure opens the visits that it counts', async () => {
    const figure = (await lujing.get('/api/figures/directive.given')).body
    const opened = (await lujing.get('/api/figures/directive.given/records?limit=200')).body.items
    expect(opened.reduce((sum: number, row: any) => sum + row.amount, 0)).toBe(figure.total)
    expect(figure.records).toBe(opened.length)
    expect(figure.total).toBeGreaterThan(0)
  })

  test('or set aside with a reason', async () => {
    const visit = await record('县档案馆')
    expect((await lujing.post(`/api/visits/${visit}/dismissal`, { reason: '重复' })).status).toBe(200)
    expect(await show(visit)).toMatchObject({
      state: 'dismissed',
      dismissed: { reason: '重复' },
      actions: [],
    })
  })
})
