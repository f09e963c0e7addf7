import { expect, test } from 'vitest'
import { languageOf } from './messages.ts'

test.each([
  [undefined, undefined, 'zh'],
  [undefined, '', 'zh'],
  [undefined, '*', 'zh'],
  [undefined, 'en', 'en'],
  [undefined, 'EN-gb;q=0.9, zh', 'en'],
  [undefined, ' en-US , zh-CN', 'en'],
  [undefined, 'zh-CN, en;q=0.8', 'zh'],
  [undefined, 'bo, en;q=0.8', 'zh'],
  [undefined, 'fr', 'zh'],
  ['zh', 'en-US', 'zh'],
  ['en', 'zh-CN', 'en'],
  ['bo', 'en', 'en'],
  ['en; zh', 'zh', 'zh'],
] as const)('the choice %s and the browser’s %s make it %s', (cookie, accept, language) => {
  expect(languageOf(cookie, accept)).toBe(language)
})
