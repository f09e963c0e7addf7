import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Device, type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running
beforeAll(async () => {
  daqiao = await startDaqiao()
})
afterAll(() => daqiao.stop())

async function faultless(page: Page, step: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${step} ${id}: ${nodes[0]?.html}`)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${step} is cut off at the side`).toBeLessThanOrEqual(0)
}

const devices: [string, Device][] = [
  ['on a wide window', { width: 1440 }],
  ['on a phone in large type', { width: 360, elder: true }],
]

describe.each(devices)('%s', (_, device) => {
  test('a messy workbook is understood, tried, decided on, written and taken back', async () => {
    const page = await daqiao.open('yangxiaolan', device)
    await page.goto(`${daqiao.address}/imports`)
    await page.getByRole('button', { name: '导入表格' }).click()
    await page.locator('input[type=file]').setInputFiles('samples/spreadsheets/places-messy.xlsx')
    await faultless(page, 'upload')
    await page.getByRole('button', { name: '上传并识别' }).click()

    await page.getByText('B 列：阵地 名称*').waitFor()
    await page.getByText('表里有 1 行是隐藏的').waitFor()
    await faultless(page, 'layout')
    // By keyboard: the action has a name and takes Enter.
    await page.getByRole('button', { name: '预检' }).focus()
    await page.keyboard.press('Enter')

    await page.getByText('共 13 行，可导入 9 行，有错 4 行。').waitFor()
    await page.getByText('还有 1 行可能重复，请先选择怎么处理。').waitFor()
    await faultless(page, 'dry run')
    await page.getByRole('button', { name: /^有错 4$/ }).click()
    await page.getByText(/“12345678901234”不是能拨打的号码/).waitFor()
    await page.getByText(/这一格是公式，不会计算/).waitFor()
    await page.getByRole('button', { name: '全部跳过' }).click()
    await page.getByRole('button', { name: '导入 6 行' }).click()

    await page.getByText('新增 6，合并 0，没有导入 0。').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载原表，后附每行结果' }).click()
    expect((await download).suggestedFilename()).toBe('places-messy-导入结果.xlsx')
    // What the file says of scripts is text, on this page as on every other.
    await page.getByRole('button', { name: /^全部 13$/ }).click()
    await page.getByText('<script>alert(1)</script>').first().waitFor()
    await faultless(page, 'result')

    await page.getByRole('button', { name: '撤销整次导入' }).click()
    await page.getByRole('button', { name: '确认撤销' }).click()
    await page.getByText('已撤销 6 条，没有撤销 0 条。').waitFor()
    await page.goto(`${daqiao.address}/places?q=${encodeURIComponent('北城门户外劳动者驿站')}`)
    await page.getByText('北城门户外劳动者驿站').waitFor({ state: 'detached' })
  })
})
