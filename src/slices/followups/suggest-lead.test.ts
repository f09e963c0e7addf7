import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestHouse, testHouse } from '../../../test/house.ts'

let house: TestHouse
let supervisor: Caller
beforeAll(async () => {
  house = await testHouse()
  supervisor = await house.as('lujing')
})
afterAll(() => house.close())

/** The lead that is proposed for the one directive of a report, whose words and places these are. */
async function proposed(places: string, words: string): Promise<string | null> {
  const visit = house.id()
  const text = `2026年3月6日，市总工会副主席苏曼赴天全县调研。苏曼一行先后来到${places}，实地查看。在${places.split('、')[0]}，苏曼强调，${words}。`
  expect((await supervisor.post('/api/visits', { visit, text })).status).toBe(200)
  await supervisor.post(`/api/visits/${visit}/confirmation`, { version: 1 })
  const { items } = (await supervisor.get(`/api/followups?visit=${visit}`)).body
  const shown = (await supervisor.get(`/api/followups/${items[0].id}`, undefined, { language: 'zh' })).body
  return shown.suggestedLead?.name ?? null
}

test('the sentence names who is asked, in full or as every county shortens it', async () => {
  expect(await proposed('县体育馆、县图书馆', '县人社局要办好招聘会')).toBe('天全县人力资源和社会保障局')
  expect(await proposed('县体育馆、县图书馆', '团县委要办好夏令营')).toBe('共青团天全县委员会')
})

test('else the place where it was said is an organisation; one of the city above is none of ours', async () => {
  expect(await proposed('县中医院、县图书馆', '要公布门诊时间')).toBe('天全县中医医院')
  expect(await proposed('县体育馆、县图书馆', '市妇联要办好夜校')).toBeNull()
})

test('another name that somebody gave it is as good', async () => {
  const administrator = await house.as('gaomingyuan')
  const [park] = (await administrator.get('/api/organisations?q=园区管委会')).body.items
  await administrator.post(`/api/organisations/${park.id}/names`, { name: '农发中心' })
  expect(await proposed('县体育馆、县图书馆', '农发中心要办好大棚')).toBe(park.name)
})
