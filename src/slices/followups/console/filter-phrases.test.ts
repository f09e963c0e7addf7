import { describe, expect, it } from 'vitest'
import type { Filters } from './filter-address.ts'
import { type KnownNames, phrasesOf } from './filter-phrases.ts'

const union = '01900000-0000-7000-8000-000000000001'
const women = '01900000-0000-7000-8000-000000000002'
const may = '01900000-0000-7000-8000-000000000003'
const undated = '01900000-0000-7000-8000-000000000004'

const names = (language: 'zh' | 'en'): KnownNames => ({
  organisations: new Map(
    language === 'zh'
      ? [
          [union, '县总工会'],
          [women, '县妇联'],
        ]
      : [
          [union, 'the union'],
          [women, 'the women’s federation'],
        ],
  ),
  visits: new Map([
    [may, { title: '赴天全调研', day: '2026-05-10' }],
    [undated, { title: '赴天全调研', day: null }],
  ]),
})
const say = (filters: Filters, language: 'zh' | 'en') =>
  phrasesOf(filters, names(language), language, '2026-11-24').map(({ words }) => words)

describe('the sentence of the filters', () => {
  const filters: Filters = { visit: may, lead: [union], lamp: ['overdue'] }

  it('reads as a clerk would say it', () => {
    expect(say(filters, 'zh').join('、')).toBe('超期的、由县总工会牵头的、来自 5 月 10 日调研的')
    expect(say(filters, 'en').join(', ')).toBe('overdue, led by the union, from the visit of 10 May')
  })

  it('says either, where several are chosen', () => {
    expect(say({ lead: [union, women], state: ['assigned', 'returned'] }, 'zh')).toEqual([
      '待签收或退回重办的',
      '由县总工会或县妇联牵头的',
    ])
    expect(say({ lead: [union, women] }, 'en')).toEqual(['led by the union or the women’s federation'])
  })

  it('says the due day from both ends', () => {
    expect(say({ due_from: '2026-05-10', due_to: '2026-05-20' }, 'zh')).toEqual([
      '5 月 10 日至 5 月 20 日到期的',
    ])
    expect(say({ due_from: '2026-05-10' }, 'en')).toEqual(['due from 10 May on'])
    expect(say({ due_to: '2027-05-10' }, 'en')).toEqual(['due by 10 May 2027'])
    expect(say({ due_from: '2026-05-10', due_to: '2026-05-10' }, 'zh')).toEqual(['5 月 10 日到期的'])
  })

  it('names a visit without a day by its title, and waits politely for a name', () => {
    expect(say({ visit: undated }, 'zh')).toEqual(['来自“赴天全调研”的'])
    expect(say({ lead: ['01900000-0000-7000-8000-00000000000f'] }, 'zh')).toEqual(['由某单位牵头的'])
  })

  it('is silent about the words that are searched and about the order', () => {
    expect(say({ q: '阵地', sort: 'number' }, 'zh')).toEqual([])
  })
})
