import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/records/new-id.ts'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

// Rooms: what the keeper finds to decide, and the week of a place, by keys and on a phone.
let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

test('the keeper finds what waits, approves it, and sees it in the week of the rooms', async () => {
  const page = await daqiao.open('zhouwentao', { width: 1440, language: 'en' })
  await page.goto(`${daqiao.address}/bookings?whose=decides&state=asked`)
  const first = page.getByRole('table').getByRole('link').first()
  const purpose = (await first.textContent()) ?? ''
  await first.click()
  await page.getByRole('heading', { level: 1, name: purpose }).waitFor()
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByText('Booked', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  await page.getByRole('link', { name: 'See this week of the rooms' }).click()
  await page.getByRole('heading', { level: 1, name: 'Week of the rooms' }).waitFor()
  await page.getByRole('link', { name: purpose }).first().waitFor()
  const lead = await page.getByText(/^The week from/).textContent()
  await page.keyboard.press('[')
  await page.waitForFunction((before) => !document.body.textContent?.includes(before ?? ''), lead)
  await page.getByRole('columnheader').nth(7).waitFor()
  expect(await page.getByRole('columnheader').count()).toBe(8)
})

test('a booking is refused with a reason that its asker reads', async () => {
  const guest = await daqiao.open('zenghai', { width: 1440, language: 'en' })
  const { items } = (await (await guest.request.get(`${daqiao.address}/api/rooms?seats=150`)).json()) as {
    items: { id: string }[]
  }
  const booking = newId()
  const starts = Math.ceil(Date.now() / 86_400_000 + 30) * 86_400_000
  const answer = await guest.request.post(`${daqiao.address}/api/bookings`, {
    headers: { 'idempotency-key': newId() },
    data: {
      booking,
      rooms: [items[0]?.id],
      starts: new Date(starts).toISOString(),
      ends: new Date(starts + 3_600_000).toISOString(),
      purpose: '医院职工运动会',
      party: 80,
    },
  })
  expect(await answer.json()).toMatchObject({ state: 'asked' })
  const page = await daqiao.open('yangxiaolan', { width: 1440, language: 'en' })
  await page.goto(`${daqiao.address}/bookings/${booking}`)
  await page.getByRole('button', { name: 'Refuse' }).click()
  await page.getByLabel('Why it is refused').fill('当天有消防检查')
  await page.keyboard.press('Enter')
  await page.getByText('当天有消防检查').waitFor()
  await guest.goto(`${daqiao.address}/bookings/${booking}`)
  await guest.getByText('当天有消防检查').waitFor()
})

test('a series shows its clash before it is sent, and each clash gets a choice', async () => {
  const page = await daqiao.open('yangxiaolan', { width: 1440, language: 'en' })
  const ask = async (path: string) =>
    (
      (await (await page.request.get(daqiao.address + path)).json()) as {
        items: { id: string; name: string }[]
      }
    ).items
  const place = (await ask(`/api/places?q=${encodeURIComponent('工人文化宫')}&kind=palace&limit=1`))[0]?.id
  const room = (await ask(`/api/places/${place}/rooms`)).find(({ name }) => name === '排练厅')?.id ?? ''
  const day = new Date(Date.now() + 8 * 3_600_000 + 60 * 86_400_000).toISOString().slice(0, 10)
  const second = Date.parse(`${day}T06:00:00+08:00`) + 7 * 86_400_000
  const taken = await page.request.post(`${daqiao.address}/api/bookings`, {
    headers: { 'idempotency-key': newId() },
    data: {
      booking: newId(),
      rooms: [room],
      starts: new Date(second).toISOString(),
      ends: new Date(second + 3_600_000).toISOString(),
      purpose: '晨练',
      party: 10,
    },
  })
  expect(taken.status()).toBe(200)
  await page.goto(`${daqiao.address}/places/${place}/book`)
  await page.getByLabel('Room').selectOption(room)
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('From').fill('06:00')
  await page.getByLabel('To', { exact: true }).fill('07:00')
  await page.getByLabel('Repeat').selectOption('weekly')
  await page.getByLabel('How many times').fill('3')
  await page.getByLabel(/^Purpose/).fill('太极拳晨练')
  await page.getByText(/is taken/).waitFor()
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await page.getByText('Some clashes are without a choice.').waitFor()
  await page.getByLabel(/clashes: what to do/).selectOption('skip')
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await page.waitForURL(/series=/)
  await page.getByRole('link', { name: '太极拳晨练' }).nth(1).waitFor()
  expect(await page.getByRole('link', { name: '太极拳晨练' }).count()).toBe(2)
})

const devices: [string, Device][] = [
  ['a wide window, in Chinese', { width: 1440 }],
  ['a phone, in English', { width: 360, language: 'en' }],
  ['a phone in large type', { width: 360, elder: true }],
]

describe.each(devices)('on %s', (_, device) => {
  test('no page of rooms and bookings has a finding of axe or is cut off', async () => {
    const page = await daqiao.open('yangxiaolan', device)
    const ask = async (path: string) =>
      ((await (await page.request.get(daqiao.address + path)).json()) as { items: { id: string }[] }).items[0]
        ?.id
    const place = await ask(`/api/places?q=${encodeURIComponent('工人文化宫')}&kind=palace&limit=1`)
    const booking = await ask('/api/bookings?decides=true&limit=1')
    for (const path of [
      '/bookings',
      `/bookings/${booking}`,
      `/places/${place}`,
      `/places/${place}/week`,
      `/places/${place}/book`,
    ]) {
      await page.goto(daqiao.address + path)
      await page.locator('h1').waitFor()
      await page.waitForLoadState('networkidle')
      const { violations, passes } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(passes.length, 'axe has looked').toBeGreaterThan(10)
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, `${path} is cut off at the side`).toBeLessThanOrEqual(0)
    }
  })
})
