import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { lookUpStoredSites } from './look-up-stored-sites.ts'

let house: TestHouse
let supervisor: Caller
let administrator: Caller
let officer: Caller
beforeAll(async () => {
  house = await testHouse()
  supervisor = await house.as('lujing')
  administrator = await house.as('gaomingyuan')
  officer = await house.as('yangxiaolan')
})
afterAll(() => house.close())

let day = 0
/** An invented report of a visit to these places; no two are the same. */
const report = (...places: string[]) => {
  day += 1
  return `2026年3月${day}日，市总工会副主席苏曼赴天全县调研职工服务工作。县总工会主席葛云峰陪同调研。
苏曼一行先后来到${places.join('、')}，实地查看职工之家建设情况。
在${places[0]}，苏曼强调，要在月底前公布窗口开放时间。`
}

async function record(...places: string[]): Promise<string> {
  const visit = house.id()
  expect((await supervisor.post('/api/visits', { visit, text: report(...places) })).status).toBe(200)
  return visit
}

const show = async (visit: string) => (await supervisor.get(`/api/visits/${visit}`)).body
async function siteOf(visit: string, name: string) {
  const { content } = await show(visit)
  const found = Object.entries<any>(content).find(
    ([key, item]) => key.startsWith('site:') && item.name === name,
  )
  if (!found) throw new Error(`${name} was not read`)
  return { item: found[0], before: found[1] }
}

async function correct(visit: string, name: string, fields: object, who = supervisor) {
  const { item, before } = await siteOf(visit, name)
  const changes = [{ item, before, after: { ...before, ...fields } }]
  const answer = await who.post(`/api/visits/${visit}/corrections`, { changes })
  return {
    answer,
    undo: () =>
      who.post(`/api/visits/${visit}/corrections`, {
        changes: changes.map((one) => ({ item, before: one.after, after: one.before })),
      }),
  }
}

async function organisation(name: string): Promise<string> {
  const { items } = (await administrator.get(`/api/organisations?q=${encodeURIComponent(name)}`)).body
  return items.find((one: { name: string }) => one.name === name).id
}

/** A place that only this test knows, kept by the county's trade unions. */
async function place(name: string): Promise<string> {
  const id = house.id()
  const keeper = await organisation('天全县总工会')
  expect((await officer.post('/api/places', { place: id, name, kind: 'rest-station', keeper })).status).toBe(
    200,
  )
  return id
}

const confirm = async (visit: string) =>
  supervisor.post(`/api/visits/${visit}/confirmation`, { version: (await show(visit)).version })
const cameTo = async (kind: string, id: string, who = supervisor, query = '') =>
  who.get(`/api/known/${kind}/${id}/visits${query}`)
const names = async (state = 'open', who = supervisor) =>
  (await who.get(`/api/name-suggestions?state=${state}&limit=200`)).body
const suggested = async (name: string, state = 'open') =>
  (await names(state)).items.find((one: any) => one.name === name)?.suggestions ?? []

const byPerson = (kind: string, id: string) => ({ known: { kind, id, by: 'person' }, possible: [] })

describe('a site of a report', () => {
  test('is linked to what it means when the report is read, and says by what', async () => {
    const id = await place('青衣江职工驿站')
    const visit = await record('青衣江职工驿站', '县民政局', '云顶山庄')
    expect((await siteOf(visit, '青衣江职工驿站')).before.known).toEqual({ kind: 'place', id, by: 'name' })
    const bureau = await organisation('天全县民政局')
    expect((await siteOf(visit, '县民政局')).before.known).toEqual({
      kind: 'organisation',
      id: bureau,
      by: 'short',
    })
    expect((await siteOf(visit, '云顶山庄')).before).toMatchObject({ known: null, possible: [] })
    const { things } = await show(visit)
    expect(things.map((one: any) => [one.kind, one.id])).toEqual([
      ['place', id],
      ['organisation', bureau],
    ])
  })

  test('that may be two things is asked about, and counts among what is to be looked at', async () => {
    const parent = await organisation('天全县')
    for (const name of ['沙坪便民服务中心', '铜厂便民服务中心']) {
      const body = { organisation: house.id(), parent, kind: 'institution', name, shortName: '便民服务中心' }
      await administrator.post('/api/organisations', body)
    }
    const visit = await record('便民服务中心')
    const { before } = await siteOf(visit, '便民服务中心')
    expect(before.known).toBeNull()
    expect(before.possible.map(({ by }: any) => by)).toEqual(['short', 'short'])
    const asked = (await show(visit)).counts.toAsk
    await correct(visit, '便民服务中心', { known: null, possible: [] })
    expect((await show(visit)).counts.toAsk).toBe(asked - 1)
  })

  test('is linked by a person, who cannot link it to what the county does not have', async () => {
    const visit = await record('北城书屋')
    const refused = await correct(visit, '北城书屋', byPerson('place', house.id()))
    expect(refused.answer.status).toBe(404)
    const neighbours = await house.as('jiangheng')
    const [foreign] = (await neighbours.get('/api/organisations?q=名山区总工会')).body.items
    const other = await correct(visit, '北城书屋', byPerson('organisation', foreign.id))
    expect(other.answer.status).toBe(404)
    expect((await siteOf(visit, '北城书屋')).before.known).toBeNull()
  })

  test('two who link it differently at once: the second one learns of the first', async () => {
    const visit = await record('西门图书馆')
    const { item, before } = await siteOf(visit, '西门图书馆')
    const [one, other] = [await place('西门职工书屋'), await place('西门职工之家')]
    const link = (id: string) => ({
      changes: [{ item, before, after: { ...before, ...byPerson('place', id) } }],
    })
    const path = `/api/visits/${visit}/corrections`
    expect((await supervisor.post(path, link(one))).status).toBe(200)
    const late = await supervisor.post(path, link(other))
    expect(late).toMatchObject({ status: 409, body: { code: 'visit.changed' } })
    expect(late.body.conflicts[0].now.known.id).toBe(one)
  })

  test('as it was stored before it could be linked is still right, and can be corrected', async () => {
    const visit = await record('南街文化站')
    const { item } = await siteOf(visit, '南街文化站')
    await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
      sql`update visits set content = content #- ${[item, 'known']} #- ${[item, 'possible']} #- ${[item, 'holder']}
        #- ${[item, 'parts']} #- ${['directive:d1', 'means']} where id = ${visit}`.execute(tx),
    )
    const { before } = await siteOf(visit, '南街文化站')
    expect(before).toMatchObject({ known: null, possible: [], holder: null, parts: [] })
    const { known: _, possible: __, holder: ___, parts: ____, ...old } = before
    const changes = [{ item, before: old, after: { ...old, name: '南街综合文化站' } }]
    expect((await supervisor.post(`/api/visits/${visit}/corrections`, { changes })).status).toBe(200)
  })
})

describe('the visits that came to a place', () => {
  test('are listed when they are confirmed, the last one first, in pages', async () => {
    const id = await place('龙湾湖职工驿站')
    const draft = await record('龙湾湖职工驿站')
    const visits = []
    for (let i = 0; i < 3; i += 1) {
      const visit = await record('龙湾湖职工驿站', '县妇联')
      expect((await confirm(visit)).status).toBe(200)
      visits.unshift(visit)
    }
    const first = (await cameTo('place', id, supervisor, '?limit=2')).body
    expect(first.total).toBe(3)
    const rest = (await cameTo('place', id, supervisor, `?limit=2&after=${first.next}`)).body
    const ids = [...first.items, ...rest.items].map((one: any) => one.id)
    expect(ids).toEqual(visits)
    expect(ids).not.toContain(draft)
    expect(first.items[0]).toMatchObject({ names: ['龙湾湖职工驿站'], lead: '苏曼', directives: 1 })
    const federation = await organisation('天全县妇女联合会')
    const there = (await cameTo('organisation', federation)).body.items.map((one: any) => one.id)
    expect(there).toEqual(expect.arrayContaining(visits))
    const neighbour = await house.as('jiangheng')
    expect((await cameTo('place', id, neighbour)).status).toBe(404)
  })

  test('hold those that were read before sites were looked up, once housekeeping has done so', async () => {
    const id = await place('紫石关职工驿站')
    const [confirmed, draft] = [await record('紫石关职工驿站'), await record('紫石关职工驿站', '县妇联')]
    await confirm(confirmed)
    await inTransaction(house.database, { county: '511825', person: null }, async (tx) => {
      await sql`update visits set sites_looked_up_at = null,
        content = jsonb_set(content, '{site:s1}', content->'site:s1' || '{"known": null}') where id in (${confirmed}, ${draft})`.execute(
        tx,
      )
    })
    await house.database.kysely.transaction().execute(async (tx) => {
      await sql`delete from visit_arrivals where visit = ${confirmed}`.execute(tx)
    })
    expect(await lookUpStoredSites(house.database, new Date())).toBeGreaterThanOrEqual(2)
    expect((await cameTo('place', id)).body.items.map((one: any) => one.id)).toEqual([confirmed])
    expect((await siteOf(confirmed, '紫石关职工驿站')).before.known).toEqual({
      kind: 'place',
      id,
      by: 'name',
    })
    expect((await siteOf(draft, '紫石关职工驿站')).before.known.id).toBe(id)
    const history = (await supervisor.get(`/api/visits/${draft}/history`)).body.items
    expect(history.map((row: any) => row.name)).toEqual(['visit.recorded', 'visit.sites-looked-up'])
    expect(await lookUpStoredSites(house.database, new Date())).toBe(0)
  })
})

describe('what people correct is kept as a suggestion', () => {
  test('it changes nothing before it is accepted; then the next report is linked by it', async () => {
    const id = await place('紫石乡职工服务站')
    const first = await record('紫石文化站')
    const { answer } = await correct(first, '紫石文化站', byPerson('place', id))
    expect(answer.status).toBe(200)
    const [suggestion] = await suggested('紫石文化站')
    expect(suggestion).toMatchObject({
      target: { kind: 'place', id, name: '紫石乡职工服务站' },
      times: 1,
      heldBy: null,
      mayDecide: true,
    })
    expect(suggestion.sources).toMatchObject([{ kind: 'visit', id: first, by: { name: '卢静' } }])
    expect((await siteOf(await record('紫石文化站'), '紫石文化站')).before.known).toBeNull()
    const name = house.id()
    const accepted = await supervisor.post(`/api/places/${id}/names`, {
      name,
      text: '紫石文化站',
      source: 'report',
    })
    expect(accepted.status).toBe(200)
    expect(await suggested('紫石文化站')).toEqual([])
    expect((await suggested('紫石文化站', 'accepted'))[0].decided.by.name).toBe('卢静')
    const next = await record('紫石文化站')
    expect((await siteOf(next, '紫石文化站')).before.known).toEqual({ kind: 'place', id, by: 'alias' })
    for (const visit of [first, next]) await confirm(visit)
    expect((await cameTo('place', id)).body.items.map((one: any) => one.id)).toEqual([next, first])
    await supervisor.delete(`/api/places/${id}/names/${name}`)
    expect(await suggested('紫石文化站')).toHaveLength(1)
  })

  test('once for a visit, however often it is corrected and confirmed there; twice for two visits', async () => {
    const id = await organisation('天全县民政局')
    const visit = await record('救助站')
    await correct(visit, '救助站', byPerson('organisation', id))
    await correct(visit, '救助站', { seen: [] })
    await confirm(visit)
    expect((await suggested('救助站'))[0].times).toBe(1)
    await correct(await record('救助站'), '救助站', byPerson('organisation', id))
    expect((await suggested('救助站'))[0].times).toBe(2)
  })

  test('and taken back when the correction is taken back', async () => {
    const visit = await record('老茶馆')
    const { undo } = await correct(visit, '老茶馆', byPerson('organisation', await organisation('始阳镇')))
    expect(await suggested('老茶馆')).toHaveLength(1)
    expect((await undo()).status).toBe(200)
    expect(await suggested('老茶馆')).toEqual([])
  })

  test('also where a name that was read is corrected to one that is known', async () => {
    const id = await place('多功乡职工书屋')
    const visit = await record('多功书吧')
    const known = { kind: 'place', id, by: 'name' }
    await correct(visit, '多功书吧', { name: '多功乡职工书屋', known, possible: [] })
    expect((await suggested('多功书吧'))[0].target.id).toBe(id)
    expect(await suggested('多功乡职工书屋')).toEqual([])
  })

  test('where a follow-up is given to an organisation that is not called as its sentence says', async () => {
    const visit = house.id()
    const text = `2026年4月1日，市总工会副主席苏曼赴天全县调研。县总工会主席葛云峰陪同调研。
苏曼一行来到云顶农庄，实地查看农家书屋。苏曼强调，县文产中心要办好农家书屋。县妇联要办好夜校。`
    await supervisor.post('/api/visits', { visit, text })
    await confirm(visit)
    const { items } = (await supervisor.get(`/api/followups?visit=${visit}`)).body
    const asks = (subject: string) => items.find((one: any) => one.subject === subject).id
    const [centre, union] = [await organisation('天全县群团综合服务中心'), await organisation('天全县总工会')]
    const assign = async (followup: string, lead: string) =>
      expect(
        (await supervisor.post(`/api/followups/${followup}/assignment`, { lead, dueDay: '2099-12-31' }))
          .status,
      ).toBe(200)
    await assign(asks('县文产中心'), centre)
    const [one] = await suggested('县文产中心')
    expect(one).toMatchObject({ target: { id: centre }, sources: [{ kind: 'followup' }] })
    // Given to another one, it no longer speaks for the first.
    await assign(asks('县文产中心'), union)
    expect((await suggested('县文产中心')).map((row: any) => row.target.id)).toEqual([union])
    // 县妇联 is somebody: giving it to the union renames nobody.
    await assign(asks('县妇联'), union)
    expect(await suggested('县妇联')).toEqual([])
  })

  test('for two targets it stands side by side; who has the name is said', async () => {
    const [one, other] = [await place('老场桥头驿站'), await organisation('仁义镇')]
    await correct(await record('桥头文化站'), '桥头文化站', byPerson('place', one))
    await correct(await record('桥头文化站'), '桥头文化站', byPerson('organisation', other))
    expect((await suggested('桥头文化站')).map((row: any) => row.target.id)).toEqual([one, other])
    const third = await place('大桥桥头驿站')
    await correct(await record('桥头文化站'), '桥头文化站', byPerson('place', third))
    await supervisor.post(`/api/places/${one}/names`, {
      name: house.id(),
      text: '桥头文化站',
      source: 'report',
    })
    const left = await suggested('桥头文化站')
    expect(left.find((row: any) => row.target.id === third).heldBy.name).toBe('老场桥头驿站')
    expect(left.find((row: any) => row.target.id === other).heldBy).toBeNull()
  })

  test('refused it is never suggested again, until somebody reconsiders', async () => {
    const id = await organisation('喇叭河镇')
    const link = async () => correct(await record('林场食堂'), '林场食堂', byPerson('organisation', id))
    await link()
    const [suggestion] = await suggested('林场食堂')
    const path = `/api/name-suggestions/${suggestion.id}/refusal`
    const [first, second] = await Promise.all([supervisor.post(path), administrator.post(path)])
    expect([first.status, second.status].sort((a, b) => a - b)).toEqual([200, 409])
    await link()
    expect(await suggested('林场食堂')).toEqual([])
    expect((await suggested('林场食堂', 'refused'))[0].times).toBe(1)
    expect((await supervisor.delete(path)).status).toBe(200)
    expect(await suggested('林场食堂')).toHaveLength(1)
    await link()
    expect((await suggested('林场食堂'))[0].times).toBe(2)
  })

  test('it is decided by whoever may name what it speaks of', async () => {
    await correct(
      await record('镇上花园'),
      '镇上花园',
      byPerson('organisation', await organisation('新场镇')),
    )
    const [row] = (await names('open', officer)).items.find((one: any) => one.name === '镇上花园').suggestions
    expect(row.mayDecide).toBe(false)
    expect((await officer.post(`/api/name-suggestions/${row.id}/refusal`)).status).toBe(403)
    const leader = await house.as('chenqiushi')
    expect((await leader.get('/api/name-suggestions')).status).toBe(403)
    const neighbour = await house.as('jiangheng')
    expect((await names('open', neighbour)).items).toEqual([])
    expect((await neighbour.post(`/api/name-suggestions/${row.id}/refusal`)).status).toBe(404)
    const mine = (await names('open', administrator)).items.find((one: any) => one.name === '镇上花园')
    expect(mine.suggestions[0].sources[0].title).toBeNull()
  })

  test('every step is in the ledger', async () => {
    const rows = (await administrator.get('/api/events?limit=200')).body.items
    const told = new Set(rows.map((row: any) => row.name))
    for (const step of ['made', 'withdrawn', 'accepted', 'refused', 'reopened']) {
      expect(told).toContain(`name-suggestion.${step}`)
    }
    const refused = rows.find((row: any) => row.name === 'name-suggestion.refused')
    expect(refused.data).toMatchObject({ before: 'open', after: 'refused' })
    expect(refused.about.title).toBe('林场食堂')
  })
})

test('pages hold each name once, in every order of arrival', async () => {
  const all = (await names()).items.map((one: any) => one.name)
  const paged: string[] = []
  let after = ''
  do {
    const page = (await supervisor.get(`/api/name-suggestions?limit=2${after && `&after=${after}`}`)).body
    paged.push(...page.items.map((one: any) => one.name))
    expect(page.total).toBe(all.length)
    after = page.next ?? ''
  } while (after)
  expect(paged).toEqual(all)
  expect(new Set(paged).size).toBe(paged.length)
})
