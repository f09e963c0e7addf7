import { Workbook } from '@cj-tech-master/excelts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#platform/contracts/served.ts'
import { type CallerName, callers, logins, type Outcome, type Row, type Sent, table } from './access-table.ts'
import { addMightyNeighbour, makeWorld, mightyNeighbour, type World } from './access-world.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from './house.ts'

let house: TestHouse
let owner: pg.Client
let world: World
/** Every id that a record of 511825 has, of whatever kind. */
let idsOfTianquan: readonly string[]
let passwordHash: string

beforeAll(async () => {
  house = await testHouse()
  world = await makeWorld(house)
  await addMightyNeighbour(house)
  owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  await owner.query(`set app.county = '511825'`)
  idsOfTianquan = await everyId()
  const { rows: credentials } = await owner.query<{ hash: string }>(
    `select password_hash as hash from credentials where login = 'lujing'`,
  )
  passwordHash = credentials[0]?.hash ?? ''
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const rows = Object.keys(table)
const loginOf = (name: CallerName) => (name === 'nobody' ? logins.supervisor : logins[name])

test('every route stands in the access table, and nothing else does', () => {
  const names = house.house.routes.map(({ name }) => name)
  const missing = names.filter((name) => !(name in table))
  expect(
    missing,
    `Say in test/access-table.ts who is let in by ${missing.join(', ')}: a row for each, with an outcome for ` +
      'every caller and a request on a record of 511825.',
  ).toEqual([])
  const gone = rows.filter((name) => !names.includes(name))
  expect(
    gone,
    `No route is called ${gone.join(', ')} any more: take it out of test/access-table.ts.`,
  ).toEqual([])
  expect(new Set(names).size, 'two routes have the same name').toBe(names.length)
})

test.each(rows)('%s lets in whom the table names, and nobody else', async (name) => {
  const { served, row } = find(name)
  const found: Partial<Record<CallerName, Outcome>> = {}
  const said: string[] = []
  for (const caller of callers) {
    const before = await countDone()
    const answer = await send(
      await callerFor(loginOf(caller), caller),
      served,
      row.request(world, loginOf(caller)),
    )
    const outcome = outcomeOf(answer)
    found[caller] = outcome
    if (outcome !== row.outcomes[caller]) said.push(`${caller}: ${JSON.stringify(answer.body)}`)
    const writes = outcome === 'in' && served.kind === 'command' && caller !== 'neighbour'
    const done = (await countDone()) - before
    if (writes) expect(done, `${name} by ${caller} writes its event`).toBeGreaterThan(0)
    else expect(done, `${name} refused to ${caller} leaves nothing behind`).toBe(0)
    if (caller === 'neighbour') expectNothingOfTianquan(answer, `${name} asked by the neighbour`)
  }
  if (name.startsWith('session.')) await startAnew()
  expect(found, said.join('\n')).toEqual(row.outcomes)
})

test.each(rows)('%s knows no record of 511825 for someone with every role in 511803', async (name) => {
  const { served, row } = find(name)
  const sent = row.request(world, mightyNeighbour)
  const before = await countDone()
  const answer = await send(await callerFor(mightyNeighbour), served, sent)
  const asked = JSON.stringify([sent.path, sent.body])
  const namesARecord = idsOfTianquan.some((id) => asked.includes(id))
  expect(outcomeOf(answer), JSON.stringify(answer.body)).toBe(namesARecord ? 404 : 'in')
  if (name.startsWith('session.')) await startAnew()
  expect(await countDone()).toBe(before)
  expectNothingOfTianquan(answer, `${name} asked by the mighty neighbour`)
})

test('a record of 511825 is named by most routes, so that the rows above have something to refuse', () => {
  const naming = rows.filter((name) => {
    const { path, body } = find(name).row.request(world, mightyNeighbour)
    return idsOfTianquan.some((id) => JSON.stringify([path, body]).includes(id))
  })
  expect(naming.length).toBeGreaterThan(rows.length / 2)
})

test.each([
  '/api/organisations',
  '/api/visits',
  '/api/followups',
  '/api/today',
  '/api/followups/organisations',
])('%s, empty of 511825 for its neighbour, is full of it at home', async (path) => {
  const text = JSON.stringify((await (await callerFor(logins.supervisor)).get(path)).body)
  expect(idsOfTianquan.filter((id) => text.includes(id)).length).toBeGreaterThan(1)
})

test('a spreadsheet holds the county of whoever exports it', async () => {
  const numbersFor = async (login: string) => {
    const answer = await (await callerFor(login)).get('/api/followups/export.xlsx')
    const workbook = new Workbook()
    await workbook.xlsx.load(answer.body)
    const lines: string[] = []
    workbook.worksheets[0]?.eachRow((line) => void lines.push(JSON.stringify(line.values)))
    return lines.filter((line) => /"\d{4}-\d{4}"/.test(line)).length
  }
  expect(await numbersFor(logins.supervisor)).toBeGreaterThan(5)
  expect(await numbersFor(logins.neighbour)).toBe(0)
})

function find(name: string): { served: Served; row: Row } {
  const served = house.house.served.find(({ route }) => route.name === name)
  const row = table[name]
  if (!served || !row) throw new Error(`there is no route ${name} any more; see the first test`)
  return { served, row }
}

const signedIn = new Map<string, Caller>()
async function callerFor(login: string, name?: CallerName): Promise<Caller> {
  if (name === 'nobody') return house.nobody
  const caller = signedIn.get(login) ?? (await house.as(login))
  signedIn.set(login, caller)
  return caller
}

function send(caller: Caller, { route }: Served, sent: Sent): Promise<Answer> {
  if (sent.bytes) return caller.upload(sent.path, sent.bytes)
  const by = { GET: caller.get, POST: caller.post, PUT: caller.put, DELETE: caller.delete }[route.method]
  return by(sent.path, sent.body)
}

function outcomeOf({ status }: Answer): Outcome {
  return status >= 200 && status < 300 ? 'in' : (status as Outcome)
}

function expectNothingOfTianquan({ body }: Answer, what: string): void {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : JSON.stringify(body)
  expect(
    idsOfTianquan.filter((id) => text.includes(id)),
    `${what} shows records of 511825`,
  ).toEqual([])
}

/** Whatever is called `id` in any table of 511825, the views that people keep for themselves included. */
async function everyId(): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'id' and a.atttypid = 'uuid'::regtype
       and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'county')`,
  )
  const people = (await owner.query<{ id: string }>('select id from people where county = $1', ['511825']))
    .rows
  const ids = new Set<string>()
  for (const person of ['', ...people.map(({ id }) => id)]) {
    await owner.query(`select set_config('app.person', $1, false)`, [person])
    for (const { name } of tables) {
      const found = await owner.query<{ id: string }>(`select id from ${name} where county = '511825'`)
      for (const { id } of found.rows) ids.add(id)
    }
  }
  return [...ids]
}

/** After a row that ended sessions or set passwords: everybody has the demo's again, and signs in anew. */
async function startAnew(): Promise<void> {
  signedIn.clear()
  for (const county of ['511803', '511825']) {
    await owner.query(`set app.county = '${county}'`)
    await owner.query('update credentials set password_hash = $1, must_change = false', [passwordHash])
  }
}

/** What was done in 511825, but for signing in. */
async function countDone(): Promise<number> {
  const {
    rows: [row],
  } = await owner.query<{ n: string }>(
    `select count(*) as n from events where county = '511825' and name <> 'session.opened'`,
  )
  return Number(row?.n)
}
