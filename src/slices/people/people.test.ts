import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { web } from '../../app/web.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let administrator: Caller
beforeAll(async () => {
  house = await testHouse()
  administrator = await house.as('gaomingyuan')
})
afterAll(() => house.close())

async function addPerson(login: string, role = 'officer', short = '县妇联') {
  const organisation = (await administrator.get(`/api/organisations?q=${short}`)).body.items[0].id
  const person = house.id()
  const body = { person, name: '欧阳雪', login, oneTimePassword: 'ab3d-ef5h-jk7m', role, organisation }
  const added = await administrator.post('/api/people', body)
  expect(added.body).toEqual({ id: person })
  return { person, organisation }
}

const signIn = (login: string, password: string) => house.nobody.post('/api/session', { login, password })

test('a one-time password lets its holder do nothing but set an own one', async () => {
  await addPerson('ouyangxue')
  const first = await signIn('ouyangxue', 'ab3d-ef5h-jk7m')
  expect(first.body.person).toMatchObject({ mustChangePassword: true, permissions: ['session.own'] })
})

test('the demo password and others that everybody tries are refused', async () => {
  const cookie = await house.as('hechunyan')
  for (const password of ['daqiao-demo', 'short', 'hechunyan-2026', 'aaaaaaaaaaaa']) {
    const refused = await cookie.put('/api/session/password', { old: 'daqiao-demo', new: password })
    expect([refused.status, refused.body.code]).toEqual([400, 'person.weak-password'])
  }
})

test('a new password ends the sessions of the old one', async () => {
  const her = await house.as('wusiqi')
  const changed = await her.put('/api/session/password', {
    old: 'daqiao-demo',
    new: '牵线搭桥 for 2026 天全',
  })
  expect(changed.status).toBe(200)
  expect((await her.get('/api/organisations')).status).toBe(401)
  expect((await signIn('wusiqi', 'daqiao-demo')).status).toBe(403)
  expect((await signIn('wusiqi', '牵线搭桥 for 2026 天全')).status).toBe(200)
})

test('five wrong passwords lock the login, known or not, and say for how long', async () => {
  for (const login of ['luojianjun', 'nobody-at-all']) {
    for (let i = 0; i < 5; i += 1)
      expect((await signIn(login, `wrong ${i}`)).body.code).toBe('session.refused')
    expect((await signIn(login, 'daqiao-demo')).body.code).toBe('session.locked')
  }
})

test('a withdrawn role and a suspended account are gone with the next request', async () => {
  const { person } = await addPerson('shangguan')
  const roles = (await administrator.get(`/api/people/${person}`)).body.roles
  expect((await administrator.delete(`/api/people/${person}/roles/${roles[0].grant}`)).status).toBe(200)
  expect((await administrator.get(`/api/people/${person}`)).body.roles).toEqual([])
  const her = await house.as('zhouwentao')
  const suspended = (await administrator.get('/api/people?q=zwt')).body.items[0]
  const done = await administrator.post(`/api/people/${suspended.id}/suspension`, { reason: '借调' })
  expect(done.status).toBe(200)
  expect((await her.get('/api/organisations')).status).toBe(401)
  expect((await signIn('zhouwentao', 'daqiao-demo')).status).toBe(403)
  expect((await administrator.delete(`/api/people/${suspended.id}/suspension`)).status).toBe(200)
  expect((await signIn('zhouwentao', 'daqiao-demo')).status).toBe(200)
})

test('the last administrator stays', async () => {
  const me = (await administrator.get('/api/people?q=gaomingyuan')).body.items[0]
  const refused = await administrator.delete(`/api/people/${me.id}/roles/${me.roles[0].grant}`)
  expect(refused.body.code).toBe('person.last-administrator')
  expect((await administrator.post(`/api/people/${me.id}/suspension`, { reason: 'x' })).body.code).toBe(
    'person.last-administrator',
  )
})

test('no password, not even its hash, comes out of any answer or event', async () => {
  const everything = [
    (await administrator.get('/api/people')).body,
    (await administrator.get('/api/events')).body,
    (await administrator.get('/api/session')).body.person,
  ]
  expect(JSON.stringify(everything)).not.toMatch(/argon2|ab3d-ef5h/)
})

test('thirty guesses at once are no more than five', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, i) => signIn('hechunyan', `guess ${i} of many`)),
  )
  const codes = guesses.map(({ body }) => body.code)
  expect(codes.filter((code) => code === 'session.refused').length).toBeLessThanOrEqual(5)
  expect(new Set(codes)).toEqual(new Set(['session.locked', 'session.refused']))
  expect((await signIn('hechunyan', 'daqiao-demo')).body.code).toBe('session.locked')
})

describe('the cookie', () => {
  const app = () => web(house.house, { version: 'test' })
  const body = JSON.stringify({ login: 'lujing', password: 'daqiao-demo' })
  const enter = (headers: Record<string, string> = {}, address = 'http://localhost/api/session') =>
    app().request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''
  const personOf = async (cookie: string) =>
    (await (await app().request('/api/session', { headers: { cookie } })).json()).person?.login ?? null

  test('is new with every sign-in, and the one before it on this machine ends', async () => {
    const first = cookieOf(await enter()).split(';')[0]!
    const second = cookieOf(await enter({ cookie: first })).split(';')[0]!
    expect(second).not.toBe(first)
    expect([await personOf(first), await personOf(second)]).toEqual([null, 'lujing'])
  })

  test('that somebody put there beforehand is not taken over', async () => {
    const planted = `daqiao_session=511825.${'a'.repeat(43)}`
    const answer = await enter({ cookie: planted })
    expect(cookieOf(answer).split(';')[0]).not.toBe(planted)
    expect(await personOf(planted)).toBeNull()
  })

  test('is out of reach of scripts and foreign pages, and goes over HTTPS only where the page did', async () => {
    expect(cookieOf(await enter())).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/)
    for (const proto of ['https', 'https, http', 'https,http']) {
      expect(cookieOf(await enter({ 'x-forwarded-proto': proto }))).toMatch(/; Secure$/)
    }
    expect(cookieOf(await enter({}, 'https://localhost/api/session'))).toMatch(/; Secure$/)
    expect(cookieOf(await enter({ 'x-forwarded-proto': 'http' }))).not.toMatch(/Secure/)
  })

  test('is taken away at sign-out, and is worth nothing afterwards', async () => {
    const cookie = cookieOf(await enter()).split(';')[0]!
    const out = await app().request('/api/session', { method: 'DELETE', headers: { cookie } })
    expect(cookieOf(out)).toMatch(/^daqiao_session=; .*Max-Age=0/)
    expect(await personOf(cookie)).toBeNull()
  })
})

test('the auditor reads in the ledger whose account it was, and finds no directory of people', async () => {
  const auditor = await house.as('fengyinuo')
  const rows = (await auditor.get('/api/events')).body.items
  expect(rows.find((row: any) => row.name === 'session.opened').about).toMatchObject({
    kind: 'person',
    href: '/ledger',
  })
  expect((await auditor.get('/api/search?q=yangxiaolan')).body.results).toEqual([])
})
