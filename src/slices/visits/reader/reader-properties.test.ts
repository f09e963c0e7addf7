import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reading, Span } from '../reading.ts'
import { decodeText, readReport, repairedSlice } from './index.ts'

const FOLDER = new URL('../../../../samples/reports/', import.meta.url)
const EXTRA = process.env.DAQIAO_EXTRA_REPORT

const reports = readdirSync(FOLDER)
  .filter((name) => /\.(txt|html)$/.test(name))
  .map((name) => ({ name, text: decodeText(readFileSync(new URL(name, FOLDER))).text }))
if (EXTRA) reports.push({ name: 'extra', text: decodeText(readFileSync(EXTRA)).text })

/** Everything in a reading that claims to stand at a place in the original. */
function claims(reading: Reading): { words: string; spans: Span[]; at: string }[] {
  const people = [...(reading.lead ? [reading.lead] : []), ...reading.companions]
  const places = [...reading.sites, ...(reading.meeting ? [reading.meeting] : [])]
  return [
    ...(reading.title ? [{ words: reading.title.text, spans: reading.title.spans, at: 'title' }] : []),
    ...people.flatMap((person) => [
      ...person.spans.map((span) => ({ words: person.name, spans: [span], at: person.name })),
      ...person.titles.map((title, i) => ({
        words: title,
        spans: person.titleSpans[i]!,
        at: `${person.name} ${title}`,
      })),
    ]),
    ...reading.groups.map((group) => ({ words: group.text, spans: group.spans, at: 'group' })),
    ...places.flatMap((place) =>
      [...place.seen, ...place.praised].map((remark) => ({
        words: remark.text,
        spans: remark.spans,
        at: place.name,
      })),
    ),
    ...places.map((place) => ({ words: place.name, spans: place.spans.slice(0, 1), at: place.name })),
    ...reading.directives.flatMap((one) => [
      { words: one.text, spans: one.spans, at: one.id },
      ...(one.subject === null
        ? []
        : [{ words: one.subject, spans: one.subjectSpans, at: `${one.id} subject` }]),
      ...(one.theme === null ? [] : [{ words: one.theme, spans: one.themeSpans, at: `${one.id} theme` }]),
    ]),
  ]
}

function expectTrueClaims(text: string): void {
  const reading = readReport(text)
  for (const { words, spans, at } of claims(reading)) {
    expect(repairedSlice(reading, spans), at).toBe(words)
  }
  for (const repair of reading.repairs) {
    expect(reading.original.slice(repair.span.start, repair.span.end)).toBe(repair.before)
  }
  expect(repairedSlice(reading, [{ start: 0, end: text.length }])).toBe(reading.repaired)
}

function expectSettled(text: string): void {
  const { repaired } = readReport(text)
  const again = readReport(repaired)
  expect(again.repaired).toBe(repaired)
  expect(again.repairs.filter((repair) => repair.before !== repair.after)).toEqual([])
}

/** A generator with a fixed seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const FRAGMENTS =
  '市委常委、|县总工会主席|李晓梅|一行|赴|天全县|調(diào)研|。|，|,,|、|；|：|(旅游)|（|）|“|”|要|希望|强调|在|座谈会上，|5月10日|2024年|来到|仁义镇红军村|有限公司|<p>|</p>|<br/>|<script>|&nbsp;|&amp;amp;ldquo;|\\r\\n|\n|\n\n|　　|著力|陪同调研|县领导|一是|二要|?|\ufffd|長(zhǎng)|(a)|·|一二三|abc|12,000|\ud842|𠮷|责任编辑：|发布时间：2024-05-12|((|??h|!笆サ|？|!|[a](/b)|![](|**|.a{b:c}|图为现场|▲|首页 > 正文|/p>|​|ÌìÈ«ÏØ×Ü|\\n|@|来源：'.split(
    '|',
  )

/** Milliseconds of the processor, since the clock on the wall also counts what other programs do. */
function costOf(text: string): number {
  const before = process.cpuUsage()
  readReport(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function scramble(seed: number, length: number): string {
  const next = random(seed)
  let text = ''
  for (let i = 0; i < length; i++) text += FRAGMENTS[Math.floor(next() * FRAGMENTS.length)]
  return text
}

describe('offsets', () => {
  test.each(reports)('point at the words that they claim in $name', ({ text }) => expectTrueClaims(text))

  test('point at the words that they claim in scrambled text', () => {
    for (let seed = 1; seed <= 300; seed++) expectTrueClaims(scramble(seed, 5 + (seed % 120)))
  })
})

describe('a repaired text', () => {
  test.each(reports)('is left alone when it is read again: $name', ({ text }) => expectSettled(text))

  test('keeps what a person undid, and only that', () => {
    for (const { text } of reports.filter((report) => readReport(report.text).repairs.length > 3)) {
      const first = readReport(text)
      const undone = new Set([first.repairs[1]!.id, first.repairs.at(-1)!.id])
      const second = readReport(text, { keep: undone })
      expect(second.repairs).toEqual(first.repairs)
      expect(repairedSlice(first, [{ start: 0, end: text.length }], undone)).toBe(second.repaired)
    }
  })
})

describe('any string', () => {
  test('is read without an error', () => {
    for (let seed = 1000; seed < 1300; seed++)
      expect(() => readReport(scramble(seed, seed % 200))).not.toThrow()
    for (const text of [
      '',
      ' ',
      '\n',
      '。',
      '要',
      '在',
      '(',
      '\ud800',
      '\udc00',
      '\ufffd'.repeat(50),
      '<',
      '<p',
      '&#',
      '\\u',
    ]) {
      expect(() => readReport(text)).not.toThrow()
    }
  })

  const LONG = 160_000
  const SHORT = 20_000
  const monotonous = [
    '一',
    '要',
    '(',
    '（',
    '、',
    '，',
    '。',
    '<',
    '<p>',
    '&',
    '“',
    ' ',
    '\n',
    '?',
    '1',
    'a',
    '在',
    '李',
    '主席',
    '長(zhǎng)',
    '县',
    '；',
    '\\',
    '\ufffd',
    '村、',
    '要求',
    '主席李',
    '，，',
    '来到村、',
    '会上，',
    '陪同',
    '<b><script>',
    '《',
    '5月10日',
    '対應',
    '；要',
    '要，',
    '在村，要。',
    '李主席、',
    '副主席李明，',
    '来到A村，',
    '提出要求：',
    '（一）',
    '?h',
    '!要',
    '?Ｋ',
    '![](',
    '[a](',
    '**要',
    '.a{',
    '图为',
    '▲\n',
    '首页>',
    '来源：',
    '一，\n',
    '<!--',
    '&amp;',
    '長(a,',
    'é',
  ]
  test.each(monotonous)('is read in linear time: %j again and again', (unit) => {
    const short = unit.repeat(Math.ceil(SHORT / unit.length))
    const cost = costOf(short)
    expect(cost).toBeLessThan(2000)
    expect(costOf(unit.repeat(Math.ceil(LONG / unit.length)))).toBeLessThan(Math.max(cost, 100) * 24)
  })

  test('is read in linear time: a hundred reports in one text, with all their places and people', () => {
    const worked = new URL('worked/', FOLDER)
    const some = readdirSync(worked)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, worked), 'utf8'))
      .join('\n')
      .slice(0, 40_000)
    const cost = costOf(some)
    expect(costOf(some.repeat(8))).toBeLessThan(Math.max(cost, 100) * 20)
  })

  test.each(['一', '，', '('])('is read whole at ten million units of %j', (unit) => {
    expect(readReport(unit.repeat(10_000_000 / unit.length)).kind).not.toBe('visit')
  })
})
