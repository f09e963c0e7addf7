import { describe, expect, it } from 'vitest'
import type { Followup, FollowupRow } from './followup-queries.ts'
import { capitalised, placesInWords, saidInFull, saidShortly } from './followup-words.ts'

const hospital = { kind: 'site' as const, name: '县中医医院' }
const village = { kind: 'site' as const, name: '仁义镇红军村' }
const meeting = { kind: 'meeting' as const, name: '' }
const wholeVisit = { kind: 'visit' as const, name: '' }

describe('where a directive was said', () => {
  it('names two places and counts the rest', () => {
    expect(placesInWords([hospital, village], 'zh')).toBe('县中医医院、仁义镇红军村')
    expect(placesInWords([hospital, village, meeting], 'zh')).toBe('县中医医院、仁义镇红军村 等 3 处')
    expect(placesInWords([hospital, village, meeting], 'en')).toBe('县中医医院, 仁义镇红军村 (3 places)')
  })

  it('has words for the meeting and for the whole visit', () => {
    expect(placesInWords([meeting], 'zh')).toBe('座谈会')
    expect(placesInWords([wholeVisit], 'en')).toBe('the whole visit')
  })
})

describe('who said it', () => {
  const said = { saidOn: '2025-05-10', places: [meeting], saidBy: '沈知远', saidAs: '市总工会党组书记' }

  it('stands behind the place in the list', () => {
    expect(saidShortly(said as unknown as FollowupRow, 'zh')).toBe('座谈会 · 沈知远')
    expect(saidShortly({ ...said, saidBy: null } as unknown as FollowupRow, 'zh')).toBe('座谈会')
  })

  it('stands in full under the quotation, without what is not known', () => {
    expect(saidInFull(said as unknown as Followup, 'zh')).toBe(
      '2025 年 5 月 10 日，在座谈会，市总工会党组书记沈知远',
    )
    expect(saidInFull({ ...said, saidOn: null, saidAs: null } as unknown as Followup, 'en')).toBe(
      'at the meeting, 沈知远',
    )
  })
})

it('begins a sentence of its own with a capital', () => {
  expect(capitalised('waits for the union')).toBe('Waits for the union')
  expect(capitalised('请您签收')).toBe('请您签收')
})
