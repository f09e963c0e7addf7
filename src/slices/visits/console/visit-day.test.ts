import { expect, test } from 'vitest'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { visitDayInWords } from './visit-day.ts'

test.each([
  ['2025-05-10', '2025 年 5 月 10 日', '10 May 2025'],
  ['--05-10', '5 月 10 日（缺年份）', '10 May (no year)'],
  ['unknown', '日期不详', 'Date not known'],
  [null, '没有写日期', 'No date given'],
])('%s', (value, zh, en) => {
  expect(visitDayInWords(value, 'zh', visitDeskMessages.zh.day)).toBe(zh)
  expect(visitDayInWords(value, 'en', visitDeskMessages.en.day)).toBe(en)
})
