import { expect, test } from 'vitest'
import { monogramOf } from './monogram.tsx'

test.each([
  ['天全县总工会', '工'],
  ['县总工会', '工'],
  ['团县委', '团'],
  ['共青团天全县委员会', '团'],
  ['县妇联', '妇'],
  ['天全县妇女联合会', '妇'],
  ['天全县红十字会', '红'],
  ['群团综合服务中心', '群'],
  ['始阳镇政府', '始'],
  ['城厢社区服务站', '城'],
  ['市场监督管理局', '市'],
  ['县教育局', '教'],
  ['County Federation of Trade Unions', 'CF'],
  ['Red Cross', 'RC'],
  ['总工会', '工'],
  ['县', '县'],
  ['', ''],
])('%s is known by %s', (name, monogram) => {
  expect(monogramOf(name)).toBe(monogram)
})
