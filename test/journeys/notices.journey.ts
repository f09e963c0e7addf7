import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(daqiao.address + address)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(passes.length).toBeGreaterThan(10)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(wide > 0 ? [`${wide} px are cut off at the side`] : []),
  ].map((fault) => `${address} ${fault}`)
}

describe.each(devices)('on %s', (_, device) => {
  test('the pages of notices have no finding of axe and are not cut off', async () => {
    const page = await daqiao.open('gaomingyuan', device)
    const { items } = await (await page.request.get(`${daqiao.address}/api/notices?limit=1`)).json()
    const faults = []
    const paths = ['alarms', 'calls', 'settings', items[0].notice, 'alarms?form=answer'].map(
      (one) => `/notices/${one}`,
    )
    for (const path of ['/my-notices', '/notices', ...paths, '/jobs'])
      faults.push(...(await faultsOf(page, path)))
    expect(faults).toEqual([])
  })
})

test('in a demo the outbox says plainly that nothing left, and a test message shows the same', async () => {
  const page = await daqiao.open('gaomingyuan')
  await page.goto(`${daqiao.address}/notices`)
  await page.getByText('任何通知都不会离开这台机器').waitFor()
  await page.locator('.lamp', { hasText: '演示，未发出' }).first().waitFor()
  await page.goto(`${daqiao.address}/notices/settings`)
  await page.getByLabel('地址', { exact: true }).fill('gaomingyuan@tianquan.example')
  await page.getByRole('button', { name: '发送测试' }).press('Enter')
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await page.locator('.lamp', { hasText: '演示，未发出' }).waitFor()
  await page.getByText('您收到它，说明这个渠道是通的').waitFor()
})

test('by keyboard: the bell counts, a notice is read, an alarm on Today is answered', async () => {
  const page = await daqiao.open('yangxiaolan')
  await page.goto(daqiao.address)
  const bell = page.getByRole('link', { name: /我的通知，\d+ 条未读/ })
  await bell.waitFor()
  await bell.press('Enter')
  await page.getByRole('button', { name: '全部标为已读' }).press('Enter')
  await page.getByRole('link', { name: '我的通知', exact: true }).first().waitFor()

  const supervisor = await daqiao.open('lujing')
  await supervisor.goto(daqiao.address)
  await supervisor
    .getByRole('link', { name: /^没有通知到人：/ })
    .first()
    .press('Enter')
  await supervisor.waitForURL(/\/notices\/alarms$/)
  await supervisor.getByRole('button', { name: '登记结果' }).first().press('Enter')
  const note = supervisor.getByLabel('怎样告知的，或者为什么不需要')
  await note.waitFor()
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true)
  await note.fill('已电话告知办公室')
  await note.press('Enter')
  await supervisor.getByText('已登记').first().waitFor()
  await supervisor.getByText('每件事都通知到人了').waitFor()
})

test('the call list is printed without its buttons, with a line to sign', async () => {
  const page = await daqiao.open('gaomingyuan')
  const { items } = await (await page.request.get(`${daqiao.address}/api/notice-calls`)).json()
  await page.goto(`${daqiao.address}/notices/calls`)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.notice-deeds:visible').count()).toBe(0)
  expect(await page.locator('.notice-row .notice-sign:visible').count()).toBe(items.length)
})
