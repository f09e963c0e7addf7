import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

const samples = join(import.meta.dirname, '../../samples/reports')
/** As an office has them: by month, the same one twice, a notice among them, a picture under a false ending. */
const reports: Record<string, string> = {
  '五月/01 工会.txt': 'union-2019-companions-first.txt',
  '五月/02 残联.html': 'disabled-2022-page.html',
  '五月/03 通知.txt': 'notice-not-a-visit.txt',
  '六月/10 妇联.txt': 'women-2018-web-page.txt',
  '六月/9 工会（转发）.txt': 'union-2019-companions-first.txt',
  '六月/11 党委.txt': 'party-2016-gb18030.txt',
}
/** Others, which only one test reads. */
const unread = ['league-2015-meeting-first.txt', 'union-2013-two-days.txt', 'union-2020-no-breaks.txt']
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let daqiao: Running
let folder: string

beforeAll(async () => {
  daqiao = await startDaqiao()
  folder = join(await mkdtemp(join(tmpdir(), 'daqiao-reports-')), '2025 报道')
  for (const month of ['五月', '六月']) await mkdir(join(folder, month), { recursive: true })
  for (const [path, sample] of Object.entries(reports)) await cp(join(samples, sample), join(folder, path))
  await writeFile(join(folder, '六月/12 扫描件.pdf'), picture)
  await writeFile(join(folder, '六月/合影.jpg'), picture)
  await writeFile(join(folder, '六月/.DS_Store'), 'x')
})
afterAll(async () => {
  await daqiao?.stop()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function openPage(device: Device = {}): Promise<Page> {
  const page = await daqiao.open('lujing', device)
  await page.goto(`${daqiao.address}/visits/new`)
  await page.locator('h1').waitFor()
  return page
}

const rows = (page: Page) => page.locator('.many-rows > li')
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })
const folderField = (page: Page) => page.getByLabel(/选择文件夹|Choose a folder/)

interface Sent {
  path: string
  key: string
}
/** Every command by which something is uploaded or read, with its id. */
function listen(page: Page): Sent[] {
  const sent: Sent[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'POST' || !['/api/files', '/api/visits'].includes(pathname)) return
    sent.push({ path: pathname, key: request.headers()['idempotency-key'] ?? '' })
  })
  return sent
}

async function draftsOf(page: Page): Promise<string[]> {
  const { items } = await (await page.request.get(`${daqiao.address}/api/visits?limit=200`)).json()
  return (items as { id: string }[]).map(({ id }) => id)
}

test('a folder becomes a queue, each report says what became of it, and none is read twice', async () => {
  const page = await openPage()
  const before = await draftsOf(page)
  const sent = listen(page)
  await folderField(page).setInputFiles(folder)

  await page.getByText('“合影.jpg”的类型不能用，没有添加。').waitFor()
  expect(await page.getByText('DS_Store').count(), 'what the system keeps for itself').toBe(0)
  const names = await page.locator('.many-name').allTextContents()
  const numbers = names.map((name) => Number.parseInt(name, 10))
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 9, 10, 11, 12]))
  expect(numbers.indexOf(9), 'numbers as people count them').toBeLessThan(numbers.indexOf(10))
  expect(sent, 'nothing is sent before it is asked for').toEqual([])

  await page.getByRole('button', { name: '开始读这 7 篇' }).press('Enter')
  await page.getByText('已读 7 / 7 篇').first().waitFor()
  await row(page, '12 扫描件').getByText('没有读成：这是一张图片').waitFor()
  await row(page, '03 通知').getByText('不像调研报道，像是：通知、公告一类的公文').waitFor()
  await row(page, '10 妇联')
    .getByText(/读出 \d+ 条要求/)
    .waitFor()
  const same = page.getByText('以前读过，没有重复保存')
  expect(await same.count()).toBe(1)
  await page.getByText('读完了：4 篇已整理，1 篇不像调研报道，1 篇以前读过，1 篇没有读成。').waitFor()

  expect((await draftsOf(page)).length - before.length).toBe(5)
  const keys = sent.filter(({ path }) => path === '/api/visits').map(({ key }) => key)
  // The picture is refused when it is read: a file of its kind may be uploaded elsewhere.
  expect([keys.length, new Set(keys).size]).toEqual([7, 7])

  await page.getByRole('group', { name: '只看' }).getByRole('button', { name: '1 篇没有读成' }).click()
  expect(await rows(page).count()).toBe(1)
  await page.getByRole('group', { name: '只看' }).getByRole('button', { name: '全部' }).click()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

test('read again, the desk and back, and the list of what waits', async () => {
  const page = await openPage()
  await folderField(page).setInputFiles(folder)
  await page.getByRole('button', { name: '开始读这 7 篇' }).click()
  await page.getByText('已读 7 / 7 篇').first().waitFor()
  const before = await draftsOf(page)
  expect(await page.getByText('以前读过，没有重复保存').count(), 'all were read by the test above').toBe(6)

  await page.getByRole('button', { name: '仍要再读一遍：01 工会.txt' }).click()
  const check = row(page, '01 工会').getByRole('link', { name: /^核对《/ })
  await check.click()
  await page.waitForURL(/\/visits\/[\da-f-]{36}$/)
  const visit = page.url().split('/').at(-1)
  expect((await draftsOf(page)).filter((id) => !before.includes(id))).toEqual([visit])

  await page.goBack()
  await row(page, '01 工会').waitFor()
  expect(await rows(page).count(), 'the queue waits for whoever comes back').toBe(7)
  await page.getByRole('link', { name: '看待确认的调研' }).click()
  await page.waitForURL(/\/visits\?state=draft$/)
})

test('a lost network and a lost answer: it goes on by itself, and nothing is read twice', async () => {
  const page = await openPage()
  const before = await draftsOf(page)
  await page.getByLabel('选择文件', { exact: true }).setInputFiles(unread.map((name) => join(samples, name)))
  let silent = true
  const heard: string[] = []
  await page.route('**/api/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (silent) return route.abort('internetdisconnected')
    if (pathname === '/api/visits' && route.request().method() === 'POST') {
      heard.push(route.request().headers()['idempotency-key'] ?? '')
      // The server reads it, and its answer is lost on the way: once.
      if (heard.length === 1) {
        expect((await route.fetch()).status()).toBe(200)
        return route.abort('connectionreset')
      }
    }
    return route.continue()
  })
  await page.getByRole('button', { name: `开始读这 ${unread.length} 篇` }).click()
  await page.getByText('连不上服务器，先停在这里').waitFor()
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type(), 'the window asks before it closes').toBe('beforeunload')
  await dialog.dismiss()

  // From here on nobody presses anything.
  silent = false
  await page.getByText(`已读 ${unread.length} / ${unread.length} 篇`).first().waitFor({ timeout: 30_000 })
  expect(heard[1], 'the same command once more').toBe(heard[0])
  expect(heard.length).toBe(unread.length + 1)
  expect(await page.locator('[data-state=read]').count()).toBe(unread.length)
  expect((await draftsOf(page)).length - before.length).toBe(unread.length)
})

test('a dropped folder of more than a hundred is taken whole; it stops when told, and goes on', async () => {
  const page = await openPage()
  const many = join(folder, '..', '一百二十篇')
  await mkdir(join(many, '里层'), { recursive: true })
  for (let at = 1; at <= 120; at += 1)
    await writeFile(join(many, `里层/${at}.txt`), `第 ${at} 份，只有一行。`)
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [many], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    // Far from the zone: on the heading of the page.
    await browser.send('Input.dispatchDragEvent', { type, x: 700, y: 130, data })
  }
  await page.getByRole('button', { name: '开始读这 120 篇' }).click()
  await page.locator('[data-state=read]').first().waitFor()
  await page.getByRole('button', { name: '停一下' }).press('Enter')
  await page.getByText('已停下。读好的都已保存').waitFor()
  const left = await page.locator('[data-state=waiting]').count()
  expect(left).toBeGreaterThan(0)
  const goOn = page.getByRole('button', { name: `接着读其余 ${left} 篇` })
  expect(await goOn.evaluate((button) => button === document.activeElement), 'the focus stays').toBe(true)
  await goOn.press('Enter')
  await page.getByText('已读 120 / 120 篇').first().waitFor({ timeout: 60_000 })
})

test('one file is read as ever: it leads to its desk', async () => {
  const page = await openPage()
  await page
    .getByLabel('选择文件', { exact: true })
    .setInputFiles(join(samples, 'red-cross-2021-recently.txt'))
  expect(await rows(page).count()).toBe(0)
  await page.getByRole('button', { name: '读入', exact: true }).click()
  await page.waitForURL(/\/visits\/[\da-f-]{36}$/)
})

test.each([
  ['a phone, in English', { width: 360, language: 'en' }],
  ['a phone in large type', { width: 360, elder: true }],
] as [string, Device][])('two hundred reports on %s', async (_, device) => {
  const page = await openPage(device)
  const files = Array.from({ length: 200 }, (_unused, at) => ({
    name: `${at + 1} 一份名字特别长的调研报道-转发自县级融媒体中心-定稿（最终版）.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`第 ${at + 1} 份只有一行，不是调研报道。`),
  }))
  await page.getByLabel(/^(选择文件|Choose files)$/).setInputFiles(files)
  await expect.poll(() => rows(page).count()).toBe(200)
  await page.getByRole('button', { name: /开始读|Read these/ }).click()
  await page
    .getByText(device.language === 'en' ? '200 of 200 read' : '已读 200 / 200 篇')
    .first()
    .waitFor({ timeout: 100_000 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, 'nothing is cut off at the side').toBeLessThanOrEqual(0)
})
