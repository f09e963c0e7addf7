import { describe, expect, test } from 'vitest'
import { readReport } from './index.ts'

const dateOf = (...lines: string[]) => readReport(lines.join('\n')).date

describe('the day in the sentence', () => {
  test.each([
    ['5 月2 5 日至2 7 日，省总工会副主席赵霞云带队到榆山市开展调研慰问活动。', '--05-25'],
    ['1 1月2日上午，市妇联主席何秀到河口镇调研。', '--11-02'],
    ['4月22至24日，县人大常委会副主任陈长河赴睢河县考察。', '--04-22'],
    ['4月29、30日，县人大常委会副主任陈长河赴睢河县考察。', '--04-29'],
    ['二〇一四年四月二十九日，县人大常委会副主任陈长河赴睢河县考察。', '2014-04-29'],
    ['民政事务专员纪凯琳于2023年10月14日（星期六）探访石湾苑。', '2023-10-14'],
    ['1月20日（农历腊月二十日），县委书记江海文深入河口镇走访慰问困难群众。', '--01-20'],
  ])('%s', (text, date) => expect(dateOf(text)).toBe(date))

  test.each([
    ['为认真贯彻落实上级关于防汛工作的要求，6月17日，县总工会主席何文到河口镇慰问防汛一线职工。', '--06-17'],
    ['近期，我县持续强降雨。为做好汛期安全工作，6月17日，县总工会主席何文到河口镇慰问一线职工。', '--06-17'],
    ['在第25个全国助残日（5月17日）来临之际，5月14日，县残联理事长于谦到河口镇走访慰问残疾人。', '--05-14'],
    [
      '根据《关于开展2015年5月助残日活动的通知》精神，5月14日，县残联理事长于谦到河口镇走访残疾人。',
      '--05-14',
    ],
  ])('stands behind the purposes: %s', (text, date) => expect(dateOf(text)).toBe(date))
})

describe('the day on which the news was sent', () => {
  test('is no day of a visit that was 近日', () => {
    expect(
      dateOf('青年网北河3月28日电（记者李小龙）近日，团市委书记张伟文一行到武山县调研共青团工作。'),
    ).toBeNull()
  })

  test('gives the month to a day that stands alone', () => {
    expect(dateOf('新华社成河3月28日电（记者李小龙）团省委书记张伟文27日到武山县调研共青团工作。')).toBe(
      '--03-27',
    )
  })

  test('stands before the day of the visit', () => {
    expect(dateOf('青山网5月20日讯（记者王小五）5月19日上午，县长周大山到河口镇检查防汛。')).toBe('--05-19')
  })
})

describe('the day on which the page appeared', () => {
  const VISIT = '12月3日，市残联副理事长董国光到园艺村看望慰问残疾人。'

  test.each([
    '07.12.2015 14:06',
    '12/13/2015',
    '2015年12月07日 09时26分',
    '市残联组宣部 2015-12-06',
    '来源：青山日报 | 2015年12月10日 | 作者：王五',
    '（2015年12月6日）',
    '县残联简报〔2015〕第12期',
  ])('gives the year: %s', (line) =>
    expect(dateOf('市残联走访慰问困难残疾人', line, VISIT)).toBe('2015-12-03'),
  )

  test('gives the year before, where the page appeared in January', () => {
    expect(dateOf('市残联走访慰问困难残疾人', '05.01.2016 08:00', VISIT)).toBe('2015-12-03')
  })

  test('is no day of the visit', () => {
    const undated = '在助残日来临之际，市残联副理事长董国光到园艺村看望慰问残疾人。'
    expect(dateOf('市残联走访慰问困难残疾人', '2015年12月07日 09时26分', undated)).toBeNull()
    expect(dateOf('市残联走访慰问困难残疾人', '发布时间：2015-12-07', undated)).toBeNull()
  })

  test('stands in one line with the report', () => {
    expect(
      dateOf(
        '首页>要闻>县委副书记仰明到金山街道调研来源：融媒体中心发布时间：2021-10-15字号：大中小10月13日，县委副书记仰明到金山街道调研，察看了社区食堂。',
      ),
    ).toBe('2021-10-13')
  })

  test('stands right before the day of the visit', () => {
    expect(
      dateOf('团区委书记撒兴邦到固北县调研 固北县政府网 2012-04-28 4月26日，团区委书记撒兴邦到固北县调研。'),
    ).toBe('2012-04-26')
  })

  test('gives the month to 昨（30）日', () => {
    expect(
      dateOf('甘山日报 2020年10月1日', '本网讯 昨（30）日，市总工会主席田向明一行深入康山市走访慰问。'),
    ).toBe('2020-09-30')
  })
})
