import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reading, Repair } from '../reading.ts'
import { ENCODINGS, encodeReport } from './damage-bytes.ts'
import { DAMAGES, type Damage, damageReport } from './damage-report.ts'
import { decodeText } from './decode-text.ts'
import { readReport } from './index.ts'
import { repairText } from './repair.ts'

const FOLDER = new URL('../../../../samples/reports/', import.meta.url)
const NONE = new Set<string>()
/** A text that needs one of these was damaged before; what is left are bylines, menus and padding. */
const DAMAGE: ReadonlySet<Repair['kind']> = new Set([
  'pinyin-gloss',
  'traditional',
  'markup',
  'entity',
  'broken-character',
  'lost-stop',
  'line-break',
])

const clean = ['', 'worked/'].flatMap((folder) =>
  readdirSync(new URL(folder, FOLDER))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, text: decodeText(readFileSync(new URL(folder + file, FOLDER))).text }))
    .map(({ file, text }) => ({ file, text, ...repairText(text, NONE) }))
    .filter((one) => !one.repairs.some((repair) => DAMAGE.has(repair.kind)) && hasParagraphs(one.text)),
)

function hasParagraphs(text: string): boolean {
  return text.split('\n').filter((line) => line.includes('。')).length > 2
}

/** Paragraphs are gone with their breaks, and round brackets stay half-width where a page made them so. */
function bare(text: string): string {
  return text.replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）')
}

/** The text between what was flagged. */
function unbroken(text: string, repairs: readonly Repair[]): string[] {
  const pieces: string[] = []
  let rest = text
  for (const flag of repairs.filter((repair) => repair.before === repair.after)) {
    const at = rest.indexOf(flag.before)
    pieces.push(bare(rest.slice(0, at)))
    rest = rest.slice(at + flag.before.length)
  }
  return [...pieces, bare(rest)]
}

/** What stands between the flags is the clean text, in its order, from its beginning to its end. */
function expectSameButFlagged(pieces: readonly string[], wanted: string): void {
  if (pieces.length === 1) return expect(pieces[0]).toBe(wanted)
  expect(wanted.startsWith(pieces[0]!), pieces[0]).toBe(true)
  let at = pieces[0]!.length
  for (const piece of pieces.slice(1)) {
    const found = wanted.indexOf(piece, at)
    expect(found, `${piece} after ${wanted.slice(0, at).slice(-20)}`).toBeGreaterThanOrEqual(at)
    // A flag stands for a few characters, never for a sentence.
    expect(found - at, piece).toBeLessThan(14)
    at = found + piece.length
  }
  expect(wanted.slice(at)).toBe('')
}

/** Of a damage that takes away what nobody can give back: how both texts are made comparable. */
function withoutLost(text: string, damage: Damage): string {
  return damage.lostStops ? text.replaceAll('。', '') : text
}

function expectRepaired(text: string, wanted: string, damage: Damage): void {
  const { repairs, current } = repairText(text, NONE)
  const repaired = withoutLost(current.text, damage)
  if (damage.lines === 'none') expectSentences(repaired, wanted)
  else expectSameButFlagged(unbroken(repaired, repairs), bare(withoutLost(wanted, damage)))
  expectSettled(current.text)
  const all = new Set(repairs.map((repair) => repair.id))
  expect(repairText(text, all).current.text).toBe(text)
}

/** Without breaks a headline runs into the text; every sentence behind the first is still whole. */
function expectSentences(repaired: string, wanted: string): void {
  const whole = bare(repaired)
  for (const line of wanted.split('\n').slice(2)) {
    for (const sentence of line.split('。')) {
      if (sentence.length > 20 && line.includes('。')) expect(whole).toContain(bare(sentence))
    }
  }
}

function expectSettled(repaired: string): void {
  const again = repairText(repaired, NONE)
  expect(again.current.text).toBe(repaired)
}

test('there are enough clean reports, and forty ways to damage them', () => {
  expect(clean.length).toBeGreaterThanOrEqual(30)
  expect(DAMAGES.length).toBeGreaterThanOrEqual(40)
  expect(new Set(DAMAGES.map((one) => one.name)).size).toBe(DAMAGES.length)
})

describe.each(DAMAGES)('$name', ({ damage }) => {
  test('is repaired: all reports read as before but for what was flagged', () => {
    let damaged = 0
    clean.forEach(({ file, text, current }, seed) => {
      const worse = damageReport(text, seed, damage)
      expect(damageReport(text, seed, damage)).toBe(worse)
      if (worse === text) return
      damaged++
      try {
        expectRepaired(worse, current.text, damage)
      } catch (error) {
        throw new Error(`${file}, seed ${seed}`, { cause: error })
      }
    })
    expect(damaged).toBeGreaterThan(clean.length / 4)
  })
})

/** One half of all kinds, chosen by the seed, but for pairs where one would damage what the other left behind. */
function anyDamage(seed: number): Damage {
  const bit = (at: number) => ((seed * 2654435761) >>> at) % 2 === 1
  return {
    traditional: bit(3) && 'hk',
    glosses: bit(4) && (['every', 'toneless', 'lost-vowels', true] as const)[seed % 4]!,
    halfCharacters: bit(3) && bit(5),
    halfWidth: bit(6),
    doubledCommas: bit(7),
    wideDigits: bit(8) && !bit(3),
    captions: bit(9),
    atNames: bit(10),
    noWidth: bit(11),
    ...(bit(12) && { around: (['portal', 'newspaper', 'wechat'] as const)[seed % 3]! }),
    ...(bit(13) && !(bit(3) && bit(5)) && { entities: seed % 2 === 0 ? 'once' : 'twice' }),
    ...(bit(14) && { markup: (['html', 'office', 'br'] as const)[seed % 3]! }),
    ...(!bit(14) && { literalBreaks: bit(15) }),
  }
}

test('any combination is repaired, settles at once, and can be undone', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const { file, text, current } = clean[seed % clean.length]!
    const damage = anyDamage(seed)
    try {
      expectRepaired(damageReport(text, seed, damage), current.text, damage)
    } catch (error) {
      throw new Error(`${file}, seed ${seed}, ${JSON.stringify(damage)}`, { cause: error })
    }
  }
})

test.each(ENCODINGS)('all reports come back from %s, declared or not, or falsely', (encoding) => {
  for (const { file, text } of clean) {
    const source = encoding === 'big5' ? damageReport(text, 1, { traditional: true }) : text
    const bytes = encodeReport(source, encoding)
    const readable = encoding === 'big5' ? new TextDecoder('big5').decode(bytes) : source
    expect(decodeText(bytes).text, file).toBe(readable)
    for (const declared of ['gb2312', 'big5', 'utf-8']) {
      const page = `<html><head><meta charset="${declared}"></head><body>${source}</body></html>`
      const decoded = decodeText(encodeReport(page, encoding)).text
      expect(decoded.includes(readable), `${file} as ${declared}`).toBe(true)
    }
  }
})

const LIKE_BEFORE = [
  'demo-visit-clean',
  'union-2013-two-days',
  'red-cross-2021-recently',
  'league-2015-meeting-first',
  'government-2024-deadlines',
  'union-2019-companions-first',
  'union-2020-no-breaks',
]
/** What takes words or paragraphs away takes facts with it. */
const LOSES_FACTS = /half-characters|breaks lost|lost full stops|around/

function told(reading: Reading): unknown {
  return {
    date: reading.date,
    people: [reading.lead, ...reading.companions].map((person) => person && [person.name, ...person.titles]),
    sites: reading.sites.map((site) => bare(site.name)),
    directives: reading.directives.map(({ text, force, places }) => [bare(text), force, ...places.map(bare)]),
  }
}

describe.each(LIKE_BEFORE)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')
  const before = told(readReport(text))
  const ways = DAMAGES.filter((one) => !LOSES_FACTS.test(one.name))

  test.each(ways)('tells the same after $name', ({ damage }) => {
    const damaged = readReport(damageReport(text, 3, damage))
    expect(told(damaged)).toEqual(before)
  })
})
