import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running

beforeAll(async () => {
  daqiao = await startDaqiao()
})

afterAll(() => daqiao.stop())

/** Opens an address as someone and collects what the browser complains of. */
async function openAs(login: string | null, path: string, device: Device = {}) {
  const page = await daqiao.open(login, device)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  await page.goto(daqiao.address + path)
  await page.locator('h1').waitFor()
  return { page, complaints }
}

async function faultsOf(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(passes.length, 'axe has looked').toBeGreaterThan(10)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(wide > 0 ? [`${wide} px are cut off at the side`] : []),
  ]
}

const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null)

const devices: [string, Device][] = [
  ['a wide window, in Chinese', { width: 1440 }],
  ['a phone, in English', { width: 360, language: 'en' }],
  ['a phone in elder mode', { width: 360, elder: true }],
  ['a wide window in elder mode, in English', { width: 1440, elder: true, language: 'en' }],
]

describe.each(devices)('on %s', (_, device) => {
  test.each(['/', '/figures', '/password', '/design', '/no-such-page'])(
    '%s is readable by everyone',
    async (path) => {
      const { page, complaints } = await openAs('lujing', path, device)
      expect(await faultsOf(page)).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

describe('by keyboard alone', () => {
  test('whoever is not signed in is brought back to the page that was meant', async () => {
    const { page } = await openAs(null, '/figures?period=year')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    const person = page.getByRole('button', { name: /杨晓兰/ })
    await person.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '数据' }).waitFor()
    expect(page.url().slice(daqiao.address.length)).toBe('/figures?period=year')
  })

  test('a wrong password is told in plain words, and what was typed stays', async () => {
    const { page } = await openAs(null, '/sign-in')
    await page.getByLabel('登录名').fill('yangxiaolan')
    await page.getByLabel('密码', { exact: true }).fill('not-the-password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('yangxiaolan')
  })

  test('the palette opens with /, finds a page by its pinyin, and Enter goes there', async () => {
    const { page } = await openAs('lujing', '/')
    await page.keyboard.press('/')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('shuju')
    await page.getByRole('option', { name: '数据' }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '数据' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-title')
  })

  test('j, k and x walk 100,000 rows, of which few stand in the document', async () => {
    const { page, complaints } = await openAs('lujing', '/design')
    await page.locator('[data-row="0"]').waitFor()
    for (const key of ['j', 'j', 'k', 'j', 'x']) await page.keyboard.press(key)
    expect(await focusedRow(page)).toBe('1')
    expect(await page.locator('[data-selected]').count()).toBe(1)
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('j')
      if (step % 49 === 0) await page.waitForTimeout(100)
    }
    await expect.poll(() => focusedRow(page).then(Number)).toBeGreaterThan(350)
    await expect.poll(() => page.locator('tr[data-row]').count()).toBeLessThan(250)
    expect(complaints).toEqual([])
  })

  test('an undo is offered, and z takes it', async () => {
    const { page } = await openAs('lujing', '/design')
    await page.getByRole('button', { name: '签收' }).first().click()
    await page.getByText('已签收').waitFor()
    await page.keyboard.press('z')
    await page.getByText('已撤销').waitFor()
  })

  test('a session that ends in the middle says so, and leads back to the same page', async () => {
    const { page } = await openAs('lujing', '/figures')
    await page.context().clearCookies()
    await page.getByRole('link', { name: '督办', exact: true }).click()
    await page.waitForURL(/\/sign-in\?then=%2Ffollowups/)
    await page.getByText('登录已过期，请重新登录。').waitFor()
    await page.getByRole('button', { name: /卢静/ }).click()
    await page.waitForURL(/\/followups$/)
  })

  test('signing out leaves nothing of the person on the page', async () => {
    const { page } = await openAs('lujing', '/')
    await page.getByRole('button', { name: /卢静/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { level: 1, name: '搭桥' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(await page.getByText('登录已过期').count()).toBe(0)
  })
})

test('when the server is out of reach the page says so, and says when it is back', async () => {
  const { page } = await openAs('lujing', '/')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '数据' }).click()
  await page.getByText('连不上服务器').waitFor()
  await page.context().setOffline(false)
  await page.getByText('连不上服务器').waitFor({ state: 'detached' })
})
