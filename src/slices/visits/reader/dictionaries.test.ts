import { readdirSync, readFileSync } from 'node:fs'
import { Converter as toTaiwan } from 'opencc-js/cn2t'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { pinyinReadings, toSimplified } from './dictionaries.ts'

const FOLDER = new URL('../../../../samples/reports/', import.meta.url)
/** The samples in Simplified characters; some are damaged on purpose. */
const clean = ['', 'worked/']
  .flatMap((folder) =>
    readdirSync(new URL(folder, FOLDER))
      .filter((name) => name.endsWith('.txt') && !name.includes('gb18030'))
      .map((name) => readFileSync(new URL(folder + name, FOLDER), 'utf8')),
  )
  .filter((text) => toSimplified(text) === text)

const toneless = (reading: string) =>
  reading
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[vü]/g, 'u')

test('the readings of a character are those that pinyin-pro knows, every one', () => {
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code)
    const told = pinyin(character, { multiple: true, type: 'array' }).map(toneless)
    const known = told.filter((reading) => /^[a-z]+$/.test(reading))
    expect([...pinyinReadings(character)].sort(), character).toEqual([...new Set(known)].sort())
  }
})

test.each(['tw', 'hk', 't'] as const)(
  'a report written in the manner of %s comes back as it was',
  (manner) => {
    const write = toTaiwan({ from: 'cn', to: manner })
    expect(clean.length).toBeGreaterThan(20)
    const opencc = Converter({ from: manner === 'hk' ? 'hk' : 'tw', to: 'cn' })
    for (const text of clean) {
      const traditional = write(text)
      expect(toSimplified(traditional)).toBe(text)
      expect(toSimplified(traditional).replaceAll('着', '著')).toBe(
        opencc(traditional).replaceAll('着', '著'),
      )
    }
  },
)

test.each([
  ['著力推動 著眼長遠 沿著 隨著 執著', '着力推动 着眼长远 沿着 随着 执着'],
  ['成績卓著 專著 原著 土著 著名 著有《工會史》', '成绩卓著 专著 原著 土著 著名 著有《工会史》'],
  ['規畫 計畫 企畫 策畫', '规划 计划 企划 策划'],
  ['明瞭 瞭解 瞭望塔 慰藉 藉此', '明了 了解 瞭望塔 慰藉 借此'],
  ['反覆 覆蓋 答覆 覆工復產', '反复 覆盖 答复 复工复产'],
  ['乾部 幹部 乾燥 乾隆 主乾道', '干部 干部 干燥 乾隆 主干道'],
  ['徵求 長徵 鍾情 鐘聲 皇后 後勤', '征求 长征 钟情 钟声 皇后 后勤'],
  ['張志昇提昇 陳甯 李堃', '张志昇提升 陈甯 李堃'],
  ['衞生 説 敍 綫 羣衆 裏', '卫生 说 叙 线 群众 里'],
])('what a table alone gets wrong: %s', (traditional, simplified) => {
  expect(toSimplified(traditional)).toBe(simplified)
})

test.each(['资讯 软体 透过 计程车 整合资源 的士 巴士 影片', '品质 国民小学 里长 乡公所 志工'])(
  'wording of Taiwan and Hong Kong stays: %s',
  (words) => {
    expect(toSimplified(toTaiwan({ from: 'cn', to: 't' })(words))).toBe(words)
  },
)
