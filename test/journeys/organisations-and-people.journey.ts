import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

async function openAs(login: string | null, path: string): Promise<Page> {
  const page = await daqiao.open(login)
  await page.goto(daqiao.address + path)
  await page.locator('h1').waitFor()
  return page
}

/** The name of the branch of the tree that has the focus. */
const branch = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('a')?.textContent)

const isFocused = (page: Page, label: string) =>
  page.getByLabel(label).evaluate((field) => field === document.activeElement)

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('the tree is walked by keyboard alone, and stands as it was on the way back', async () => {
  const page = await openAs('yangxiaolan', '/organisations')
  await page.getByText('始阳镇', { exact: true }).waitFor()
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  expect(await branch(page)).toBe('天全县')
  await press(page, 'End', 'Home', 'ArrowRight')
  expect(await branch(page)).toBe('天全县委办公室')
  while ((await branch(page)) !== '始阳镇') await press(page, 'ArrowDown')
  await press(page, 'ArrowRight')
  await page.getByText('始阳镇凤翔社区').waitFor()
  await press(page, 'ArrowRight', 'ArrowLeft')
  expect(await branch(page)).toBe('始阳镇')
  await press(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: '始阳镇' }).waitFor()
  // An officer looks after no organisation.
  expect(await page.getByRole('button', { name: '更改名称' }).count()).toBe(0)
  await page.goBack()
  await page.getByText('始阳镇凤翔社区').waitFor()
})

test('an organisation is added, renamed, renamed back and closed', async () => {
  const page = await openAs('gaomingyuan', '/organisations?q=syz')
  await page.getByRole('link', { name: '始阳镇', exact: true }).click()
  await page.getByRole('button', { name: '新增下级组织' }).click()
  await expect.poll(() => isFocused(page, '全称')).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('请填写全称。').waitFor()
  await page.getByLabel('全称').fill('始阳镇乐坝村')
  await page.getByLabel('简称').fill('乐坝村')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '始阳镇乐坝村' }).waitFor()
  // The next one can be typed at once.
  await expect.poll(() => isFocused(page, '全称')).toBe(true)
  await page.getByLabel('全称').fill('始阳镇乐坝村')
  await page.getByLabel('简称').fill('乐坝')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '已有名为“始阳镇乐坝村”的组织' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '始阳镇乐坝村' }).click()
  await page.getByRole('button', { name: '更改名称' }).click()
  await page.getByLabel('简称').fill('乐坝社区')
  await page.keyboard.press('Enter')
  await page.locator('dd', { hasText: /^乐坝社区$/ }).waitFor()
  await page.keyboard.press('z')
  await page.locator('dd', { hasText: /^乐坝村$/ }).waitFor()
  await page.getByRole('button', { name: '撤销组织' }).click()
  await page.getByLabel('原因').fill('并村')
  await page.getByRole('button', { name: '确认撤销' }).click()
  await page.getByRole('button', { name: '更改名称' }).waitFor({ state: 'detached' })
})

test('a new colleague gets a one-time password that is shown once, and must set an own one', async () => {
  const page = await openAs('gaomingyuan', '/people/new')
  await page.getByLabel('姓名').fill('文心怡')
  await page.getByLabel('登录名').fill('WenXinyi')
  await page.getByRole('radio', { name: /经办人/ }).check()
  await page.getByLabel('在哪个组织').click()
  await page.keyboard.type('hszh', { delay: 30 })
  await page.locator('.ant-select-item-option-active', { hasText: '天全县红十字会' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '新增并生成一次性密码' }).click()
  const password = (await page.locator('.told-once-password').textContent()) ?? ''
  expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  await page.getByRole('button', { name: '查看此人' }).click()
  await page.getByRole('heading', { level: 1, name: '文心怡' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: '天全县红十字会' }).waitFor()
  expect(await page.content()).not.toContain(password)

  const colleague = await openAs(null, '/sign-in')
  await colleague.getByLabel('登录名').fill('wenxinyi')
  await colleague.getByLabel('密码', { exact: true }).fill(password)
  await colleague.keyboard.press('Enter')
  await colleague.waitForURL('**/password')
  await colleague.goto(`${daqiao.address}/organisations`)
  await colleague.waitForURL('**/password')
  await colleague.getByLabel('现在的密码').fill(password)
  await colleague.getByLabel('新密码').fill('baihua-qingshan')
  await colleague.keyboard.press('Enter')
  await colleague.getByRole('heading', { level: 1, name: '今日' }).waitFor()
})

test('a role is granted and withdrawn, an account suspended and resumed, each to be undone', async () => {
  const page = await openAs('gaomingyuan', '/people?q=ty')
  await page.getByRole('link', { name: '唐悦' }).click()
  await page.getByRole('button', { name: '授予职责' }).click()
  await page.getByRole('radio', { name: /审计员/ }).check()
  await page.getByLabel('在哪个组织').click()
  await page.keyboard.type('天全县人力', { delay: 30 })
  await page.locator('.ant-select-item-option', { hasText: /^天全县人力资源和社会保障局 ?部门$/ }).click()
  await page.locator('form').getByRole('button', { name: '授予职责' }).click()
  const roles = page.locator('.held-roles > li')
  await expect.poll(() => roles.count()).toBe(2)
  await page.keyboard.press('z')
  await expect.poll(() => roles.count()).toBe(1)
  await page.getByRole('button', { name: /^收回天全县人力资源和社会保障局的经办人/ }).click()
  await page.getByText('还没有职责').waitFor()
  await page.keyboard.press('z')
  await expect.poll(() => roles.count()).toBe(1)
  await page.getByRole('button', { name: '停用账号' }).click()
  await page.getByLabel('原因').fill('借调')
  await page.locator('form').getByRole('button', { name: '停用账号' }).click()
  await page.getByRole('button', { name: '恢复账号' }).click()
  await page.getByRole('button', { name: '停用账号' }).waitFor()
})

test('the ledger tells who did what for whom, and pages', async () => {
  const page = await openAs('fengyinuo', '/ledger')
  const rows = page.locator('tr[data-row]')
  await rows.first().waitFor()
  const before = await rows.count()
  const readOn = async () => {
    await page.mouse.wheel(0, 20_000)
    return (await page.locator('table').textContent()) ?? ''
  }
  // The confirmation of a visit stands far down: page after page it is reached.
  await expect.poll(readOn, { timeout: 30_000 }).toContain('确认调研')
  expect(await rows.count()).toBeGreaterThan(before)
  const text = await readOn()
  for (const words of ['签收督办事项', '杨晓兰', '天全县总工会']) expect(text).toContain(words)
})
