import { sql } from 'kysely'
import { inTransaction } from '#platform/db/database.ts'
import { deadJobs, enqueue } from '#platform/jobs/job-store.ts'
import { workThrough } from '#platform/jobs/worker.ts'
import { notify } from '#platform/notify/notify.ts'
import {
  changeDeliveries,
  deliveriesOf,
  insertStop,
  noticesOfMatters,
} from '#platform/notify/notice-store.ts'
import { newId } from '#platform/records/new-id.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import type { followupRoutes } from '../src/slices/followups/followup-contract.ts'
import { testNotice } from '../src/slices/notices/notice-templates.ts'
import type { organisationRoutes } from '../src/slices/organisations/organisation-contract.ts'
import { roles } from '../src/slices/people/person.ts'
import type { personRoutes } from '../src/slices/people/person-contract.ts'
import type { suggestionRoutes } from '../src/slices/visits/name-suggestion-contract.ts'
import type { visitRoutes } from '../src/slices/visits/visit-contract.ts'
import type { Answer, TestHouse } from './house.ts'

type ItemsOf<Route> = ResponseOf<Route> extends { items: infer Items } ? Items : never

/** Records of the demo county 511825 that the requests of the access table name. */
export interface World {
  organisations: Record<'union' | 'league' | 'township' | 'toRename' | 'toClose', string>
  people: Record<'officer' | 'toGrant' | 'toWithdraw' | 'grantToWithdraw' | 'toSuspend' | 'toReset', string>
  /** Kept by the trade unions. Each login of `keepers` has one of its own where a request changes the record. */
  places: {
    toRead: string
    toChange: Record<string, string>
    toMove: Record<string, string>
    toClose: Record<string, string>
    closed: Record<string, string>
    names: Record<string, string>
  }
  /** Of the place `toRead`. */
  rooms: { toRead: string } & Record<'toChange' | 'toClose' | 'exceptions', Record<string, string>>
  pieces: { toRead: string } & Record<'toLend' | 'lent' | 'loans' | 'toRetire', Record<string, string>>
  /** Given by the trade unions; each login of `keepers` has one of its own where a request changes the card. */
  services: {
    toRead: string
    toChange: Record<string, string>
    toCheck: Record<string, string>
    toWithdraw: Record<string, string>
    withdrawn: Record<string, string>
  }
  /** Brought by the officer, its one row wrong; and a file of each who may bring one. */
  imports: { tried: string; files: Record<string, string> }
  /** In the room `toRead`, asked for by the supervisor. */
  bookings: { toRead: string } & Record<
    'toApprove' | 'toRefuse' | 'toMove' | 'toCancel' | 'toCome',
    Record<string, string>
  >
  waits: Record<'toWithdraw' | 'offered', string>
  /** Begun by the officer. */
  assistance: string
  notices: Record<'toRead' | 'sent' | 'refused' | 'stop' | 'alarm' | 'call', string> & { deadJobs: string[] }
  visits: Record<'confirmed' | 'draft' | 'toCorrect' | 'toDismiss', string> & { draftVersion: number }
  suggestions: Record<'toRefuse' | 'toReopen', string>
  /** Owned by the trade unions, but for the one that is to be handed on. */
  requests: Record<'toRead' | 'toHandOn' | 'toClose', string>
  followups: Record<
    | 'toAssign'
    | 'assigned'
    | 'underway'
    | 'toExtend'
    | 'toClose'
    | 'toWithdraw'
    | 'closing'
    | 'closed'
    | 'extensionAsked'
    | 'extension'
    | 'withPart'
    | 'part'
    | 'supervisorsView',
    string
  > & { toAssignTogether: string[] }
  file: { record: string; id: string }
}

/** Finds the records through the door, and adds what the demo lacks. */
export async function makeWorld(house: TestHouse): Promise<World> {
  const followups = await findFollowups(house)
  const places = await makePlacesWithBookings(house)
  return {
    organisations: await findOrganisations(house),
    people: await findPeople(house),
    ...places,
    services: await makeServices(house, places.places.toRead),
    imports: await makeImports(house),
    notices: await makeNotices(house),
    assistance: await beginAssistance(house),
    visits: await findVisits(house),
    suggestions: await suggestNames(house),
    requests: await makeRequests(house),
    followups,
    file: await attachFile(house, followups.underway),
  }
}

async function findOrganisations(house: TestHouse): Promise<World['organisations']> {
  const officer = await house.as('yangxiaolan')
  const all: ItemsOf<typeof organisationRoutes.list> = (await officer.get('/api/organisations?limit=200'))
    .body.items
  const short = (name: string) => only(all, (one) => one.shortName === name, name).id
  return {
    union: short('县总工会'),
    league: short('团县委'),
    township: short('始阳镇'),
    toRename: short('思经镇'),
    toClose: short('小河镇'),
  }
}

/** Whoever is looked after here calls nothing in the table: their sessions end. */
async function findPeople(house: TestHouse): Promise<World['people']> {
  const administrator = await house.as('gaomingyuan')
  const all: ItemsOf<typeof personRoutes.list> = (await administrator.get('/api/people?limit=200')).body.items
  const person = (login: string) => only(all, (one) => one.login === login, login)
  return {
    officer: person('yangxiaolan').id,
    toGrant: person('tangyue').id,
    toWithdraw: person('hechunyan').id,
    grantToWithdraw: person('hechunyan').roles[0]?.grant ?? '',
    toSuspend: person('luojianjun').id,
    toReset: person('zhouwentao').id,
  }
}

type WithBookings = Pick<World, 'places' | 'rooms' | 'pieces' | 'bookings' | 'waits'>

async function makePlacesWithBookings(house: TestHouse): Promise<WithBookings> {
  const world = await makePlacesWithRooms(house)
  const officer = await house.as('yangxiaolan')
  const supervisor = await house.as('lujing')
  const midnight = Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000
  const evening = (ahead: number, hour: number) => midnight + ahead * 86_400_000 + hour * 3_600_000
  const wish = (from: number, room = world.rooms.toRead) => ({
    rooms: [room],
    starts: new Date(from).toISOString(),
    ends: new Date(from + 3_600_000).toISOString(),
    purpose: '职工合唱排练',
    party: 12,
  })
  const book = async (from: number, caller = supervisor, room = world.rooms.toRead) => {
    const booking = newId()
    made(await caller.post('/api/bookings', { booking, ...wish(from, room) }))
    return booking
  }
  const each = async (make: (login: string, i: number) => Promise<string>) => {
    const ids: Record<string, string> = {}
    for (const [i, login] of keepers.entries()) ids[login] = await make(login, i)
    return ids
  }
  /** Begins in ten minutes, each in a room of its own. */
  const toCome = async (login: string) => {
    const room = newId()
    const named = { room, name: `签到的活动室 ${login}`, capacity: 20 }
    made(await officer.post(`/api/places/${world.places.toRead}/rooms`, named))
    const booking = await book(Date.now() + 600_000, supervisor, room)
    made(await officer.post(`/api/bookings/${booking}/approval`, { version: 1 }))
    return booking
  }
  const wait = async (from: number) => {
    const id = newId()
    made(await supervisor.post('/api/bookings/waits', { wait: id, ...wish(from) }))
    return id
  }
  await book(evening(47, 9), officer)
  const freed = await book(evening(48, 9), officer)
  const waits = { toWithdraw: await wait(evening(47, 9)), offered: await wait(evening(48, 9)) }
  made(await officer.post(`/api/bookings/${freed}/cancellation`, { version: 1 }))
  return {
    ...world,
    waits,
    bookings: {
      toRead: await book(evening(50, 9)),
      toApprove: await each((_, i) => book(evening(51, 9 + i))),
      toRefuse: await each((_, i) => book(evening(52, 9 + i))),
      toMove: await each((_, i) => book(evening(53, 9 + i))),
      toCancel: await each((_, i) => book(evening(54, 9 + i))),
      toCome: await each(toCome),
    },
  }
}

async function makePlacesWithRooms(house: TestHouse): Promise<Pick<World, 'places' | 'rooms' | 'pieces'>> {
  const places = await makePlaces(house)
  const officer = await house.as('yangxiaolan')
  const each = async (make: (login: string) => Promise<string>) => {
    const ids: Record<string, string> = {}
    for (const login of keepers) ids[login] = await make(login)
    return ids
  }
  const at = `/api/places/${places.toRead}`
  const room = async (name: string) => {
    const id = newId()
    made(await officer.post(`${at}/rooms`, { room: id, name, capacity: 20 }))
    return id
  }
  const piece = async (name: string) => {
    const id = newId()
    made(await officer.post(`${at}/equipment`, { piece: id, name, number: id.slice(-12) }))
    return id
  }
  const lent = await each(() => piece('借出的音箱'))
  return {
    places,
    rooms: {
      toRead: await room('供人查看的活动室'),
      toChange: await each((login) => room(`更正的活动室 ${login}`)),
      toClose: await each((login) => room(`停用的活动室 ${login}`)),
      exceptions: await each(async () => {
        const exception = newId()
        const days = { first: '2027-06-01', last: '2027-06-02', reason: '检修' }
        made(await officer.post(`${at}/exceptions`, { exception, ...days }))
        return exception
      }),
    },
    pieces: {
      toRead: await piece('供人查看的音箱'),
      toLend: await each(() => piece('待借的音箱')),
      toRetire: await each(() => piece('报废的音箱')),
      lent,
      loans: await each(async (login) => {
        const loan = newId()
        const due = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
        made(await officer.post(`/api/equipment/${lent[login]}/loans`, { loan, borrower: '团县委', due }))
        return loan
      }),
    },
  }
}

const keepers = ['yangxiaolan', 'gaomingyuan', 'lujing']

async function makePlaces(house: TestHouse): Promise<World['places']> {
  const officer = await house.as('yangxiaolan')
  const { union } = await findOrganisations(house)
  const add = async (name: string) => {
    const place = newId()
    made(await officer.post('/api/places', { place, name, kind: 'rest-station', keeper: union }))
    return place
  }
  const each = async (make: (login: string) => Promise<string>) =>
    Object.fromEntries(
      await Promise.all(keepers.map(async (login): Promise<[string, string]> => [login, await make(login)])),
    )
  const toRead = await add('供人查看的驿站')
  return {
    toRead,
    toChange: await each((login) => add(`更正的驿站 ${login}`)),
    toMove: await each((login) => add(`移走的驿站 ${login}`)),
    toClose: await each((login) => add(`关闭的驿站 ${login}`)),
    closed: await each(async (login) => {
      const place = await add(`已关闭的驿站 ${login}`)
      made(await officer.post(`/api/places/${place}/closure`, { reason: '房屋到期' }))
      return place
    }),
    names: await each(async (login) => {
      const name = newId()
      const said = { name, text: `别名 ${login}`, source: 'local' }
      made(await officer.post(`/api/places/${toRead}/names`, said))
      return name
    }),
  }
}

async function makeServices(house: TestHouse, place: string): Promise<World['services']> {
  const officer = await house.as('yangxiaolan')
  const { union: keeper } = await findOrganisations(house)
  const add = async (name: string) => {
    const service = newId()
    const card = {
      service,
      name,
      category: 'workers',
      summary: '供人查看',
      who: '全县职工',
      keeper,
      places: [{ place, hours: null, note: null }],
    }
    made(await officer.post('/api/services', card))
    return service
  }
  const each = async (make: (login: string) => Promise<string>) =>
    Object.fromEntries(
      await Promise.all(keepers.map(async (login): Promise<[string, string]> => [login, await make(login)])),
    )
  return {
    toRead: await add('供人查看的服务'),
    toChange: await each((login) => add(`更正的服务 ${login}`)),
    toCheck: await each((login) => add(`核对的服务 ${login}`)),
    toWithdraw: await each((login) => add(`撤下的服务 ${login}`)),
    withdrawn: await each(async (login) => {
      const service = await add(`已撤下的服务 ${login}`)
      made(await officer.post(`/api/services/${service}/withdrawal`, { reason: '活动结束' }))
      return service
    }),
  }
}

async function makeImports(house: TestHouse): Promise<World['imports']> {
  const upload = async (login: string) => {
    const caller = await house.as(login)
    const answer = await caller.upload(
      '/api/files?name=places.csv',
      new TextEncoder().encode(`名称,备注\n,${login}`),
    )
    made(answer)
    return [login, answer.body.id as string] as const
  }
  const officer = await house.as('yangxiaolan')
  const tried = newId()
  const [, file] = await upload('yangxiaolan')
  made(await officer.post('/api/imports', { import: tried, kind: 'place', file }))
  const layout = {
    sheet: 0,
    header: 1,
    headerRows: 1,
    columns: [
      { column: 0, field: 'name' },
      { column: 1, field: 'note' },
    ],
  }
  made(await officer.put(`/api/imports/${tried}/layout`, layout))
  const files = await Promise.all(['yangxiaolan', 'gaomingyuan', 'zenghai'].map(upload))
  return { tried, files: Object.fromEntries(files) }
}

async function beginAssistance(house: TestHouse): Promise<string> {
  const assistance = newId()
  const officer = await house.as('yangxiaolan')
  made(await officer.post('/api/assistances', { assistance, name: '王德发', way: 'desk' }))
  return assistance
}

/** A notice that was sent, one that was refused, a stopped address, an alarm with its call, two jobs that failed. */
async function makeNotices(house: TestHouse): Promise<World['notices']> {
  const standing = { county: '511825', person: null }
  const about = { template: testNotice, values: { sender: '卢静' }, about: null }
  const now = new Date(Date.now() - 60_000)
  const { sent, lost, called, waiting } = await inTransaction(house.database, standing, async (tx) => {
    const tell = async (to: Parameters<typeof notify>[1]['to']) =>
      (await notify(tx, { ...about, to, now, urgency: 'urgent' })).matter
    for (const n of [1, 2]) await enqueue(tx, { kind: 'no-such-work', now, payload: { n } })
    return {
      sent: await tell([{ name: '李群', email: 'liqun@tianquan.example' }]),
      lost: await tell([{ name: '周礼', email: 'zhouli@tianquan.example' }]),
      called: await tell([{ name: '张桂英' }]),
      waiting: await tell([{ name: '王德发' }]),
    }
  })
  const noSuch = {
    name: { zh: '试', en: 'try' },
    mostAttempts: 1,
    run: () => Promise.reject(new Error('no')),
  }
  await workThrough(house.database, new Map([...house.house.jobs, ['no-such-work', noSuch]]))
  return inTransaction(house.database, standing, async (tx) => {
    const delivery = async (matter: string) => {
      const notices = await noticesOfMatters(tx, [matter])
      const [found] = await deliveriesOf(tx, [notices[0]?.id ?? ''])
      return { notice: notices[0]?.id ?? '', id: found?.id ?? '' }
    }
    const [one, other, call] = [await delivery(sent), await delivery(lost), await delivery(waiting)]
    await changeDeliveries(tx, [one.id], { state: 'sent' })
    await changeDeliveries(tx, [other.id], { state: 'refused', fault: 'refused' })
    const address = { channel: 'sms' as const, address: '13900000999', fault: 'no-such-address' as const }
    const stop = { ...address, id: newId(), detail: '422', at: now.toISOString(), person: null }
    await insertStop(tx, stop)
    return {
      toRead: one.notice,
      sent: one.id,
      refused: other.id,
      stop: stop.id,
      alarm: called,
      call: call.id,
      deadJobs: (await deadJobs(tx, 2)).map(({ id }) => id),
    }
  })
}

async function findVisits(house: TestHouse): Promise<World['visits']> {
  const supervisor = await house.as('lujing')
  const all: ItemsOf<typeof visitRoutes.list> = (await supervisor.get('/api/visits')).body.items
  const draft = only(all, (one) => one.state === 'draft', 'a draft').id
  const record = async (text: string) => {
    const visit = newId()
    made(await supervisor.post('/api/visits', { visit, text }))
    return visit
  }
  return {
    confirmed: only(all, (one) => one.state === 'confirmed', 'a confirmed visit').id,
    draft,
    draftVersion: (await supervisor.get(`/api/visits/${draft}`)).body.version,
    toCorrect: await record('11月5日，县总工会副主席文心怡到仁义镇调研。文心怡强调，要管好用好职工书屋。'),
    toDismiss: await record('11月6日，县总工会副主席文心怡到新场镇调研。文心怡强调，要办好安全培训。'),
  }
}

/** Two names that a supervisor's corrections suggest, of a town: one that stays open, one that was refused. */
async function suggestNames(house: TestHouse): Promise<World['suggestions']> {
  const supervisor = await house.as('lujing')
  const { id: town } = (await supervisor.get('/api/organisations?q=喇叭河镇')).body.items[0]
  const names = { toRefuse: '河坝文化院', toReopen: '河坝老院子' }
  const visit = newId()
  const text = '11月9日，县总工会副主席文心怡到喇叭河镇调研。文心怡强调，要办好职工夜校。'
  made(await supervisor.post('/api/visits', { visit, text }))
  const seen = { spans: [], seen: [], praised: [], confidence: 1, reason: 'person' }
  const known = { kind: 'organisation', id: town, by: 'person' }
  const changes = Object.values(names).map((name, rank) => ({
    item: `site:named${rank}`,
    before: null,
    after: { ...seen, name, rank, known, holder: null, parts: [], possible: [] },
  }))
  made(await supervisor.post(`/api/visits/${visit}/corrections`, { changes }))
  const all: ItemsOf<typeof suggestionRoutes.list> = (await supervisor.get('/api/name-suggestions')).body
    .items
  const of = (name: string) => only(all, (one) => one.name === name, name).suggestions[0]?.id ?? ''
  made(await supervisor.post(`/api/name-suggestions/${of(names.toReopen)}/refusal`))
  return { toRefuse: of(names.toRefuse), toReopen: of(names.toReopen) }
}

async function makeRequests(house: TestHouse): Promise<World['requests']> {
  const [supervisor, officer] = [await house.as('lujing'), await house.as('yangxiaolan')]
  const { union } = await findOrganisations(house)
  const send = async () => {
    const request = newId()
    const said = {
      request,
      kind: 'complaint',
      text: '东门的坡道被占了。',
      name: '廖女士',
      phone: '13600001003',
    }
    made(await officer.post('/api/requests', said))
    return request
  }
  const handOn = async (request: string) => {
    const to = { owner: union, dueDay: '2099-12-31' }
    made(await supervisor.post(`/api/requests/${request}/assignment`, to))
    return request
  }
  const toRead = await handOn(await send())
  for (const caller of [supervisor, officer]) made(await caller.post(`/api/requests/${toRead}/contact`))
  return { toRead, toHandOn: await send(), toClose: await handOn(await send()) }
}

async function findFollowups(house: TestHouse): Promise<World['followups']> {
  const supervisor = await house.as('lujing')
  const all: ItemsOf<typeof followupRoutes.list> = (await supervisor.get('/api/followups?limit=200')).body
    .items
  const about = (words: string) => only(all, (one) => one.quote.includes(words), words).id
  const inState = (state: string) => all.filter((one) => one.state === state).map((one) => one.id)
  const [toAssign = '', ...toAssignTogether] = inState('open')
  if (toAssignTogether.length === 0) throw new Error('the demo should leave two follow-ups open at least')
  // Both are led by the officer, who is of the county's trade unions.
  const [courses, riders] = [about('水产养殖技能培训班'), about('推动货运、快递、外卖等行业建会入会')]
  const union = (await supervisor.get(`/api/followups/${riders}`)).body.lead.id
  const part = newId()
  const given = { part, organisation: union, text: '汇总三期学员名单' }
  made(await supervisor.post(`/api/followups/${courses}/parts`, given))
  return {
    toAssign,
    toAssignTogether,
    assigned: about('把养殖户、务工人员最大限度组织起来'),
    underway: courses,
    toExtend: courses,
    withPart: courses,
    part,
    toClose: riders,
    toWithdraw: about('工会驿站、妇女之家、青年之家互联互通'),
    closing: only(inState('closing'), () => true, 'one follow-up to review'),
    closed: inState('closed')[0] ?? '',
    ...(await extensionAsked(house, all)),
    supervisorsView: (await supervisor.get('/api/followups/views')).body.items[0].id,
  }
}

async function extensionAsked(house: TestHouse, all: readonly { id: string }[]) {
  const supervisor = await house.as('lujing')
  for (const { id } of all) {
    const { extensions }: ResponseOf<typeof followupRoutes.get> = (
      await supervisor.get(`/api/followups/${id}`)
    ).body
    const pending = extensions.find((one) => one.decision === null)
    if (pending) return { extensionAsked: id, extension: pending.id }
  }
  throw new Error('the demo has no request for a later day that waits')
}

async function attachFile(house: TestHouse, record: string): Promise<World['file']> {
  const officer = await house.as('yangxiaolan')
  const upload = await officer.upload('/api/files?name=roll.txt', new TextEncoder().encode('学员名单'))
  const { id } = made(upload).body
  const report = { text: '附第一期学员名单。', files: [id] }
  made(await officer.post(`/api/followups/${record}/feedbacks`, report))
  return { record, id }
}

function made(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`the world cannot be made: ${JSON.stringify(answer.body)}`)
  return answer
}

function only<T>(all: readonly T[], fits: (one: T) => boolean, what: string): T {
  const found = all.filter(fits)
  if (found.length !== 1)
    throw new Error(`the demo should have ${what} once, it has it ${found.length} times`)
  return found[0] as T
}

/** The login of someone who holds every role at the root of the neighbouring county 511803. */
export const mightyNeighbour = 'jiangbei'

/**
 * Adds the mighty neighbour. The demo's own neighbour is a supervisor: refused for want of a permission, they
 * would prove nothing about the records that only administrators or officers may touch.
 */
export async function addMightyNeighbour(house: TestHouse): Promise<void> {
  const county = '511803'
  await inTransaction(house.database, { county, person: null }, async (tx) => {
    const person = newId()
    await sql`insert into people (county, id, name, terms, at)
      values (${county}, ${person}, '江北', '', now())`.execute(tx)
    await sql`insert into credentials (county, person, login, password_hash, must_change, at)
      select county, ${person}, ${mightyNeighbour}, password_hash, false, now() from credentials
      where login = 'jiangheng'`.execute(tx)
    for (const role of roles) {
      await sql`insert into role_grants (county, id, person, role, organisation, at)
        select county, ${newId()}, ${person}, ${role}, id, now()
        from organisations where parent is null`.execute(tx)
    }
  })
}
