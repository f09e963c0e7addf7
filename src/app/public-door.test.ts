import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../test/house.ts'
import { visitor, wordsOf } from '../slices/requests/requests-for-tests.ts'

let house: TestHouse
let officer: Caller
let union: string

beforeAll(async () => {
  house = await testHouse()
  officer = await house.as('yangxiaolan')
  const { items } = (await officer.get('/api/organisations?limit=200')).body
  union = items.find((one: { shortName: string }) => one.shortName === '县总工会').id
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}) => house.web.request(path, { headers })
const page = async (path: string) => {
  const answer = await get(path)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

let made = 0
async function addPlace(facts: Record<string, unknown> = {}): Promise<{ id: string; name: string }> {
  made += 1
  const place = house.id()
  const body = { place, name: `公开的驿站 ${made} 号`, kind: 'rest-station', keeper: union, ...facts }
  const answer = await officer.post('/api/places', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id: place, name: body.name }
}
const rename = (id: string, before: string, after: string) =>
  officer.put(`/api/places/${id}`, { changes: [{ item: 'name', before, after }] })

async function addService(facts: Record<string, unknown> = {}) {
  made += 1
  const service = house.id()
  const body = {
    service,
    name: `公开的服务 ${made} 项`,
    summary: '帮您办一件事。',
    category: 'workers',
    who: '本县职工',
    papers: [{ name: '身份证', from: null }],
    free: true,
    keeper: union,
    ...facts,
  }
  const answer = await officer.post('/api/services', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { id: service, name: body.name }
}

describe('every page', () => {
  test.each([
    '/p/',
    '/p/en/',
    '/p/places',
    '/p/en/places',
    '/p/services',
    '/p/tell',
    '/p/follow',
    '/p/me',
    '/p/search?q=驿站',
  ])('%s runs no script, lets in no other site, and says which language it is in', async (path) => {
    const { status, text, headers } = await page(path)
    expect(status).toBe(200)
    expect(text.startsWith('<!doctype html><html lang="')).toBe(true)
    expect(text).toContain(path.startsWith('/p/en') ? 'lang="en"' : 'lang="zh-Hans"')
    expect(text.match(/<h1\b/g)).toHaveLength(1)
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")|style="|\son\w+="/)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part)
    }
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    // Nothing that is fetched from elsewhere, and every link is one of this site.
    expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\/(?!localhost)/)
  })

  test('names itself in the other language, for search engines too', async () => {
    const { text } = await page('/p/en/places?kind=rest-station&utm_source=x')
    expect(text).toContain('hrefLang="zh-Hans" href="http://localhost/p/places"')
    expect(text).toContain('hrefLang="x-default" href="http://localhost/p/places"')
    expect(text).toContain('href="/p/places?kind=rest-station"')
    expect(text).not.toContain('utm_source')
  })

  test('what is not there is a page of its own, in the reader’s language', async () => {
    for (const path of [
      '/p/nothing',
      '/p/places/x',
      `/p/places/${house.id()}`,
      '/p/places/%E0%A4',
      '/p/services/x',
      '/p/follow/1',
    ]) {
      const { status, text } = await page(path)
      expect(status, path).toBe(404)
      expect(text).toContain('没有这一页')
    }
    expect((await page('/p/en/nothing')).text).toContain('There is no such page')
    expect((await get('/p')).headers.get('location')).toBe('/p/')
  })

  test('the console, the API and their addresses are what they were', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/api/session')).status).toBe(200)
    expect((await get('/api/nothing')).status).toBe(404)
    expect((await get('/places')).status, 'a page of the console').toBe(404) // the tests serve no built pages
  })
})

describe('one tap makes the text large', () => {
  test('without script, on the page where one was, and it is remembered', async () => {
    const there = visitor(house)
    expect((await there.get('/places')).text).toContain('>大字版<')
    const large = await there.post('/text-size', { elder: '1', back: '/p/places?kind=centre' })
    expect(large.where).toBe('/p/places?kind=centre')
    expect(large.text).toContain('data-elder')
    expect((await there.get('/en/')).text).toContain('data-elder')
    expect((await there.post('/text-size', { elder: '0', back: '/p/' })).text).not.toMatch(
      /<html[^>]*data-elder/,
    )
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/p//evil.example',
    '/\\evil.example',
    '/p/\r\nset-cookie: x=1',
    '/api/session',
    '',
  ])('and leads nowhere else: %j', async (back) => {
    expect((await visitor(house).post('/text-size', { elder: '1', back })).where).toBe('/p/')
  })
})

describe('kept pages', () => {
  test('a page that has not changed is not sent again; it goes squeezed where the browser takes that', async () => {
    const first = await get('/p/places', { 'accept-encoding': 'gzip, br' })
    expect(first.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(new Uint8Array(await first.arrayBuffer())).toString()
    expect(text).toBe((await page('/p/places')).text)
    const etag = first.headers.get('etag') ?? ''
    const again = await get('/p/places', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toContain('cookie')
    const large = await get('/p/places', { cookie: 'daqiao_elder=1', 'if-none-match': etag })
    expect(large.status).toBe(200)
  })

  test('a change is seen by whoever asks after its commit, each of a hundred times', async () => {
    const place = await addPlace()
    const path = `/p/places/${place.id}`
    let name = place.name
    for (let i = 0; i < 100; i += 1) {
      // Others ask all the while, and keep the page in the house's memory.
      const others = [page(path), page(path), page('/p/places')]
      const after = `${place.name} 改 ${i}`
      expect((await rename(place.id, name, after)).status).toBe(200)
      name = after
      expect((await page(path)).text).toContain(`<h1>${after}</h1>`)
      await Promise.all(others)
    }
  }, 60_000)

  test('a change that is not committed yet, or that was taken back, is seen by nobody', async () => {
    const place = await addPlace()
    const path = `/p/places/${place.id}`
    const connected = async () => {
      const client = new pg.Client({ connectionString: house.url })
      await client.connect()
      await client.query(`set app.county = '511825'`)
      return client
    }
    const owner = await connected()
    const change = async (client: pg.Client, text: string, values: unknown[]) =>
      expect((await client.query(text, values)).rowCount).toBe(1)
    const shown = async () => (await page(path)).text
    await owner.query('begin')
    await change(owner, `update places set name = '半途的名字' where id = $1`, [place.id])
    expect(await shown()).toContain(place.name)
    await owner.query('rollback')
    expect(await shown()).toContain(place.name)
    // Two at once, the later begun one committed first: the other one is seen all the same.
    const other = await connected()
    const second = await addPlace()
    await owner.query('begin')
    await change(owner, `update places set address = '先开始的地址' where id = $1`, [place.id])
    await other.query('begin')
    await change(other, `update places set address = '后开始的地址' where id = $1`, [second.id])
    await other.query('commit')
    expect(await shown()).not.toContain('先开始的地址')
    await owner.query('commit')
    expect(await shown()).toContain('先开始的地址')
    await Promise.all([owner.end(), other.end()])
  })

  test('every table that a public page reads counts its changes', async () => {
    const { rows } = await asSystem(house.database, (tx) =>
      sql<{
        name: string
      }>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'counts_as_content'`.execute(
        tx,
      ),
    )
    const counted = rows.map(({ name }) => name)
    const read = await tablesReadBy(() =>
      Promise.all(['/p/', '/p/places', '/p/services'].map(page)).then(async () => {
        const place = await addPlace()
        const service = await addService({ places: [{ place: place.id, hours: null, note: null }] })
        await page(`/p/places/${place.id}`)
        await page(`/p/services/${service.id}`)
      }),
    )
    expect(read.length).toBeGreaterThan(5)
    expect(read.filter((table) => !counted.includes(table))).toEqual([])
  })
})

/** The tables that the house reads while `work` goes on, but for those of its mechanisms and those it writes. */
async function tablesReadBy(work: () => Promise<unknown>): Promise<string[]> {
  const names = new Set<string>()
  const log: string[] = []
  const client = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const { query } = client
  client.query = function (this: unknown, ...given: unknown[]) {
    const [text] = given
    log.push(typeof text === 'string' ? text : ((text as { text?: string }).text ?? ''))
    return query.apply(this, given)
  }
  try {
    await work()
  } finally {
    client.query = query
  }
  const { rows } = await asSystem(house.database, (tx) =>
    sql<{
      name: string
    }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      tx,
    ),
  )
  const behind: Record<string, string> = { place_list: 'places', service_list: 'services' }
  for (const text of log.filter((one) => /^\s*(?:with|select)\b/i.test(one))) {
    for (const [, name = ''] of text.matchAll(/\b(?:from|join)\s+"?(\w+)"?/gi)) {
      const table = behind[name] ?? name
      if (rows.some((row) => row.name === table)) names.add(table)
    }
  }
  const mechanisms = [
    'content_versions',
    'commands',
    'sessions',
    'people',
    'role_grants',
    'role_withdrawals',
    'suspensions',
    'credentials',
    'events',
  ]
  return [...names].filter((name) => !mechanisms.includes(name)).toSorted()
}

describe('places', () => {
  test('a page tells address, phone, hours and accessibility, and nothing of who minds it', async () => {
    const place = await addPlace({
      village: '511825101011',
      address: '凤翔路 18 号',
      phone: '0835-7222345',
      accessibility: ['ramp', 'toilet'],
      languages: ['mandarin', 'tibetan'],
      note: '钥匙在门卫处',
      keeperPerson: null,
    })
    const rules = [
      {
        rule: 'FREQ=DAILY',
        from: '2020-01-01',
        to: null,
        holidays: 'plain',
        makeUpDays: 'plain',
        opens: '09:00',
        minutes: 510,
      },
    ]
    expect((await officer.put(`/api/places/${place.id}/hours`, { before: 0, rules })).status).toBe(200)
    const { text } = await page(`/p/places/${place.id}`)
    const words = wordsOf(text)
    for (const wanted of [
      '始阳镇凤翔社区',
      '凤翔路 18 号',
      '轮椅坡道',
      '无障碍卫生间',
      '藏语',
      '天全县总工会',
    ]) {
      expect(words).toContain(wanted)
    }
    expect(words.match(/09:00–17:30/g)).toHaveLength(7)
    expect(text).toContain('href="tel:08357222345"')
    expect(text).toContain(`href="/p/tell?about=place:${place.id}"`)
    expect(text).not.toContain('钥匙')
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '')
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'CivicStructure',
      telephone: '0835-7222345',
    })
    // In the hall nothing leads out of the pages.
    expect((await page(`/p/hall/places/${place.id}`)).text).not.toContain('tel:')
  })

  test('are listed by kind and town; a store, a closed one and another county’s are not', async () => {
    const here = await addPlace({ village: '511825101011' })
    const store = await addPlace({ name: '不给人看的仓库', kind: 'warehouse' })
    const closed = await addPlace({ name: '关掉的驿站' })
    await officer.post(`/api/places/${closed.id}/closure`, { reason: '房屋到期' })
    const { text } = await page('/p/places?kind=rest-station&area=511825101')
    expect(text).toContain(here.name)
    expect(text).toMatch(/<option value="rest-station" selected=""/)
    expect((await page('/p/places?kind=rest-station&area=511825102')).text).not.toContain(here.name)
    for (const { id, name } of [store, closed]) {
      expect((await page('/p/places')).text).not.toContain(name)
      expect((await page(`/p/places/${id}`)).status, name).toBe(404)
    }
    for (const query of ['kind=warehouse', "kind=';--", 'area=x', 'after=x', `after=${house.id()}`]) {
      expect((await page(`/p/places?${query}`)).status, query).toBe(200)
    }
  })

  test('names with HTML, of one character or outside the BMP are shown as they are written', async () => {
    for (const name of ['<b>驿</b>&amp;"', '𠮷', '𡘙𪚥之家', '家']) {
      const place = await addPlace({ name, address: '</script><script>alert(1)</script>' })
      const { text } = await page(`/p/places/${place.id}`)
      expect(wordsOf(text)).toContain(name)
      expect(text).not.toContain('<b>')
      expect(text).not.toContain('<script>alert')
      expect(
        JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '').name,
      ).toBe(name)
    }
  })
})

describe('services', () => {
  test('a card tells who may ask, what to bring, where and at what cost; it stands on its place’s page too', async () => {
    const place = await addPlace({ name: '办事的驿站' })
    const service = await addService({
      name: '职工互助金申领',
      alsoCalled: ['住院互助金'],
      places: [{ place: place.id, hours: null, note: '二楼 3 号窗口' }],
    })
    const words = wordsOf((await page(`/p/services/${service.id}`)).text)
    for (const wanted of [
      '职工互助金申领',
      '本县职工',
      '身份证',
      '免费',
      '办事的驿站',
      '二楼 3 号窗口',
      '核对过',
    ]) {
      expect(words).toContain(wanted)
    }
    expect(wordsOf((await page(`/p/places/${place.id}`)).text)).toMatch(/在这里能办的事.*职工互助金申领/)
    expect((await page('/p/services?category=workers')).text).toContain('职工互助金申领')
    expect((await page('/p/services?category=youth')).text).not.toContain('职工互助金申领')
    expect((await page(`/p/tell?about=service:${service.id}`)).text).toContain('关于：职工互助金申领')
    await officer.post(`/api/services/${service.id}/withdrawal`, { reason: '政策调整' })
    expect((await page(`/p/services/${service.id}`)).status).toBe(404)
    expect((await page(`/p/places/${place.id}`)).text).not.toContain('职工互助金申领')
  })

  test('HTML in every field is words, and an address of script is no link', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const { id } = await addService({
      name: evil,
      summary: evil,
      who: evil,
      papers: [{ name: evil, from: evil }],
      cost: evil,
      duration: evil,
      legalBasis: evil,
      alsoCalled: [evil],
    })
    const { text } = await page(`/p/services/${id}`)
    expect(text).not.toContain('<img')
    expect(text.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)?.length).toBeGreaterThan(7)
  })
})

describe('the search', () => {
  test('finds services and places by words, pinyin and a slip, and shows no store', async () => {
    const service = await addService({ name: '法律援助咨询' })
    await addPlace({ name: '法律援助仓库', kind: 'warehouse' })
    const found = async (words: string, at = '/p') =>
      wordsOf((await page(`${at}/search?q=${encodeURIComponent(words)}`)).text)
    for (const words of ['法律援助', 'falvyuanzhu', 'flyz', '法律元助']) {
      expect(await found(words), words).toContain(service.name)
      expect(await found(words)).not.toContain('仓库')
    }
    expect(await found('工人文化宫')).toContain('天全县工人文化宫')
    expect(await found('南极科考站站')).toContain('没有找到')
    expect(await found('法律援助', '/p/en')).toContain('Services and places')
  })

  test.each(['<script>alert(1)</script>', "' or 1=1 --", '%', '\u0000', '𠮷', 'a', '、。', '𠮷'.repeat(500)])(
    'takes %j as words',
    async (words) => {
      const { status, text, headers } = await page(`/p/search?q=${encodeURIComponent(words)}`)
      expect(status).toBe(200)
      expect(text).not.toContain('<script>alert')
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )
})

describe('the screen in the hall', () => {
  test('keeps its links to itself, has one script of ours, and goes home by itself', async () => {
    const { text, headers } = await page('/p/hall/')
    expect(text).toContain('data-kiosk')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    const links = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address)
    expect(links.length).toBeGreaterThan(5)
    for (const address of links) expect(address).toMatch(/^(?:#|\/p\/hall\/|\/mark\.svg$)/)
    expect(text).not.toContain('rel="canonical"')
    expect(text).toContain('content="noindex"')
    const [, script = ''] = /<script src="([^"]*)"/.exec(text) ?? []
    const answer = await get(script)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(await answer.text()).toContain('location.replace')
  })

  test('whoever leaves is forgotten', async () => {
    const there = visitor(house, { at: '/p/hall', address: '198.51.100.200' })
    await there.post('/tell', { kind: 'complaint' })
    await there.post('/tell/text', { text: '不该留在屏幕上的话' })
    expect((await there.get('/tell/text')).text).toContain('不该留在屏幕上的话')
    await there.get('/leave')
    expect((await there.get('/tell/text')).text).not.toContain('不该留在屏幕上的话')
    expect((await there.get('/tell')).text).not.toContain('checked')
  })
})

describe('what is sent', () => {
  test('a form that is too long or of another kind is refused in words', async () => {
    const send = (body: string, type = 'application/x-www-form-urlencoded') =>
      house.web.request('/p/tell', {
        method: 'POST',
        headers: { 'content-type': type, host: 'localhost' },
        body,
      })
    const long = await send(`kind=complaint&x=${'x'.repeat(70_000)}`)
    expect(long.status).toBe(413)
    expect(await long.text()).toContain('提交的内容太大')
    expect((await send('{"kind":"complaint"}', 'application/json')).status).toBe(400)
    expect((await send('kind=%FF%FE')).status).toBe(303)
  })
})
