import { describe, expect, test } from 'vitest'
import { readReport } from '../../reader/index.ts'
import { repairedSlice } from '../../reader/repaired-slice.ts'
import {
  applyChanges,
  type Change,
  conflictsOf,
  contentOf,
  inverseOf,
  itemsOf,
  type VisitContent,
  type VisitDirective,
} from '../../visit.ts'
import { itemShapes } from '../../visit-contract.ts'
import { addFromText, personOf, placesAround } from './add-from-text.ts'
import { cardOrder } from './card-order.ts'
import { dropItem } from './drop-item.ts'
import { makeLead } from './make-lead.ts'
import { mergeDirectives } from './merge-directives.ts'
import { moveItem } from './move-item.ts'
import { rankBetween } from './rank-between.ts'
import { nothingUndone, readingText, spanOfWords } from './report.ts'
import { splitDirective, splitPoints } from './split-directive.ts'

const reading = readReport(
  [
    '市妇联主席赵小满到天全县调研',
    '2025年5月10日,市妇聯(lián)主席赵小满赴天全县调研妇女儿童工作。县妇联主席钱大川参加调研。',
    '赵小满一行先后来到仁和乡妇女之家、始阳镇儿童友好服务站,实地查看活动开展情況。',
    '在仁和乡妇女之家,赵小满强调,要辦好夜校,每月至少一次。要建立台账。',
    '座谈会上,赵小满要求,各单位要制定方案。',
  ].join('\n'),
)
const content = contentOf(reading)
const text = readingText(reading, nothingUndone)
const keyOf = (words: string): string => {
  const found = itemsOf(content, 'directive').find(({ item }) => item.text.includes(words))
  if (!found) throw new Error(`the report asks for no “${words}”`)
  return found.key
}
const directive = (of: VisitContent, key: string) => of[key] as VisitDirective

/** Every change must be accepted by the contract, apply to what stands there, and be undone by its inverse. */
function applied(changes: readonly Change[], to = content): VisitContent {
  for (const { item, after } of changes) {
    const kind = item.split(':')[0] as keyof typeof itemShapes
    if (after) expect(itemShapes[kind].safeParse(after).error).toBeUndefined()
  }
  expect(conflictsOf(to, changes)).toEqual([])
  const next = applyChanges(to, changes)
  expect(applyChanges(next, inverseOf(changes))).toEqual(to)
  return next
}

describe('splitting', () => {
  const key = keyOf('夜校')
  const before = directive(content, key)
  const at = before.text.indexOf('，') + 1

  test('offers the places behind its stops', () => {
    expect(splitPoints('要办好夜校，每月至少一次。')).toEqual([6])
  })

  test('makes two that each point at their own words of the report', () => {
    const next = applied(splitDirective(content, key, at, text))
    const directives = itemsOf(next, 'directive')
    const place = directives.findIndex((one) => one.key === key)
    const [first, second] = directives.slice(place, place + 2).map(({ item }) => item)
    expect([first?.text, second?.text]).toEqual(['要办好夜校', '每月至少一次'])
    for (const part of [first!, second!]) expect(repairedSlice(reading, part.spans)).toBe(part.text)
    expect(second?.places).toEqual(before.places)
  })

  test('finds the words again where a person has rewritten the directive', () => {
    const rewritten = { ...content, [key]: { ...before, text: '请办好夜校，每月至少一次' } }
    const [, added] = splitDirective(rewritten, key, 6, text)
    const second = added?.after as VisitDirective
    expect(second.text).toBe('每月至少一次')
    expect(repairedSlice(reading, second.spans)).toBe('每月至少一次')
  })

  test('leaves nothing empty', () => {
    expect(splitDirective(content, key, 0, text)).toEqual([])
    expect(splitDirective(content, key, before.text.length, text)).toEqual([])
  })
})

describe('merging', () => {
  test('joins neighbours as the report has them, and splitting there gives both back', () => {
    const [one, other] = [keyOf('夜校'), keyOf('台账')]
    const next = applied(mergeDirectives(content, [one, other], text))
    const merged = directive(next, one)
    expect(merged.text).toBe(`${directive(content, one).text}。${directive(content, other).text}`)
    expect(repairedSlice(reading, merged.spans)).toBe(merged.text)
    const again = splitDirective(next, one, merged.text.indexOf('。') + 1, text)
    expect(again.map(({ after }) => (after as VisitDirective).text)).toEqual([
      directive(content, one).text,
      directive(content, other).text,
    ])
  })

  test('joins others with a semicolon, and keeps both places and the stronger force', () => {
    const [one, other] = [keyOf('夜校'), keyOf('方案')]
    const strong = { ...content, [other]: { ...directive(content, other), force: 'must' as const } }
    const merged = directive(applied(mergeDirectives(strong, [one, other], text), strong), one)
    expect(merged.text).toContain('；')
    expect(merged.places).toEqual([...directive(content, one).places, 'meeting'])
    expect(merged.force).toBe('must')
  })
})

describe('taking out', () => {
  test('a site goes, its directives stay with the whole visit', () => {
    const key = keyOf('夜校')
    const [site = ''] = directive(content, key).places
    const next = applied(dropItem(content, site))
    expect(next[site]).toBeUndefined()
    expect(directive(next, key).places).toEqual(['visit'])
  })

  test('the date cannot go', () => {
    expect(dropItem(content, 'date')).toEqual([])
  })
})

describe('moving', () => {
  const names = (of: VisitContent) => itemsOf(of, 'site').map(({ item }) => item.name)

  test('a site changes its place on the route, and not beyond its ends', () => {
    const [first] = itemsOf(content, 'site')
    const next = applied(moveItem(content, first!.key, 1))
    expect(names(next)).toEqual([names(content)[1], names(content)[0]])
    expect(moveItem(content, first!.key, -1)).toEqual([])
  })

  test('a rank finds room on every side', () => {
    expect(rankBetween(null, null)).toBe(1)
    expect(rankBetween(3, null)).toBe(4)
    expect(rankBetween(null, 1)).toBe(0)
    expect(rankBetween(1, 2)).toBe(1.5)
  })

  test('a companion takes the lead, and the lead comes along first', () => {
    const [companion] = itemsOf(content, 'companion')
    const next = applied(makeLead(content, companion!.key))
    expect((next.lead as { name: string }).name).toBe('钱大川')
    expect(itemsOf(next, 'companion')[0]?.item.name).toBe('赵小满')
  })
})

describe('adding', () => {
  test('a directive stands at its place in the text and belongs where the one before it does', () => {
    const span = spanOfWords(text, '实地查看活动开展情况')
    const change = addFromText(content, 'directive', { text: '实地查看活动开展情况', span })
    const next = applied([change])
    expect(itemsOf(next, 'directive')[0]?.key).toBe(change.item)
    expect(directive(next, change.item).places).toEqual(['site:s2'])
  })

  test('words that the report does not hold belong to the whole visit, at the end', () => {
    const change = addFromText(content, 'directive', { text: '希望办好食堂', span: null })
    const next = applied([change])
    expect(directive(next, change.item)).toMatchObject({ places: ['visit'], spans: [], force: 'hoped' })
    expect(itemsOf(next, 'directive').at(-1)?.key).toBe(change.item)
    expect(placesAround(content, null)).toEqual(['visit'])
  })

  test('titles stand before a name', () => {
    expect(personOf('县委常委、组织部部长 周海棠')).toEqual({
      name: '周海棠',
      titles: ['县委常委', '组织部部长'],
    })
    expect(personOf('周海棠')).toEqual({ name: '周海棠', titles: [] })
  })

  test('a place that is added can be named by a directive', () => {
    const change = addFromText(content, 'site', { text: '思延镇', span: null })
    const key = keyOf('夜校')
    const before = directive(content, key)
    const next = applied([change, { item: key, before, after: { ...before, places: [change.item] } }])
    expect(cardOrder(next).groups.find(({ place }) => place === change.item)?.directives).toHaveLength(1)
  })
})

test('cards follow the route, several sites and the meeting behind it, the whole visit last', () => {
  const two = { ...directive(content, keyOf('台账')), places: ['site:s1', 'site:s2'] }
  const whole = { ...two, places: ['visit'], rank: 99 }
  const order = cardOrder({ ...content, [keyOf('台账')]: two, 'directive:d9': whole })
  expect(order.groups.map(({ place }) => place)).toEqual([
    'site:s1',
    'site:s2',
    'several',
    'meeting',
    'visit',
  ])
  expect(order.keys.slice(0, 3)).toEqual(['date', 'lead', 'companion:p1'])
  expect(new Set(order.keys).size).toBe(order.keys.length)
})
