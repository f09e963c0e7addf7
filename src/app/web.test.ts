import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { web } from './web.ts'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { newId } from '#platform/records/new-id.ts'

let house: TestHouse
let cookie = ''
const ask = (path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
  web(house.house, { version: 'test' }).request(path, init)

beforeAll(async () => {
  house = await testHouse()
  const body = JSON.stringify({ login: 'lujing', password: 'daqiao-demo' })
  const session = await ask('/api/session', { method: 'POST', headers: json(), body })
  cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => house.close())

const json = (more: Record<string, string> = {}) => ({ 'content-type': 'application/json', ...more })
const hers = (more: Record<string, string> = {}) => ({ cookie, 'idempotency-key': newId(), ...more })

/** A body whose length nobody said, told how much of it was asked for. */
function endless(): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(to) {
      sent += 64 * 1024
      to.enqueue(new Uint8Array(64 * 1024).fill(0x20))
    },
  })
  return { body, sent: () => sent }
}

describe('a body', () => {
  test.each([
    ['JSON', '/api/visits', 2, 'input-too-large'],
    ['an upload', '/api/files?name=a.txt', 20, 'too-large'],
  ])('without end is cut off while it is read: %s', async (_, path, megabytes, code) => {
    const { body, sent } = endless()
    const answer = await ask(path, { method: 'POST', headers: hers(json()), body, duplex: 'half' })
    expect([answer.status, (await answer.json()).code]).toEqual([413, code])
    expect(sent()).toBeLessThan((megabytes + 1) * 1024 * 1024)
  })

  test.each([
    ['a form of a foreign page', 'text/plain', '{}', 415],
    ['another character set', 'application/json; charset=gb18030', '{}', 415],
    ['broken UTF-8', 'application/json', new Uint8Array([0x22, 0xd6, 0xd0, 0x22]), 400],
    ['half of it', 'application/json', '{"text":', 400],
    ['a list', 'application/json; charset=utf-8', '[1]', 400],
    ['no object', 'application/json', 'null', 400],
  ])('is refused with a reason: %s', async (_, type, body, status) => {
    const headers = hers({ 'content-type': type })
    const answer = await ask('/api/visits', { method: 'POST', headers, body })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('the order of checks', () => {
  const bad = { method: 'POST', body: '{' }
  test('who comes before what: a stranger learns nothing of records or fields', async () => {
    const answer = await ask('/api/visits/not-an-id/confirmation', bad)
    expect(answer.status).toBe(401)
  })
  test('may comes before the address and the body', async () => {
    const answer = await ask('/api/people/not-an-id/roles', { ...bad, headers: hers(json()) })
    expect([answer.status, (await answer.json()).permission]).toEqual([403, 'person.manage'])
  })
  test('then the address, then the id of the command, then the body', async () => {
    const visit = newId()
    const post = async (path: string, headers: Record<string, string>) =>
      (await (await ask(path, { ...bad, headers })).json()).code
    expect(await post('/api/visits/not-an-id/confirmation', hers(json()))).toBe('not-found')
    expect(await post(`/api/visits/${visit}/confirmation`, { cookie, ...json() })).toBe('bad-input')
    expect(await post(`/api/visits/${visit}/confirmation`, hers(json()))).toBe('bad-input')
  })
  test('a foreign page is refused before anything', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example', host: 'daqiao.example' },
      { origin: 'null', host: 'daqiao.example' },
    ]
    for (const headers of foreign) {
      const answer = await ask('/api/visits', { ...bad, headers: hers(headers) })
      expect([answer.status, (await answer.json()).permission]).toEqual([403, 'same-origin'])
    }
    const own = { origin: 'https://daqiao.example', 'x-forwarded-host': 'daqiao.example, inner:3000' }
    expect((await ask('/api/visits', { ...bad, headers: hers(json(own)) })).status).toBe(400)
  })
})

test('what the address names, the body cannot change', async () => {
  const lujing = await house.as('lujing')
  const [drafts, others] = [newId(), newId()]
  for (const [visit, where] of [
    [drafts, '思经镇'],
    [others, '仁义镇'],
  ]) {
    await lujing.post('/api/visits', {
      visit,
      text: `5月6日，市总工会副主席苏曼赴${where}调研，要求管好阵地。`,
    })
  }
  const answer = await lujing.post(`/api/visits/${drafts}/dismissal`, { visit: others, reason: '重复' })
  expect(answer.body).toEqual({ id: drafts })
  const dismissed = async (visit: string) => (await lujing.get(`/api/visits/${visit}`)).body.dismissed
  expect(await dismissed(drafts)).toMatchObject({ reason: '重复' })
  expect(await dismissed(others)).toBeNull()
})

test('every answer of the API says that it is not to be kept, nor guessed', async () => {
  for (const [path, status] of [
    ['/api/session', 200],
    ['/api/visits', 200],
    ['/api/people', 403],
    ['/api/nowhere', 404],
  ] as const) {
    const answer = await ask(path, { headers: { cookie } })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})
