import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'
import { breaches, type Name } from './hsds-rules-for-tests.ts'
import { publicService } from './public-services.ts'
import { openGraphDescription, serviceJsonLd, serviceOpenGraph } from './service-json-ld.ts'

let house: TestHouse
let union: Caller
let keeper: string
let place: string
let service: string
const home = '/api/hsds/511825'

beforeAll(async () => {
  house = await testHouse()
  union = await house.as('yangxiaolan')
  const { items } = (await union.get('/api/organisations?limit=200', undefined, { language: 'zh' })).body
  keeper = items.find((one: { shortName: string }) => one.shortName === '县总工会').id
  place = house.id()
  const made = await union.post('/api/places', {
    place,
    name: '开放数据服务点',
    kind: 'centre',
    keeper,
    village: '511825101011',
    phone: '0835-7000999-12',
    address: '凤翔路 18 号',
    accessibility: ['ramp', 'toilet'],
    languages: ['mandarin', 'qiang'],
    note: '钥匙在杨晓兰处',
  })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  service = house.id()
  const added = await union.post('/api/services', {
    service,
    name: '开放数据试办服务</script>',
    nameEn: 'Open data trial',
    alsoCalled: ['试一试'],
    summary: '把服务目录开放给别的系统用',
    category: 'jobs',
    who: '全县职工',
    papers: [
      { name: '身份证', from: null },
      { name: '就业登记证明', from: '人社局窗口' },
    ],
    free: false,
    cost: '工本费 5 元',
    duration: '当场办结',
    places: [
      {
        place,
        hours: [
          { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE', from: '09:00', until: '11:30' },
          { rule: 'FREQ=MONTHLY;BYDAY=1SA', from: '09:00', until: '12:00' },
          { rule: 'FREQ=DAILY', from: '14:00', until: '15:00' },
        ],
        note: '二楼',
      },
    ],
    keeper,
    phone: '+853 2856 1234',
    legalBasis: '《工会法》第三十一条',
    languages: ['mandarin', 'sichuanese', 'tibetan'],
    online: 'https://example.gov.cn/ban?x=1&y=2',
  })
  if (added.status !== 200) throw new Error(JSON.stringify(added.body))
})
afterAll(() => house.close())

const read = async (path: string) => {
  const answer = await house.nobody.get(`${home}${path}`)
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}

/** All pages of a list, whose counts must agree with what is in them. */
async function all(path: string): Promise<{ id: string }[]> {
  const found = []
  for (let number = 1; ; number += 1) {
    const page = await read(`${path}${path.includes('?') ? '&' : '?'}per_page=30&page=${number}`)
    expect(page).toMatchObject({
      page_number: number,
      size: page.contents.length,
      first_page: number === 1,
      empty: page.contents.length === 0,
    })
    found.push(...page.contents)
    if (!page.last_page) continue
    expect(found).toHaveLength(page.total_items)
    expect(number).toBe(page.total_pages)
    return found
  }
}

describe('the directory in HSDS 3.0', () => {
  const lists: [path: string, name: Name][] = [
    ['/services', 'service'],
    ['/services?full=true', 'service'],
    ['/organizations', 'organization'],
    ['/locations', 'location'],
    ['/service_at_locations', 'service_at_location'],
    ['/taxonomies', 'taxonomy'],
    ['/taxonomy_terms', 'taxonomy_term'],
  ]

  test.each(lists)('%s: every object of every page keeps the rules of its schema', async (path, name) => {
    const objects = await all(path)
    expect(objects.length).toBeGreaterThan(0)
    expect(objects.flatMap((object) => breaches(name, object))).toEqual([])
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length)
  })

  test.each(lists)('%s: each one is found by its id', async (path, name) => {
    const [plain = ''] = path.split('?')
    const [first, ...more] = await all(plain)
    for (const { id } of [first, more.at(-1)].filter((one) => one !== undefined)) {
      const object = await read(`${plain}/${id}`)
      expect(object.id).toBe(id)
      expect(breaches(name, object)).toEqual([])
    }
  })

  test('the rules find what is wrong, so that the tests above can fail', () => {
    expect(breaches('service', { id: 'x', name: 1, status: 'open', colour: 'red', phones: [{}] })).toEqual([
      'service.id is x',
      'service.name is no text',
      'service.status is open',
      'service.colour is not in the schema',
      'service.phones[0].id is missing',
      'service.phones[0].number is missing',
    ])
    expect(breaches('schedule', { id: crypto.randomUUID(), freq: 'DAILY', opens_at: '9:00' })).toEqual([
      'schedule.freq is DAILY',
      'schedule.opens_at is 9:00',
    ])
  })

  test('a service says all that its card says, and no person', async () => {
    const object = await read(`/services/${service}`)
    expect(object).toMatchObject({
      organization_id: keeper,
      name: '开放数据试办服务</script>',
      alternate_name: '试一试',
      fees_description: '工本费 5 元',
      eligibility_description: '全县职工',
      assured_date: dayOf(new Date()),
      organization: { id: keeper, name: '天全县总工会' },
      phones: [{ number: '+853 2856 1234' }],
      service_areas: [{ name: '天全县' }],
      languages: [{ code: 'cmn' }, { code: 'cmn', name: '四川话' }, { code: 'bod' }],
      required_documents: [{ document: '身份证' }, { document: '就业登记证明（人社局窗口）' }],
      attributes: [{ taxonomy_term: { code: 'jobs', name: '就业创业' } }],
      service_at_locations: [
        {
          location_id: place,
          description: '二楼',
          schedules: [
            { freq: 'WEEKLY', byday: 'MO,TU,WE', opens_at: '09:00+08:00', closes_at: '11:30+08:00' },
            { freq: 'MONTHLY', byday: '1SA' },
            { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU' },
          ],
          location: {
            name: '开放数据服务点',
            addresses: [
              { address_1: '凤翔路 18 号', city: '雅安市', state_province: '四川省', country: 'CN' },
            ],
            phones: [{ number: '0835-7000999', extension: 12 }],
            accessibility: [{ description: '轮椅坡道' }, { description: '无障碍卫生间' }],
          },
        },
      ],
    })
    expect(JSON.stringify(object)).not.toContain('杨晓兰')
  })

  test('ids are the same in every export', async () => {
    const ids = (value: unknown): string[] =>
      value === null || typeof value !== 'object'
        ? []
        : Object.entries(value).flatMap(([key, held]) => (key === 'id' ? [String(held)] : ids(held)))
    const first = ids(await read(`/services/${service}`))
    expect(first.length).toBeGreaterThan(12)
    expect(ids(await read(`/services/${service}`))).toEqual(first)
  })

  test('services are sought by words, by category, by who gives them', async () => {
    const sought = async (query: string) =>
      (await read(`/services?${query}`)).contents.map(({ id }: { id: string }) => id)
    const terms = await all('/taxonomy_terms')
    const term = (code: string) => terms.find((one) => 'code' in one && one.code === code)?.id
    expect(await sought(`search=${encodeURIComponent('开放数据')}`)).toEqual([service])
    expect(await sought(`taxonomy_term_id=${term('jobs')}&search=shiban`)).toEqual([service])
    expect(await sought(`taxonomy_term_id=${term('youth')}&search=shiban`)).toEqual([])
    expect(await sought(`organization_id=${keeper}&per_page=200`)).toContain(service)
    expect(await sought(`organization_id=${place}`)).toEqual([])
  })

  test('what the public does not see is not in it', async () => {
    const hidden = house.id()
    const card = { service: hidden, name: '撤下的服务', category: 'jobs', summary: '试', who: '人', keeper }
    await union.post('/api/services', { ...card, places: [{ place, hours: null, note: null }] })
    await union.post(`/api/services/${hidden}/withdrawal`, { reason: '项目结束' })
    expect((await house.nobody.get(`${home}/services/${hidden}`)).status).toBe(404)
    for (const path of ['/services', '/service_at_locations']) {
      expect(JSON.stringify(await all(path))).not.toContain(hidden)
    }
  })

  test.each([
    '/services/x',
    '/services/019aaf00-0000-7000-8000-000000000000',
    '/services?page=0',
    '/nothing',
  ])('%s is refused', async (path) => {
    expect((await house.nobody.get(`${home}${path}`)).status).toBeGreaterThanOrEqual(400)
  })

  test('a county that is not here has no directory', async () => {
    expect((await house.nobody.get('/api/hsds/110101/services')).status).toBe(404)
  })
})

describe('a card for search engines and chat apps', () => {
  const card = async (language: 'zh' | 'en') => {
    const found = await inTransaction(house.database, { county: '511825', person: null }, (tx) =>
      publicService(tx, service, { language, today: dayOf(new Date()) }),
    )
    if (!found) throw new Error('the card is public')
    return found
  }
  const described = { language: 'zh', county: '天全县', url: 'https://tq.example/p/services/1' } as const

  test('is a GovernmentService of schema.org', async () => {
    expect(serviceJsonLd(await card('zh'), described)).toMatchObject({
      '@type': 'GovernmentService',
      url: described.url,
      serviceType: '就业创业',
      provider: { '@type': 'GovernmentOrganization', name: '天全县总工会' },
      areaServed: { '@type': 'AdministrativeArea', name: '天全县' },
      offers: { '@type': 'Offer', description: '工本费 5 元' },
      hoursAvailable: [
        { dayOfWeek: ['Monday', 'Tuesday', 'Wednesday'], opens: '09:00', closes: '11:30' },
        { opens: '14:00', closes: '15:00' },
      ],
      availableChannel: [
        {
          '@type': 'ServiceChannel',
          availableLanguage: ['cmn', 'bod'],
          serviceLocation: {
            '@type': 'CivicStructure',
            telephone: '08357000999,12',
            address: {
              addressCountry: 'CN',
              streetAddress: '凤翔路 18 号',
              addressLocality: '始阳镇凤翔社区',
            },
          },
        },
        { servicePhone: { telephone: '+85328561234' } },
        { serviceUrl: 'https://example.gov.cn/ban?x=1&y=2' },
      ],
    })
  })

  test('has Open Graph fields, in the language of the page and short enough', async () => {
    const fields = new Map(serviceOpenGraph(await card('zh'), described))
    expect(fields.get('og:title')).toBe('开放数据试办服务</script> · 天全县总工会')
    expect(fields.get('og:description')).toBe('把服务目录开放给别的系统用；工本费 5 元；当场办结')
    expect(fields.get('og:locale')).toBe('zh_CN')
    const english = await card('en')
    expect(english.name).toBe('Open data trial')
    const long = { ...english, summary: '长'.repeat(400) }
    expect([...openGraphDescription(long, 'en')]).toHaveLength(200)
  })
})
