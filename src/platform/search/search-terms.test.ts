import { expect, test } from 'vitest'
import { searchQuery, searchTerms } from './search-terms.ts'

const found = (query: string, terms: string[]) =>
  (searchQuery(query) ?? '').split(' & ').every((part) => {
    const [, term = '', prefix] = /^'(.*)'(:\*)?$/.exec(part) ?? []
    return prefix ? terms.some((one) => one.startsWith(term)) : terms.includes(term)
  })

const terms = searchTerms({ names: ['李蓉', '曾建国', '县总工会'], texts: ['积极建好、用好、管好服务平台'] })

test.each([
  '李蓉',
  '蓉',
  'lr',
  'lirong',
  'LiRong',
  'rong',
  'zjg',
  'zengjianguo',
  'zgh',
  '总工会 lr',
  '服务平台',
  'fwpt',
])('%s finds it', (query) => {
  expect(found(query, terms)).toBe(true)
})

test.each(['李荣', 'lx', '服台', '红十字会'])('%s does not', (query) => {
  expect(found(query, terms)).toBe(false)
})

test('quotes and operators of a tsquery cannot come in from outside', () => {
  expect(searchQuery(`'; drop table x -- & | ! :*`)).toBe(`'drop':* & 'table':* & 'x':*`)
  expect(searchQuery(' ()! ')).toBeNull()
})
