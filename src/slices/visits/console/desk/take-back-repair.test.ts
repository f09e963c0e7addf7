import { expect, test } from 'vitest'
import { readReport } from '../../reader/index.ts'
import { contentOf, inverseOf, itemOf } from '../../visit.ts'
import { contentAfter, toggleRepairs, undoneRepairs } from './take-back-repair.ts'

const original =
  '縣婦聯(lián)主席趙小滿到仁和鄉調研\n5月10日，縣婦聯(lián)主席趙小滿到仁和鄉調研，强調要辦好夜校。'
const report = readReport(original)
const content = contentOf(report)
const gloss = report.repairs.filter(({ before }) => before === '(lián)').slice(0, 1)

test('a repair that is taken back shows in the words that stand on it', () => {
  const changes = toggleRepairs(content, gloss, true)
  const next = contentAfter(report, content, changes)
  expect([...undoneRepairs(next)]).toEqual([gloss[0]?.id])
  expect(itemOf(next, 'title')?.text).toBe('县妇联(lián)主席赵小满到仁和乡调研')
  expect(contentAfter(report, next, inverseOf(changes))).toEqual(content)
})

test('taking back twice changes nothing', () => {
  const next = contentAfter(report, content, toggleRepairs(content, gloss, true))
  expect(toggleRepairs(next, gloss, true)).toEqual([])
  expect(toggleRepairs(next, gloss, false)).toHaveLength(1)
})

test('a damaged character has nothing to take back', () => {
  const flagged = [{ ...gloss[0]!, kind: 'broken-character' as const }]
  expect(toggleRepairs(content, flagged, true)).toEqual([])
})
