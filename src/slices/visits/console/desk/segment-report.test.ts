import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readReport } from '../../reader/index.ts'
import { contentOf } from '../../visit.ts'
import { groupRepairs } from './repair-groups.ts'
import { readingText } from './report.ts'
import { type Paragraph, segmentBeside, type SegmentInput, segmentReport } from './segment-report.ts'
import { takenMarks } from './taken-marks.ts'

const folder = new URL('../../../../../samples/reports/', import.meta.url)
const samples = readdirSync(folder).filter((name) => /\.(txt|html)$/.test(name))

function inputOf(original: string, undone: ReadonlySet<string> = new Set()): SegmentInput {
  const reading = readReport(original)
  return {
    report: reading,
    groups: groupRepairs(reading),
    undone,
    taken: takenMarks(contentOf(reading)),
  }
}

const textOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')
const bare = (text: string) => text.replace(/\s/g, '')

describe.each(samples)('%s', (name) => {
  const input = inputOf(readFileSync(new URL(name, folder), 'utf8'))

  test('reads, run by run, as the repaired text does', () => {
    const text = readingText(input.report, input.undone).text
    expect(bare(textOf(segmentReport(input, 'repaired')))).toBe(bare(text))
  })

  test('reads as the original where it is shown as found', () => {
    expect(bare(textOf(segmentReport(input, 'found')))).toBe(bare(input.report.original))
  })

  test('sets every paragraph as found beside its repaired one, and loses nothing', () => {
    const repaired = segmentReport(input, 'repaired')
    const beside = segmentBeside(input, repaired)
    expect(beside).toHaveLength(repaired.length)
    expect(bare(textOf(beside.filter((one) => one !== null)))).toBe(bare(input.report.original))
  })

  test('marks each taken stretch from its first to its last run', () => {
    const pieces = segmentReport(input, 'found').flatMap((one) => one.pieces)
    for (const mark of input.taken) {
      const covering = pieces.filter(({ keys }) => keys.split(' ').includes(mark.key))
      const words = bare(input.report.original.slice(mark.start, mark.end))
      const inside = covering.filter(({ start, end }) => start < mark.end && end > mark.start)
      expect(bare(inside.map(({ text }) => text).join(''))).toBe(words)
    }
  })

  test('opens every repair somewhere', () => {
    const marks = new Set(
      segmentReport(input, 'repaired').flatMap(({ pieces }) => pieces.map(({ mark }) => mark)),
    )
    const missing = input.groups.groups.filter(
      (group, at) => !marks.has(at) && group.some(({ before }) => before.trim()),
    )
    expect(missing).toEqual([])
  })
})

describe('one damaged line', () => {
  const original = '副縣(xiàn)長趙(zhào)小滿到仁和鄉調(diào)研'

  test('shows a repaired character as one run, whose deletion opens at it', () => {
    const [paragraph] = segmentReport(inputOf(original), 'repaired')
    const run = paragraph?.pieces.find(({ text }) => text === '县')
    expect(run?.state).toBe('repaired')
    const { groups } = inputOf(original)
    expect(groups.groups[run?.mark ?? -1]?.map(({ before }) => before)).toEqual(['縣', '(xiàn)'])
  })

  test('shows what was there where a repair is taken back', () => {
    const { report } = inputOf(original)
    const gloss = report.repairs.find(({ before }) => before === '(xiàn)')
    const [paragraph] = segmentReport(inputOf(original, new Set([gloss?.id ?? ''])), 'repaired')
    expect(textOf([paragraph!])).toBe('副县(xiàn)长赵小满到仁和乡调研')
    expect(paragraph?.pieces.find(({ text }) => text === '(xiàn)')?.state).toBe('undone')
  })

  test('keeps its look while nothing in it changes, so that it is not drawn again', () => {
    const once = segmentReport(inputOf(original), 'repaired')
    const again = segmentReport(inputOf(original), 'repaired')
    expect(again.map(({ signature }) => signature)).toEqual(once.map(({ signature }) => signature))
  })
})

test('names inside a sentence keep a line of their own', () => {
  const input = inputOf('县妇联主席赵小满到仁和乡调研')
  const taken = [
    { start: 0, end: 14, key: 'directive:d1', as: 'directive' as const },
    { start: 5, end: 8, key: 'lead', as: 'person' as const },
  ]
  const [paragraph] = segmentReport({ ...input, taken }, 'repaired')
  expect(
    paragraph?.pieces.map(({ text, name, sentence, nearest }) => ({ text, name, sentence, nearest })),
  ).toEqual([
    { text: '县妇联主席', name: null, sentence: 'directive', nearest: 'directive:d1' },
    { text: '赵小满', name: 'person', sentence: 'directive', nearest: 'lead' },
    { text: '到仁和乡调研', name: null, sentence: 'directive', nearest: 'directive:d1' },
  ])
})

test('20,000 characters with thousands of repairs are cut in an instant', () => {
  const line = '縣(xiàn)婦聯(lián)主席趙小滿強調(diào),要進(jìn)一步發(fā)揮陣地作用。'
  const input = inputOf(`赵小满到仁和乡调研\n${line.repeat(Math.ceil(20_000 / line.length))}`)
  expect(input.report.repairs.length).toBeGreaterThan(2000)
  const start = performance.now()
  segmentReport(input, 'repaired')
  expect(performance.now() - start).toBeLessThan(400)
})
