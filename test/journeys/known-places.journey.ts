import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
let page: Page

beforeAll(async () => {
  daqiao = await startDaqiao()
  page = await daqiao.open('lujing')
})
afterAll(() => daqiao.stop())

/** Two invented reports that write one place alike, and otherwise than the county's register does. */
const report = (day: string) => `市总工会副主席苏曼赴天全调研职工服务工作

2026年${day}，市总工会副主席苏曼赴天全县调研职工服务工作。县总工会主席葛云峰陪同调研。
苏曼一行先后来到县货车司机之家、县体育馆，实地查看服务情况。
在县货车司机之家，苏曼强调，要在月底前公布开放时间。
`
const written = '县货车司机之家'
const registered = '凤翔社区货车司机之家'

async function read(day: string): Promise<string> {
  await page.goto(`${daqiao.address}/visits/new`)
  await page.getByRole('textbox', { name: '或者粘贴正文' }).fill(report(day))
  await page.getByRole('button', { name: '读入' }).click()
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { level: 3, name: written }).waitFor()
  return page.url()
}

const card = () => page.getByRole('group', { name: written, exact: true })

async function confirm(): Promise<void> {
  await page.getByRole('button', { name: '确认，转为督办' }).click()
  await page.getByRole('button', { name: '确认，生成 1 件督办' }).click()
  await page.getByText('已确认，1 条要求已转为督办。').waitFor()
}

test('a site is identified by keys alone, which suggests a name and changes nothing yet', async () => {
  await read('3月6日')
  await card().focus()
  await page.keyboard.press('c')
  const find = page.getByRole('searchbox', { name: '在本县阵地、单位里查找' })
  await find.fill('hcsj')
  await page.getByRole('radio', { name: registered }).check()
  await page.keyboard.press('Enter')
  await card().getByText('即本县阵地').waitFor()
  await card().getByText('（由人认定）').waitFor()
  // One deed back, one again.
  await page.keyboard.press('u')
  await expect.poll(() => card().getByText('即本县阵地').count()).toBe(0)
  await page.keyboard.press('r')
  await card().getByRole('link', { name: registered }).waitFor()
  await page.getByText('改动都已保存').waitFor()
  await confirm()
  await page.getByRole('link', { name: registered }).waitFor()
})

test('the name is found from the visits, accepted, taken back, and accepted again', async () => {
  await page.goto(`${daqiao.address}/visits`)
  await page.getByRole('link', { name: /个别名待定/ }).click()
  const name = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: written }) })
  await name.getByRole('link', { name: registered }).waitFor()
  const accept = name.getByRole('button', { name: `采用：“${written}”是${registered}的别名`, exact: true })
  await accept.click()
  await page.getByText(`已采用：“${written}”就是${registered}`).waitFor()
  await expect.poll(() => name.count()).toBe(0)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await accept.click()
  await expect.poll(() => name.count()).toBe(0)
  await page.getByRole('button', { name: '已采用' }).click()
  await name.getByText('卢静决定').waitFor()
})

test('the next report of the same words is linked by itself; the place lists both visits', async () => {
  await read('4月7日')
  await card().getByText('（按别名认出）').waitFor()
  await confirm()
  await page.getByRole('link', { name: registered }).click()
  await page.waitForURL(/places\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: '到过这里的调研（2）' }).waitFor()
  const visits = page.getByRole('link', { name: '市总工会副主席苏曼赴天全调研职工服务工作' })
  expect(await visits.count()).toBe(2)
  const [newest, earlier] = await page.locator('.came-here time').allTextContents()
  expect(newest).toMatch(/4 月 7 日/)
  expect(earlier).toMatch(/3 月 6 日/)
})

test('an organisation gets another name on its page, is found by it, and loses it again', async () => {
  const administrator = await daqiao.open('gaomingyuan', { width: 360 })
  await administrator.goto(`${daqiao.address}/organisations?q=民政局`)
  await administrator.getByRole('link', { name: '天全县民政局' }).click()
  await administrator.getByRole('button', { name: '增加别名' }).click()
  await administrator.getByRole('textbox', { name: '别名' }).fill('县妇联')
  await administrator.keyboard.press('Enter')
  await administrator.getByText('“县妇联”已经是天全县妇女联合会的名称或别名').waitFor()
  await administrator.getByRole('textbox', { name: '别名' }).fill('婚姻登记处主管局')
  await administrator.keyboard.press('Enter')
  const names = administrator.getByRole('list', { name: '也叫' })
  await names.getByText('婚姻登记处主管局').waitFor()
  await administrator.goto(`${daqiao.address}/organisations?q=hydjc`)
  await administrator.getByRole('link', { name: '天全县民政局' }).click()
  await administrator.getByRole('button', { name: '去掉别名“婚姻登记处主管局”' }).click()
  await administrator.getByText('已去掉别名“婚姻登记处主管局”').waitFor()
  await expect.poll(() => names.count()).toBe(0)
})
