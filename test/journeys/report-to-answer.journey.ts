import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/records/new-id.ts'
import { type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
let supervisor: Page
let officer: Page
let followup = ''

beforeAll(async () => {
  daqiao = await startDaqiao()
  supervisor = await daqiao.open('lujing')
  officer = await daqiao.open('yangxiaolan')
})
afterAll(() => daqiao.stop())

/** Invented; damaged as mirrors do it: Traditional characters with pinyin behind them, half-width commas. */
const report = `市總(zǒng)工會(huì)副主席蘇曼赴天全調(diào)研職工服務(wù)工作

3月6日,市總(zǒng)工會(huì)副主席蘇曼赴天全縣調(diào)研職工服務(wù)工作。縣總(zǒng)工會(huì)主席葛雲峰陪同調(diào)研。
蘇曼一行先後來到縣群團(tuán)綜合服務(wù)中心、始陽鎮(zhèn)鳳翔社區(qū),實(shí)地查看陣地建設(shè)情況。
在縣群團(tuán)綜合服務(wù)中心,她要求,要在月底前公布窗口開放時(shí)間。她希望中心辦好暑期托管班。
`

test('a damaged report goes in; its year is asked for; a person confirms; follow-ups come out', async () => {
  const page = supervisor
  await page.goto(`${daqiao.address}/visits/new`)
  await page.getByRole('textbox', { name: '或者粘贴正文' }).fill(report)
  await page.getByRole('button', { name: '读入' }).click()
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: '报道只写了“3月6日”，是哪一年？' }).waitFor()
  await page.getByRole('group', { name: '带队 苏曼' }).waitFor()
  await page.getByRole('group', { name: '同行人 葛云峰' }).waitFor()
  await page.getByRole('heading', { level: 3, name: '县群团综合服务中心' }).waitFor()
  await page.getByRole('textbox', { name: '年份' }).fill('2026')
  await page.getByRole('button', { name: '填好了' }).click()
  await page.getByRole('button', { name: '确认，转为督办' }).click()
  await page.getByRole('button', { name: '确认，生成 2 件督办' }).click()
  await page.getByText('已确认，2 条要求已转为督办。').waitFor()
})

test('a word of the text and its card light up together, both ways', async () => {
  const page = await daqiao.open('lujing')
  await page.goto(`${daqiao.address}/visits/new`)
  await page.getByRole('textbox', { name: '或者粘贴正文' }).fill(report.replace('3月6日', '2026年4月7日'))
  await page.getByRole('button', { name: '读入' }).click()
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/)
  const card = page.getByRole('group', { name: '第 1 条要求' })
  await card.waitFor()
  const lit = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-lit], .is-lit')].map((one) => one.textContent ?? '').join('|'),
    )
  const before = await lit()
  await card.hover()
  await expect.poll(lit).not.toBe(before)
})

test('a pasted report outlives a reload, and a session that ended', async () => {
  const page = await daqiao.open('lujing')
  await page.goto(`${daqiao.address}/visits/new`)
  const field = page.getByRole('textbox', { name: '或者粘贴正文' })
  await field.fill(report)
  await page.request.delete(`${daqiao.address}/api/session`, { headers: { 'idempotency-key': newId() } })
  await page.getByRole('button', { name: '读入' }).click()
  await page.getByRole('button', { name: /卢静/ }).click()
  await field.waitFor()
  expect(await field.inputValue()).toBe(report)
})

test('the same report is recognised and the earlier visit offered', async () => {
  const page = await daqiao.open('lujing')
  await page.goto(`${daqiao.address}/visits/new`)
  await page.getByRole('textbox', { name: '或者粘贴正文' }).fill(report.replaceAll(',', '，'))
  await page.getByRole('button', { name: '读入' }).click()
  await page.getByText('这篇报道已经读入过').waitFor()
  await page.getByRole('link', { name: '打开已有的记录' }).waitFor()
})

test('a follow-up is found by initials, handed out with a due day, and signed for', async () => {
  const page = supervisor
  await page.goto(`${daqiao.address}/followups`)
  await page.getByRole('searchbox').fill('gbck sm')
  await page.getByText(/^共 [12] /).waitFor()
  const row = page.getByRole('row').filter({ hasText: '要在月底前公布窗口开放时间' })
  await row.getByRole('link').first().click()
  await page.waitForURL(/followups\/[0-9a-f-]{36}$/)
  followup = page.url()
  await page.getByRole('button', { name: '交办' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '牵头单位' }).fill('xzgh')
  await dialog.getByRole('option', { name: '天全县总工会' }).click()
  await dialog.getByRole('button', { name: '10 个工作日' }).click()
  await dialog.getByRole('button', { name: '交办' }).click()
  await page.getByRole('heading', { name: '等待天全县总工会签收' }).waitFor()
  await officer.goto(followup)
  await officer.getByRole('button', { name: '签收' }).first().click()
  await officer.getByRole('heading', { name: '请您报进展' }).waitFor()
})

async function askToClose(text: string) {
  await officer.goto(followup)
  await officer.getByRole('heading', { level: 2 }).first().waitFor()
  const direct = officer.getByRole('button', { name: '申请办结' })
  if (
    !(await direct
      .first()
      .isVisible()
      .catch(() => false))
  ) {
    await officer.getByRole('button', { name: '其他操作' }).click()
  }
  await officer.getByText('申请办结', { exact: true }).first().click()
  await officer.getByRole('textbox').last().fill(text)
  await officer.getByRole('button', { name: '申请办结' }).last().click()
  await officer.getByRole('heading', { name: /等待.*审核|等待督办/ }).waitFor()
}

test('progress is one short text; somebody else returns it with a reason, then closes it', async () => {
  await officer.getByRole('button', { name: '报进展' }).first().click()
  await officer.getByRole('textbox').last().fill('四个窗口的开放时间已贴在门口，正在核对公众号上的时间。')
  await officer.getByRole('button', { name: '报进展' }).last().click()
  await officer.getByText('正在核对公众号上的时间').first().waitFor()
  await askToClose('开放时间已在门口和公众号公布。')
  await supervisor.goto(followup)
  await supervisor.getByRole('button', { name: '审核办结' }).first().click()
  const dialog = supervisor.getByRole('dialog')
  await dialog.getByText('开放时间已在门口和公众号公布。').first().waitFor()
  await dialog.getByText(/^退回/).first().click()
  await dialog.getByRole('textbox').last().fill('周末时间没有写，请补上。')
  await dialog.getByRole('button', { name: /退回/ }).last().click()
  await supervisor.getByText('周末时间没有写，请补上。').first().waitFor()
  await askToClose('周末时间已补上。')
  await supervisor.goto(followup)
  await supervisor.getByRole('button', { name: '审核办结' }).first().click()
  await supervisor
    .getByRole('dialog')
    .getByText(/^(同意办结|办结)/)
    .first()
    .click()
  await supervisor.getByRole('dialog').getByRole('button', { name: /办结/ }).last().click()
  const story = supervisor.getByRole('list', { name: '经过' })
  await expect
    .poll(
      async () =>
        (await story.innerText()).match(/立项|交办|签收|报告进展|申请办结|退回|审核办结/g)?.length ?? 0,
    )
    .toBeGreaterThanOrEqual(8)
})
