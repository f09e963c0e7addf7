import { expect, test } from 'vitest'
import { namesOneBody, spellingsOf } from './organisation-name.ts'

test.each([
  ['县人社局', '天全县人力资源和社会保障局'],
  ['天全人社局', '天全县人力资源和社会保障局'],
  ['人力资源社会保障局', '天全县人力资源和社会保障局'],
  ['县妇联', '天全县妇女联合会'],
  ['总工会', '天全县总工会'],
  ['县红十字会', '天全县红十字会'],
  ['团县委', '共青团天全县委员会'],
  ['天全县团委', '共青团天全县委员会'],
  ['共青团天全县委', '共青团天全县委员会'],
  ['始阳镇团委', '共青团始阳镇委员会'],
  ['人社局团支部', '共青团天全县人力资源和社会保障局支部'],
  ['县委办', '天全县委办公室'],
  ['中共天全县委宣传部', '天全县委宣传部'],
  ['县委社工部', '中共天全县委社会工作部'],
  ['县政府办', '天全县人民政府办公室'],
  ['县中医院', '天全县中医医院'],
  ['天全县始阳镇', '始阳镇人民政府'],
  ['仁义镇红军村', '仁义镇红军村村民委员会'],
  ['天全县始阳镇凤翔社区居委会', '始阳镇凤翔社区'],
  [' 县 妇联', '天全县妇联'],
  ['县物流(旅游)产业园管委会', '天全县物流（旅游）产业园管理委员会'],
])('in 天全县, %s is %s', (written, registered) => {
  expect(spellingsOf(written, '天全县')).toContain(registered)
})

test.each([
  ['市总工会', '天全县总工会'],
  ['省妇联', '天全县妇女联合会'],
  ['雅安市人社局', '天全县人力资源和社会保障局'],
  ['县中医医院', '天全县人民医院'],
  ['县妇联', '天全县工商业联合会'],
  ['团县委', '共青团始阳镇委员会'],
])('%s is never %s', (written, other) => {
  expect(spellingsOf(written, '天全县')).not.toContain(other)
})

test('what stands before the name is the county’s own: a district is 区, a city of counties is not 市', () => {
  expect(spellingsOf('区总工会', '名山区')).toContain('名山区总工会')
  expect(spellingsOf('县妇联', '木里藏族自治县')).toContain('木里藏族自治县妇女联合会')
  expect(spellingsOf('市总工会', '西昌市')).not.toContain('西昌市总工会')
  expect(spellingsOf('西昌总工会', '西昌市')).toContain('西昌市总工会')
})

test('the spellings hold both ways: whichever of two is registered, the other one finds it', () => {
  const written = ['县人社局', '团县委', '县委办', '始阳镇', '县妇联', '县群团中心']
  for (const one of written) {
    for (const other of spellingsOf(one, '天全县')) {
      expect(spellingsOf(other, '天全县'), `${other} should lead back to ${one}`).toContain(one)
    }
  }
})

test.each([
  ['县人社局', true],
  ['团县委', true],
  ['县委组织部', true],
  ['思经镇', true],
  ['农业园区管委会', true],
  ['各级工会', false],
  ['各级工会组织', false],
  ['有关部门', false],
  ['县人社局和县妇联', false],
  ['党员干部', false],
  ['大家', false],
  ['企业', false],
])('%s names one body: %s', (words, one) => {
  expect(namesOneBody(words)).toBe(one)
})
