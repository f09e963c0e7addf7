import { expect, test } from 'vitest'
import { areasOf } from './county-areas.ts'
import { nameKey, shortFormsOf, townshipsAgree } from './place-name.ts'

const tianquan = areasOf('511825')
const cores = (name: string) => shortFormsOf(name, tianquan).map(({ core }) => core)

/** Whether two names come down to the same thing, in the same town or one that is not named. */
function meanTheSame(a: string, b: string): boolean {
  return shortFormsOf(a, tianquan).some((one) =>
    shortFormsOf(b, tianquan).some(
      (other) => one.core === other.core && townshipsAgree(one.township, other.township),
    ),
  )
}

test.each([
  ['“红军村”', '红军村'],
  ['天全县（城区）工会驿站', '天全县(城区)工会驿站'],
  [' ＫＴＶ 驿站 ', 'ktv驿站'],
  ['「润兆」·鲟业', '润兆鲟业'],
])('%s is compared as %s', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

test.each([
  ['天全县中医医院', '中医医院'],
  ['天全中医医院', '中医医院'],
  ['四川省雅安市天全县中医医院', '中医医院'],
  ['雅安市天全县城厢镇向阳社区', '向阳社区'],
  ['县群团综合服务中心', '群团综合服务中心'],
  ['我县群团综合服务中心', '群团综合服务中心'],
  ['仁义镇“红军村”', '红军村'],
  ['天全县始阳镇凤翔社区居委会', '凤翔社区'],
  ['始阳镇凤翔居委会', '凤翔社区'],
  ['思经镇团结村村民委员会', '团结村'],
  ['团结村委会', '团结村'],
])('%s comes down to %s', (name, core) => {
  expect(cores(name)).toEqual([core])
})

test('a firm is also meant without its legal form, but nearest by its whole name', () => {
  expect(cores('四川青禾鲟业有限责任公司')).toEqual(['青禾鲟业有限责任公司', '青禾鲟业'])
  expect(cores('天全县青禾鲟业集团有限公司')).toEqual(['青禾鲟业集团有限公司', '青禾鲟业'])
  expect(cores('青禾鲟业股份有限公司')).toEqual(['青禾鲟业股份有限公司', '青禾鲟业'])
})

test('brackets are left out with and without what they hold', () => {
  expect(cores('天全县物流（旅游）产业园')).toEqual(['物流旅游产业园', '物流产业园'])
})

test.each([
  ['天全县群团综合服务中心', '县群团综合服务中心'],
  ['仁义镇红军村', '天全县“红军村”'],
  ['天全县物流（旅游）产业园', '物流旅游产业园'],
  ['天全县物流（旅游）产业园', '天全物流产业园'],
  ['始阳镇凤翔社区', '凤翔居委会'],
  ['雅安青禾渔业有限公司', '青禾渔业'],
])('%s may be meant by %s', (a, b) => {
  expect(meanTheSame(a, b)).toBe(true)
})

test.each([
  ['始阳镇妇女之家', '城厢镇妇女之家'],
  ['芦山县红十字会', '天全县红十字会'],
  ['仁义镇红军村', '仁义镇红星村'],
  ['天全县人民医院', '天全县中医医院'],
  ['青禾渔业有限公司', '青禾鲟业有限公司'],
])('%s is never meant by %s', (a, b) => {
  expect(meanTheSame(a, b)).toBe(false)
})

test.each(['', '“”', '县', '天全县', '城厢镇', '村', '有限公司'])(
  'of %s nothing is cut that would leave nothing',
  (name) => {
    for (const core of cores(name)) expect(core.length).toBeGreaterThan(1)
  },
)

test('a word that only begins like the county or a town is left whole', () => {
  expect(cores('天全村')).toEqual(['天全村'])
  expect(cores('新华书店')).toEqual(['新华书店'])
  expect(cores('小河边驿站')).toEqual(['小河边驿站'])
  expect(cores('县城驿站')).toEqual(['县城驿站'])
  expect(cores('天全县委党校')).toEqual(['县委党校'])
})

test('without the areas of a county only the word county is known', () => {
  expect(shortFormsOf('天全县中医医院', undefined)).toEqual([{ core: '天全县中医医院', township: null }])
  expect(shortFormsOf('县医院', undefined)).toEqual([{ core: '医院', township: null }])
})
