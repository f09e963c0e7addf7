import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/app/console/pages.ts'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

const devices: [string, Device][] = [
  ['a wide window, in Chinese', { width: 1440 }],
  ['a phone, in English', { width: 360, language: 'en' }],
  ['a phone in large type', { width: 360, elder: true }],
]

/** Accounts, the ledger and the register of places belong to the administrator; everything else the supervisor sees. */
const ofAdministrator = (needs?: string) =>
  needs === 'notice.manage' ||
  needs === 'job.manage' ||
  needs === 'person.manage' ||
  needs === 'import.use' ||
  needs === 'event.read' ||
  needs === 'place.manage' ||
  needs === 'service.manage'

/** Where real records for the pages of one are listed; a page whose record stands nowhere here fails the test. */
const lists: Record<string, string> = {
  'visits/:visit': '/api/visits?limit=2', // one is confirmed, one waits on the desk
  'followups/:followup': '/api/followups?limit=3',
  'organisations/:organisation': '/api/organisations?q=xzgh&limit=1',
  'requests/:request': '/api/requests?limit=2',
  'places/:place': '/api/places?state=all&limit=2',
  'bookings/:booking': '/api/bookings?limit=3',
  'places/:place/book': `/api/places?q=${encodeURIComponent('工人文化宫')}&limit=1`,
  'places/:place/week': `/api/places?q=${encodeURIComponent('工人文化宫')}&limit=1`,
  'services/:service': '/api/services?state=unchecked&limit=2', // with hours of its own, or hidden
  'imports/:import': '/api/imports?limit=3', // taken back, to decide, only uploaded
  'notices/:notice': '/api/my-notices?limit=1',
  'people/:person': '/api/people?q=yxl&limit=1',
}

async function addressesFor(page: Page, path: string): Promise<string[]> {
  if (path === 'figures/:fact') return ['/figures/followup.closed']
  if (!path.includes(':')) return [`/${path}`]
  const list = lists[path]
  if (!list) return []
  const { items } = await (await page.request.get(`${daqiao.address}${list}`)).json()
  return (items as { id: string }[]).map(({ id }) => `/${path.replace(/:\w+/, id)}`)
}

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = []
  const complain = (error: Error) => complaints.push(error.message)
  page.on('pageerror', complain)
  await page.goto(daqiao.address + address)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  page.off('pageerror', complain)
  expect(passes.length, 'axe has looked').toBeGreaterThan(10)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) complaints.push(`${wide} px are cut off at the side`)
  for (const { id, nodes } of violations) complaints.push(`${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  return complaints.map((complaint) => `${address} ${complaint}`)
}

describe.each(devices)('on %s', (_, device) => {
  test.each([
    ['gaomingyuan', pages.filter(({ needs }) => ofAdministrator(needs))],
    ['lujing', pages.filter(({ needs }) => !ofAdministrator(needs))],
  ])('no page that %s opens has a finding of axe or is cut off', async (login, theirs) => {
    const page = await daqiao.open(login, device)
    const faults: string[] = []
    for (const { path } of theirs) {
      const addresses = await addressesFor(page, path)
      expect(addresses.length, `name a list of real records for /${path}`).toBeGreaterThan(0)
      for (const address of addresses) faults.push(...(await faultsOf(page, address)))
    }
    expect(theirs.length).toBeGreaterThan(2)
    expect(faults).toEqual([])
  })
})
