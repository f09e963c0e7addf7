import { describe, expect, test } from 'vitest'
import { readReport } from './index.ts'

const OPENING = `王大明到青山县调研
3月5日，市总工会主席王大明到青山县调研工会工作。县总工会主席赵小兰陪同。
`

function placesOf(...paragraphs: string[]): { sites: string[]; asked: [string, string][] } {
  const reading = readReport(OPENING + paragraphs.join('\n'))
  return {
    sites: reading.sites.map((site) => site.name),
    asked: reading.directives.map((one) => [one.text, one.places.join('、')]),
  }
}

function companionsOf(text: string): string[] {
  return readReport(text).companions.map((one) => `${one.titles.join('、')} ${one.name}`)
}

describe('where something was asked', () => {
  test('follows a heading that says nothing but where', () => {
    expect(
      placesOf(
        '【红旗社区】',
        '王大明走进活动室，要求社区把门常开着。',
        '【东方纺织有限公司】',
        '他希望企业关心女工。',
        '王大明强调，全县各级工会要把服务送到职工身边。',
      ),
    ).toEqual({
      sites: ['红旗社区', '东方纺织有限公司'],
      asked: [
        ['要求社区把门常开着', '红旗社区'],
        ['希望企业关心女工', '东方纺织有限公司'],
        ['全县各级工会要把服务送到职工身边', 'visit'],
      ],
    })
  })

  test('takes a paragraph that opens with a place and no 在', () => {
    expect(placesOf('县青少年宫里，孩子们正在画画。王大明叮嘱老师要保证安全。')).toEqual({
      sites: ['县青少年宫'],
      asked: [['叮嘱老师要保证安全', '县青少年宫']],
    })
  })

  test('leaves the park that only holds the firm, and the room inside it', () => {
    expect(
      placesOf(
        '王大明来到青山工业园区。在园区内的东方纺织有限公司，他要求企业关心女工。在职工食堂，他希望菜价再降一点。',
      ),
    ).toEqual({
      sites: ['东方纺织有限公司'],
      asked: [
        ['要求企业关心女工', '东方纺织有限公司'],
        ['希望菜价再降一点', '东方纺织有限公司'],
      ],
    })
  })

  test('takes what was looked into for no place, nor the hall of a meeting', () => {
    expect(
      placesOf('王大明到县里调研职工之家、工会驿站、法律援助等工作，并到县总工会参加座谈会。').sites,
    ).toEqual([])
  })
})

describe('who came along', () => {
  test('stands behind 陪同的有', () => {
    expect(
      companionsOf(
        '3月5日，市总工会主席王大明到青山县调研。陪同调研的有县委副书记李大有，县总工会主席赵小兰。',
      ),
    ).toEqual(['县委副书记 李大有', '县总工会主席 赵小兰'])
  })

  test('is not who only received the visitors', () => {
    expect(
      companionsOf(
        '3月5日，市总工会主席王大明到青山县调研。县委书记李大有看望了王大明一行，县总工会主席刘芳陪同。',
      ),
    ).toEqual(['县总工会主席 刘芳'])
  })

  test('may have a name that begins like a verb, or a rare surname', () => {
    expect(
      companionsOf(
        '3月5日，市总工会主席王大明到青山县调研。副县长向往、亓玉珍，县总工会副主席和平、成荫陪同调研。',
      ),
    ).toEqual(['副县长 向往', '副县长 亓玉珍', '县总工会副主席 和平', '县总工会副主席 成荫'])
  })

  test('is the full name behind 杜主席一行', () => {
    const { lead } = readReport(
      '2月4日下午，省妇联主席杜小玲正与村里的妇女围坐在一起。杜主席一行参观了长江镇竹木制品厂。',
    )
    expect(lead).toMatchObject({ name: '杜小玲', titles: ['省妇联主席'] })
  })
})

describe('what is an instruction', () => {
  const asked = (words: string) => placesOf(words).asked.map(([text]) => text)

  test('a list behind a colon is, item by item', () => {
    expect(asked('王大明要求，要抓好三件事：一是守住底线，每周查一次；二是提升服务；三是拓宽渠道。')).toEqual(
      ['一是守住底线，每周查一次', '二是提升服务', '三是拓宽渠道'],
    )
  })

  test('what others wish, notice or promise is none', () => {
    expect(asked('数控车工小雷说，孩子放假没人管，希望工会把托管班办到厂门口来。')).toEqual([])
    expect(asked('王大明听取了人大代表建议办理情况，工会的号召力显著提升。')).toEqual([])
    expect(asked('王大明指出，也要看到，有的驿站常常锁着门。')).toEqual([])
  })

  test('请 asks, 邀请 does not', () => {
    expect(asked('王大明当场请县民政局尽快更换线路。')).toEqual(['请县民政局尽快更换线路'])
    expect(asked('王大明说，工会邀请县民政局一起商量过。')).toEqual([])
  })
})

describe('when it was', () => {
  const dateOf = (text: string) => readReport(text).date

  test('is the day of the visit, not that of a dateline or another story', () => {
    expect(dateOf('工会领导在川调研\n新华社成都3月5日电 全国总工会副主席王大明3日至4日在四川调研。')).toBe(
      '--03-03',
    )
    expect(
      dateOf(
        '工会领导到县调研\n5月9日，市总工会主席王大明到青山县调研。\n相关新闻\n- 2017-08-15市总工会调拨救灾物资',
      ),
    ).toBe('--05-09')
  })

  test('takes the year of a file number, and 元月 for January', () => {
    expect(dateOf('青总工〔2024〕3号\n工会领导到县调研\n元月7日，市总工会主席王大明到青山县调研。')).toBe(
      '2024-01-07',
    )
  })
})

test('a paragraph that speaks of what pages speak of too stays', () => {
  const { sites } = readReport(
    `${OPENING}调研组一行前往青山县残疾人服务中心，现场检查无障碍通道改造情况，听取了联系我们身边残疾人的做法。`,
  )
  expect(sites.map((site) => site.name)).toEqual(['青山县残疾人服务中心'])
})
