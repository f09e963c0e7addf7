import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

async function openAs(login: string, path: string, device?: Device): Promise<Page> {
  const page = await daqiao.open(login, device)
  await page.goto(daqiao.address + path)
  await page.locator('h1').waitFor()
  return page
}

/** The name of the branch of the tree that has the focus. */
const branch = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('a')?.textContent)

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Opens a list of choices, types a few letters and takes the one that is wanted. */
async function choose(page: Page, label: string, typed: string, wanted: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click()
  await page.keyboard.type(typed, { delay: 30 })
  await page.locator('.ant-select-item-option', { hasText: wanted }).first().click()
}

test('the tree is walked by keyboard alone, and stands as it was on the way back', async () => {
  const page = await openAs('lujing', '/places')
  await page.getByText('天全县群团综合服务中心', { exact: true }).first().waitFor()
  await page.getByText(/^开放 \d+ 处，已关闭 1 处$/).waitFor()
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  await press(page, 'Home')
  while ((await branch(page)) !== '天全县群团综合服务中心') await press(page, 'ArrowDown')
  await press(page, 'ArrowRight')
  await page.getByText('天全县职工服务中心').waitFor()
  await press(page, 'ArrowRight', 'ArrowLeft', 'Enter')
  await page.getByRole('heading', { level: 1, name: '天全县群团综合服务中心' }).waitFor()
  // A supervisor says how places are called, and keeps none.
  await page.getByRole('button', { name: '增加别名' }).waitFor()
  expect(await page.getByRole('button', { name: '更正信息' }).count()).toBe(0)
  await page.goBack()
  await page.getByText('天全县职工服务中心').waitFor()
})

test('a place is found by another name, by pinyin, and by filters that stand in the address', async () => {
  const page = await openAs('yangxiaolan', '/places')
  const rows = page.locator('tr[data-row]')
  const search = page.getByRole('searchbox', { name: '按名称、拼音、地址查找' })
  await search.fill('sjyz')
  await page.getByRole('link', { name: /凤翔社区货车司机之家/ }).waitFor()
  await page.getByText('又称 司机驿站').waitFor()
  await search.fill('')
  await page.getByRole('tree').waitFor()
  await page.getByLabel('乡镇').selectOption('511825101')
  await page.getByLabel('管理单位').selectOption('mine')
  await expect.poll(() => rows.count()).toBe(2)
  expect(new URL(page.url()).search).toContain('area=511825101')
  await page.reload()
  await expect.poll(() => rows.count()).toBe(2)
  await page.getByRole('button', { name: '去掉全部条件' }).click()
  await page.getByRole('tree').waitFor()
  await page.getByLabel('开放或关闭').selectOption({ label: '已关闭的' })
  await page.getByRole('link', { name: '天全县救灾帐篷周转库' }).waitFor()
  await expect.poll(() => rows.count()).toBe(1)
})

test('an officer registers a place, corrects it, takes that back, names, moves, closes and reopens it', async () => {
  const page = await openAs('yangxiaolan', '/places')
  await page.getByRole('button', { name: '登记阵地' }).click()
  await page.getByRole('heading', { level: 1, name: '登记阵地' }).waitFor()
  await page.getByLabel('名称', { exact: true }).fill('天全县工人文化宫职工书屋')
  await choose(page, '类别', '驿站', '户外劳动者驿站')
  await choose(page, '村或社区（可不填）', '凤翔', '始阳镇 凤翔社区')
  await page.getByLabel('电话（可不填）').fill('7000200')
  await page.getByRole('checkbox', { name: '轮椅坡道' }).check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(/^电话不对。/).waitFor()
  await page.getByLabel('电话（可不填）').fill('（0835）7000200 转 6')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '已有名为“天全县工人文化宫职工书屋”的阵地' }).waitFor()
  await page.getByLabel('名称', { exact: true }).fill('凤翔社区快递员驿站')
  await page.getByRole('button', { name: '登记', exact: true }).click()

  await page.getByRole('heading', { level: 1, name: '凤翔社区快递员驿站' }).waitFor()
  await page.getByRole('link', { name: '天全县总工会' }).waitFor()
  expect(await page.getByRole('link', { name: '拨打 0835-7000200-6' }).getAttribute('href')).toBe(
    'tel:08357000200,6',
  )
  await page.getByRole('button', { name: '更正信息' }).click()
  await page.getByLabel('名称', { exact: true }).fill('凤翔社区骑手驿站')
  await page.getByText('旧名称继续作为别名').waitFor()
  await page.getByLabel('地址（可不填）').fill('凤翔路 20 号')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name: '凤翔社区骑手驿站' }).waitFor()
  await page.locator('.place-names', { hasText: '凤翔社区快递员驿站' }).waitFor()
  await page.locator('.changes', { hasText: '凤翔社区快递员驿站 → 凤翔社区骑手驿站' }).waitFor()
  await page.keyboard.press('z')
  await page.getByRole('heading', { level: 1, name: '凤翔社区快递员驿站' }).waitFor()

  await page.getByRole('button', { name: '增加别名' }).click()
  await page.getByLabel('别名', { exact: true }).fill('司机驿站')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '“司机驿站”已经指“凤翔社区货车司机之家”' }).waitFor()
  await page.getByLabel('别名', { exact: true }).fill('快递小哥之家')
  await page.keyboard.press('Enter')
  await page.locator('.place-names', { hasText: '快递小哥之家' }).waitFor()
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '删去别名：快递小哥之家' }).click()
  await page.locator('.place-names').waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await page.locator('.place-names', { hasText: '快递小哥之家' }).waitFor()

  await page.getByRole('button', { name: '调整归属' }).click()
  await choose(page, '放在哪处阵地下面', 'fxsq', '始阳镇凤翔社区')
  await page.getByRole('button', { name: '移到这里' }).click()
  await page.getByRole('navigation', { name: '所在位置' }).getByText('始阳镇凤翔社区').waitFor()
  await page.getByRole('button', { name: '关闭阵地' }).click()
  await page.getByLabel('关闭原因').fill('租约到期')
  await page.getByRole('button', { name: '确认关闭' }).click()
  await page.getByText('原因：租约到期').waitFor()
  await page.getByRole('button', { name: '恢复阵地' }).click()
  await page.getByRole('button', { name: '更正信息' }).waitFor()
})

test('what somebody else changed meanwhile is told, and stays unless it is sent again', async () => {
  const hers = await openAs('yangxiaolan', '/places?q=汽车站')
  await hers.getByRole('link', { name: /县城汽车站户外劳动者驿站/ }).click()
  await hers.getByRole('button', { name: '更正信息' }).click()
  const address = new URL(hers.url())
  const his = await openAs('gaomingyuan', `${address.pathname}?form=change`)
  await his.getByLabel('地址（可不填）').fill('龙湾路 1 号')
  await his.getByRole('button', { name: '保存' }).click()
  await his.locator('dd', { hasText: '龙湾路 1 号' }).first().waitFor()
  await hers.getByLabel('地址（可不填）').fill('龙湾路 3 号')
  await hers.getByLabel('备注（可不填）').fill('全天开放。')
  await hers.getByRole('button', { name: '保存' }).click()
  await hers.getByRole('alert').filter({ hasText: '地址：龙湾路 1 号（高明远）' }).waitFor()
  await hers.getByRole('button', { name: '保存' }).click()
  await hers.locator('.place-facts dd', { hasText: '龙湾路 3 号' }).waitFor()
  await hers.locator('.changes', { hasText: '龙湾路 1 号 → 龙湾路 3 号' }).waitFor()
})

test('a place that holds others says which before it closes, in the language of who reads', async () => {
  const page = await openAs('gaomingyuan', '/places?q=团结村', { width: 360, language: 'en' })
  await page.getByRole('link', { name: /^思经镇团结村/ }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('2 open places stand below it: close or move them first.').waitFor()
  await page.getByLabel('Why it closes').fill('撤并')
  await page.getByRole('button', { name: 'Close it' }).click()
  const refused = page.getByRole('alert').filter({ hasText: '2 open places stand below' })
  await refused.waitFor()
  expect(await refused.textContent()).toContain('团结村竹编工坊')
})

test.each<[string, Device]>([
  ['a wide window, in English', { language: 'en' }],
  ['a phone in large type', { width: 360, elder: true }],
])('the forms of a place have no finding of axe and are not cut off on %s', async (_, device) => {
  const page = await openAs('gaomingyuan', '/places', device)
  const { items } = await (await page.request.get(`${daqiao.address}/api/places?q=gongrenwenhuagong`)).json()
  const place = items[0].id
  for (const address of ['?form=change', '?form=name', '?form=move', '?form=close'].map(
    (form) => `/places/${place}${form}`,
  )) {
    await page.goto(daqiao.address + address)
    await page.locator('form').waitFor()
    const { violations, passes } = await new AxeBuilder({ page }).analyze()
    expect(passes.length, 'axe has looked').toBeGreaterThan(10)
    expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide, address).toBeLessThanOrEqual(0)
  }
})
