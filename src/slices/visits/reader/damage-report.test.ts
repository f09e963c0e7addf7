import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { type Damage, damageReport } from './damage-report.ts'
import { readReport } from './index.ts'

const CLEAN = [
  'demo-visit-clean',
  'union-2013-two-days',
  'red-cross-2021-recently',
  'league-2015-meeting-first',
  'government-2024-deadlines',
  'union-2019-companions-first',
  'union-2020-no-breaks',
]
const DAMAGES: [string, Damage][] = [
  ['half-width punctuation', { halfWidth: true }],
  ['doubled commas', { doubledCommas: true }],
  ['Traditional characters', { traditional: true }],
  ['Traditional characters with pinyin', { traditional: true, glosses: true }],
  ['everything at once', { traditional: true, glosses: true, halfWidth: true, doubledCommas: true }],
]

function told(reading: Reading): unknown {
  return {
    date: reading.date,
    people: [reading.lead, ...reading.companions].map((person) => person && [person.name, ...person.titles]),
    sites: reading.sites.map((site) => site.name),
    directives: reading.directives.map(({ text, force, places }) => [text, force, ...places]),
  }
}

describe.each(CLEAN)('%s', (name) => {
  const clean = readFileSync(new URL(`../../../../samples/reports/${name}.txt`, import.meta.url), 'utf8')

  test.each(DAMAGES)('reads the same after %s', (_, damage) => {
    for (const seed of [1, 2, 3]) {
      const damaged = readReport(damageReport(clean, seed, damage))
      expect(damaged.repairs.length).toBeGreaterThan(0)
      expect(told(damaged)).toEqual(told(readReport(clean)))
    }
  })
})
