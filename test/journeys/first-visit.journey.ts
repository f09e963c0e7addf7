import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startDaqiao } from './daqiao.ts'

let daqiao: Running

beforeAll(async () => {
  daqiao = await startDaqiao()
})

afterAll(() => daqiao.stop())

/** Opens the door of a new Daqiao and collects what the browser complains of. */
async function openDoor(width: number): Promise<{ page: Page; complaints: string[] }> {
  const page = await daqiao.open(null, { width })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  await page.goto(daqiao.address)
  await page.getByRole('heading', { level: 1, name: '搭桥' }).waitFor()
  return { page, complaints }
}

test.each([360, 1280])(
  'the door of a new Daqiao is whole and readable by everyone, %i px wide',
  async (width) => {
    const { page, complaints } = await openDoor(width)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, 'nothing is cut off at the side').toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('the supervisor of the demo county comes in with one click', async () => {
  const { page, complaints } = await openDoor(1280)
  await page.getByRole('button', { name: /卢静/ }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.getByText('卢静').first().waitFor()
  expect(complaints).toEqual([])
})
