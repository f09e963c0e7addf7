import { expect, test } from 'vitest'
import { asName, claimsOfChanges, claimsTakenBack, couldBeAName } from './name-suggestion.ts'
import { type Change, notKnown, type VisitSite } from './visit.ts'

const site = (name: string, known: VisitSite['known'] = null): VisitSite => ({
  name,
  holder: null,
  parts: [],
  seen: [],
  praised: [],
  spans: [],
  rank: 1,
  confidence: 1,
  reason: 'person',
  ...notKnown,
  known,
})
const hospital = { kind: 'place', id: 'h', by: 'person' } as const
const target = { kind: 'place', id: 'h' }
const change = (before: VisitSite | null, after: VisitSite | null): Change => ({
  item: 'site:s1',
  before,
  after,
})

test('a link says what the name means, and what the name before it means', () => {
  expect(claimsOfChanges([change(site('县中医院'), site('县中医院', hospital))])).toEqual([
    { name: '县中医院', target },
  ])
  expect(claimsOfChanges([change(site('中医院'), site('天全县中医医院', hospital))])).toEqual([
    { name: '天全县中医医院', target },
    { name: '中医院', target },
  ])
  expect(claimsOfChanges([change(null, site('县中医院', hospital))])).toHaveLength(1)
  expect(claimsOfChanges([change(site('县中医院', hospital), site('县中医院'))])).toEqual([])
  expect(claimsOfChanges([change(site('县中医院', hospital), null)])).toEqual([])
})

test('what is taken back is what the correction no longer says', () => {
  const link = change(site('县中医院'), site('县中医院', hospital))
  const back = change(link.after as VisitSite, link.before as VisitSite)
  expect(claimsTakenBack([back])).toEqual([{ name: '县中医院', target }])
  expect(claimsTakenBack([link])).toEqual([])
  expect(claimsTakenBack([change(site('县中医院', hospital), null)])).toEqual([{ name: '县中医院', target }])
  const seen = { ...site('县中医院', hospital), rank: 2 }
  expect(claimsTakenBack([change(site('县中医院', hospital), seen)])).toEqual([])
  const renamed = change(site('中医院', hospital), site('天全县中医医院', hospital))
  expect(claimsTakenBack([renamed])).toEqual([])
})

test.each([
  ['县中医院', true],
  ['“红军村”', true],
  ['天全县物流（旅游）产业园', true],
  ['院', false],
  ['县中医院、县人社局', false],
  ['沿途看了看，再到中医院', false],
  ['', false],
])('%s could be a name: %s', (words, could) => {
  expect(couldBeAName(words)).toBe(could)
})

test('a name is kept as a register writes it', () => {
  expect(asName(' 始阳物流(电商) 产业园')).toBe('始阳物流（电商）产业园')
  expect(asName('“红军村”')).toBe('红军村')
})
