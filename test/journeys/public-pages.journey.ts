import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

/** A browser as inside a chat app on a cheap telephone: without script where it is told so. */
async function open(options: { width: number; script?: boolean; language?: string }): Promise<Page> {
  const context = await daqiao.browser.newContext({
    viewport: { width: options.width, height: 780 },
    javaScriptEnabled: options.script ?? false,
    locale: options.language ?? 'zh-CN',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function firstPlace(page: Page, at = '/p'): Promise<string> {
  await page.goto(`${daqiao.address}${at}/places`)
  return (await page.locator('ul.rows a').first().getAttribute('href')) ?? ''
}

describe.each([360, 1440])('at %i px without script', (width) => {
  test('a resident finds a place, complains about it, gets a number, and reads the answer', async () => {
    const page = await open({ width })
    await page.goto(`${daqiao.address}/p/`)
    await page.getByRole('searchbox', { name: '输入要找的内容' }).fill('gongrenwenhuagong')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('link', { name: '天全县工人文化宫' }).click()
    await page.getByRole('heading', { level: 1, name: '天全县工人文化宫' }).waitFor()
    await page.getByText('轮椅坡道').waitFor()
    await page.getByRole('link', { name: '对这里有建议或投诉' }).click()

    // Nothing chosen: what is wrong is said above, and leads to its field.
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('alert').getByRole('link', { name: '请选一项：建议、投诉或咨询' }).click()
    await page.getByLabel('投诉', { exact: true }).check()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('请把事情说清楚').fill(`东门坡道被占了（${width}）。`)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('电话（可不填）').fill('1380000')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('电话号码不对').first().waitFor()
    await page.getByLabel('电话（可不填）').fill('+853 6612 3456')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '请核对后提交' }).waitFor()
    await page.getByText('天全县工人文化宫').first().waitFor()
    // The way back is the browser's own, and nothing is sent twice by it.
    await page.goBack()
    await page.getByLabel('电话（可不填）').waitFor()
    await page.goForward()
    await page.getByRole('button', { name: '提交' }).click()
    const number = (await page.locator('#number').textContent()) ?? ''
    expect(number).toMatch(/^\d{4} \d{4} \d{4}$/)

    const supervisor = await daqiao.open('lujing')
    await supervisor.goto(`${daqiao.address}/requests?q=${encodeURIComponent(number)}`)
    await supervisor.getByRole('link', { name: /东门坡道被占了/ }).click()
    await supervisor.getByRole('button', { name: '交办', exact: true }).click()
    await supervisor.getByLabel('承办单位').click()
    await supervisor.keyboard.type('县总工会', { delay: 30 })
    await supervisor.locator('.ant-select-item-option', { hasText: '天全县总工会' }).first().click()
    await supervisor.locator('form').getByRole('button', { name: '交办' }).click()
    await supervisor.getByText('已交办，同时立了督办。').waitFor()
    await supervisor
      .getByRole('link', { name: /督办 \d{4}-\d{4}|\d{4}-\d{4}/ })
      .first()
      .waitFor()

    const officer = await daqiao.open('yangxiaolan', { width: width < 500 ? 360 : 1440 })
    await officer.goto(supervisor.url())
    await officer.getByRole('button', { name: '查看联系方式' }).click()
    await officer.getByRole('link', { name: '+853 6612 3456' }).waitFor()
    await officer.getByRole('button', { name: '答复', exact: true }).click()
    await officer.getByLabel('答复', { exact: true }).fill('已请摊主移走，坡道已恢复通行。')
    await officer.locator('form').getByRole('button', { name: '答复' }).click()
    await officer.getByText('已答复，诉求人查询时就能看到。').waitFor()

    const later = await open({ width })
    await later.goto(`${daqiao.address}/p/follow`)
    await later.getByLabel('编号（12 位数字）').fill(number.replaceAll(' ', ''))
    await later.getByLabel('电话或查询码').fill('853 66123456')
    await later.getByRole('button', { name: '查询' }).click()
    await later.getByText('已请摊主移走，坡道已恢复通行。').waitFor()
    await later.getByText(/工作人员查看了您的联系方式/).waitFor()
  })

  test('one tap makes the text large, and it stays so on the next page', async () => {
    const page = await open({ width })
    await page.goto(`${daqiao.address}/p/places`)
    await page.getByRole('button', { name: '大字版' }).click()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Standard text' }).waitFor()
    const box = await page.getByRole('button', { name: 'Show' }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(60)
  })

  test('my page opens with the code, which the demo shows on the console', async () => {
    const page = await open({ width })
    await page.goto(`${daqiao.address}/p/me`)
    await page.getByLabel('手机号码').fill(width < 500 ? '138 0000 1001' : '139 0000 1002')
    await page.getByRole('button', { name: '发送验证码' }).click()
    const supervisor = await daqiao.open('lujing')
    await supervisor.goto(`${daqiao.address}/requests`)
    const shown = await supervisor
      .getByText(width < 500 ? /138 0000 1001：\d{6}/ : /139 0000 1002：\d{6}/)
      .textContent()
    await page.getByLabel('6 位验证码').fill(/：(\d{6})/.exec(shown ?? '')?.[1] ?? '')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('heading', { name: '我提交的事项' }).waitFor()
    await page.locator('ul.rows a').first().click()
    await page.getByRole('heading', { level: 1, name: /^诉求 \d{4} \d{4} \d{4}$/ }).waitFor()
  })
})

const devices: [string, { width: number; elder?: boolean; at: string }][] = [
  ['a phone, in Chinese', { width: 360, at: '/p' }],
  ['a wide window, in English', { width: 1440, at: '/p/en' }],
  ['a phone in large type', { width: 360, elder: true, at: '/p' }],
  ['the screen in the hall', { width: 1080, at: '/p/hall' }],
]

test.each(devices)(
  'on %s no public page has a finding of axe or is cut off',
  async (_, { width, elder, at }) => {
    const context = await daqiao.browser.newContext({ viewport: { width, height: 900 } })
    if (elder) await context.addCookies([{ name: 'daqiao_elder', value: '1', url: daqiao.address }])
    const page = await context.newPage()
    const place = await firstPlace(page, at)
    const faults: string[] = []
    const look = async (what: string) => {
      const { violations, passes } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(passes.length, 'axe has looked').toBeGreaterThan(10)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) faults.push(`${what}: ${wide} px are cut off at the side`)
      for (const { id, nodes } of violations)
        faults.push(`${what}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
    for (const path of [
      `${at}/`,
      `${at}/places`,
      place,
      `${at}/services`,
      `${at}/search?q=驿站`,
      `${at}/follow`,
      `${at}/me`,
      `${at}/nothing`,
    ]) {
      await page.goto(daqiao.address + path)
      await look(path)
    }
    await page.goto(`${daqiao.address}${at}/services`)
    const service = page.locator('ul.rows a').first()
    if ((await service.count()) > 0) {
      await service.click()
      await look('a service')
    }
    await page.goto(`${daqiao.address}${at}/tell`)
    const go = () => page.locator('main form .button').last().click()
    await look('step 1')
    await go()
    await look('step 1, with a fault')
    await page.locator('#kind').check()
    await go()
    await look('step 2')
    await page.locator('#text').fill('一件事\n两行')
    await go()
    await look('step 3')
    await go()
    await look('check your answers')
    await go()
    await page.locator('#number').waitFor()
    await look('the number')
    await page.locator('main a').last().click()
    await look('the page that follows it')
    expect(faults).toEqual([])
  },
)

test('in the hall nobody for a while leads back to the start, and what was typed is gone', async () => {
  const page = await open({ width: 1080, script: true })
  await page.clock.install()
  await page.goto(`${daqiao.address}/p/hall/tell`)
  await page.getByLabel('投诉', { exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('请把事情说清楚').fill('没有写完的话')
  await page.clock.runFor(80_000)
  expect(await page.getByRole('alertdialog').isVisible()).toBe(false)
  await page.clock.runFor(15_000)
  await page.getByRole('alertdialog').waitFor()
  await page.getByRole('button', { name: '继续看' }).click()
  expect(await page.getByRole('alertdialog').isVisible()).toBe(false)
  await page.clock.runFor(115_000)
  await page.waitForURL('**/p/hall/')
  await page.goto(`${daqiao.address}/p/hall/tell/text`)
  await page.waitForURL('**/p/hall/tell?lost=1')
})

test('on paper stand the words, and nothing that is to be clicked', async () => {
  const page = await open({ width: 794 })
  const place = await firstPlace(page)
  await page.goto(daqiao.address + place)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header.top').isVisible()).toBe(false)
  expect(await page.getByRole('link', { name: '对这里有建议或投诉' }).isVisible()).toBe(false)
  expect(await page.locator('dl.summary').first().isVisible()).toBe(true)
})
