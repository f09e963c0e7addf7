import { describe, expect, test } from 'vitest'
import { readReport } from './index.ts'

const titled = (person: { name: string; titles: string[] }) => `${person.titles.join('、')} ${person.name}`

/** The lead first, then those who came along. */
function peopleOf(...lines: string[]): string[] {
  const { lead, companions } = readReport(lines.join('\n'))
  return [lead ? titled(lead) : 'nobody', ...companions.map(titled)]
}

describe('who led', () => {
  test('the head of a group, and his deputy beside him', () => {
    expect(
      peopleOf(
        '4月9日至13日，以省红十字会顾问江一平为组长，省红十字会办公室主任高书华为副组长的调研组一行8人到浙东县调研。',
      ),
    ).toEqual(['省红十字会顾问 江一平', '省红十字会办公室主任 高书华'])
    expect(
      peopleOf(
        '由省政协常委、教科卫体委员会主任吴小军任组长、省政协委员林广文任副组长的调研组一行来到青山县。',
      ),
    ).toEqual(['省政协常委、教科卫体委员会主任 吴小军', '省政协委员 林广文'])
  })

  test('whoever was received, not the host', () => {
    expect(
      peopleOf('5月14日，市委书记李光、市委副书记许伟会见省侨联党组书记、主席吴明德一行，并座谈交流。'),
    ).toEqual(['省侨联党组书记、主席 吴明德'])
    expect(
      peopleOf(
        '调研组一行走访了大坪村。下河乡女乡长杨晓兰和乡村妇联执委向大家展示了工作法，并介绍将组织姐妹到外县参观。',
      ),
    ).toEqual(['nobody'])
  })

  test('whoever is accompanied, wherever the words stand', () => {
    const both = ['市残联党组书记、理事长 程功', '县残联理事长 于谦']
    const sorted = (people: string[]) => [people[0], ...people.slice(1).sort()]
    expect(
      sorted(peopleOf('9月9日，在县残联理事长于谦的陪同下，市残联党组书记、理事长程功到龙山县调研。')),
    ).toEqual(both)
    expect(peopleOf('9月9日，市残联党组书记、理事长程功一行在县残联理事长于谦陪同下到龙山县调研。')).toEqual(
      both,
    )
    expect(peopleOf('9月9日，县残联理事长于谦陪同市残联党组书记、理事长程功到龙山县调研。')).toEqual(both)
  })

  test('not somebody visited, nor somebody who sent the visitors', () => {
    expect(
      peopleOf(
        '受县委书记江文海委托，5月4日，县总工会主席周正看望慰问了省劳模田丰、市劳模高兴，并走访了青山公司。',
      ),
    ).toEqual(['县总工会主席 周正'])
    expect(peopleOf('在省劳模田丰家中，县总工会主席周正一行叮嘱随行的工会干部做好服务。')).toEqual([
      '县总工会主席 周正',
    ])
  })

  test('somebody whose title holds a word of going', () => {
    expect(
      peopleOf(
        '综合区党群工作部副部长林平山，区审批局副调研员、妇工委副主任林云陪同调研。调研组走进大坪村。',
      ),
    ).toEqual(['nobody', '综合区党群工作部副部长 林平山', '区审批局副调研员、妇工委副主任 林云'])
  })
})

describe('who came along', () => {
  const LEAD = '市委常委、宣传部部长 何永生'
  const CAME = '5月6日，市委常委、宣传部部长何永生来我县调研'

  test.each([
    '。参加调研的县领导有叶茂、石磊。',
    '。陪同调研、参加座谈会的县领导有，叶茂、石磊。',
    '。县领导叶茂、石磊及有关部门负责同志一同调研。',
    '，我县领导叶茂、石磊陪同。',
    '，叶茂、石磊等县领导参加。',
    '。\n叶茂、石磊等县领导和有关部门负责人参加调研。',
  ])('with one label for all: %s', (along) => {
    expect(peopleOf(CAME + along)).toEqual([LEAD, '县领导 叶茂', '县领导 石磊'])
  })

  test.each([
    '，县委常委、副县长（挂职）叶茂和县委宣传部副部长石磊陪同。',
    '。随同调研的还有县委常委、副县长（挂职）叶茂，县委宣传部副部长石磊。',
    '。参加调研的还有：县委常委、副县长（挂职）叶茂（女），县委宣传部副部长石磊。',
  ])('with titles: %s', (along) => {
    expect(peopleOf(CAME + along)).toEqual([LEAD, '县委常委、副县长（挂职） 叶茂', '县委宣传部副部长 石磊'])
  })

  test('also behind those in whose company the lead went', () => {
    expect(
      peopleOf('10月14日，区党委副书记李耀文在扶贫办主任王玉的陪同下，到北瑶乡调研，乡党委书记李凤陪同。'),
    ).toEqual(['区党委副书记 李耀文', '扶贫办主任 王玉', '乡党委书记 李凤'])
  })

  test('also where a later sentence names them beside the lead', () => {
    expect(
      peopleOf(
        '8月27日，市卫计委副主任吴相民一行到雁山区调研。',
        '市卫计委副主任吴相民、家庭发展处处长刘建中、流动人口处处长孙长河一行来到大唐社区。',
      ),
    ).toEqual(['市卫计委副主任 吴相民', '家庭发展处处长 刘建中', '流动人口处处长 孙长河'])
  })

  test('in one of two teams, or taken along', () => {
    expect(
      peopleOf(
        '1月10日，县委书记靳长河、县长闾丘岩分别带队走访慰问。县委副书记邴志国随第一路走访；县政协副主席修竹随第二路走访。',
      ),
    ).toEqual(['县委书记 靳长河', '县长 闾丘岩', '县委副书记 邴志国', '县政协副主席 修竹'])
    expect(
      peopleOf('民政事务专员纪凯琳于10月14日联同区议员甄浩然、凌颖芝探访石湾苑，福利专员简淑仪亦有同行。'),
    ).toEqual(['民政事务专员 纪凯琳', '区议员 甄浩然', '区议员 凌颖芝', '福利专员 简淑仪'])
  })

  test('and not somebody who was away', () => {
    expect(
      peopleOf('5月15日，县委书记舒心到西门街调研。县政协主席麻阳春在省城开会，委托县政协副主席易水参加。'),
    ).toEqual(['县委书记 舒心', '县政协副主席 易水'])
  })

  test('and no host who only tells or shows', () => {
    expect(
      peopleOf(
        '2月22日，区委副书记朱永安到工商联调研。区工商联党组书记李世勇向区领导汇报了情况。副区长方圆展示了平台。',
      ),
    ).toEqual(['区委副书记 朱永安'])
  })
})

describe('what is a title', () => {
  test('begins behind the name before it and goes on behind the mark', () => {
    expect(
      peopleOf('省妇联副主席于小梅一行在昌山市妇联党组书记、主席孙泉生的陪同下莅临江河县开展走访调研。'),
    ).toEqual(['省妇联副主席 于小梅', '昌山市妇联党组书记、主席 孙泉生'])
  })

  test('keeps its brackets and every post', () => {
    expect(
      peopleOf(
        '1月10日，省红十字会专职副监事长、机关党委专职副书记、机关纪委书记（主持工作）姚卫民带队到颍山区慰问。',
      ),
    ).toEqual(['省红十字会专职副监事长、机关党委专职副书记、机关纪委书记（主持工作） 姚卫民'])
  })

  test('stands behind the name', () => {
    expect(
      peopleOf(
        '10月16日，省档案局王少光副局长带领收整处处长李永明，在州档案局陈鹏局长的陪同下，到我县检查。',
      ),
    ).toEqual(['省档案局副局长 王少光', '收整处处长 李永明', '州档案局局长 陈鹏'])
  })

  test('is not the purpose, nor the province of a page maker', () => {
    expect(
      peopleOf(
        '河北县人大到睢河县学习',
        '为加快推进人大代表联络站建设、进一步做好代表联络工作，县人大副主任陈长河、张飞云带队赴睢河县学习。',
      ),
    ).toEqual(['县人大副主任 陈长河', '县人大副主任 张飞云'])
    expect(
      peopleOf('四川县委副书记、县长黄修平到二龙水库检查', '县委副书记、县长黄修平到二龙水库检查防汛。'),
    ).toEqual(['县委副书记、县长 黄修平'])
  })
})

describe('what is a name', () => {
  test.each([
    ['吐尔逊·艾力', '州总工会主席吐尔逊·艾力和州妇联主要领导先后前往阳山县开展调研走访活动。'],
    ['丹增曲扎', '县委副书记、常务副县长丹增曲扎到扎西乡调研。'],
    ['苏和巴特尔', '旗委常委、统战部部长苏和巴特尔深入嘎查调研。'],
    ['和雪梅', '县委副书记和雪梅带领民政局到界头镇调研。和雪梅一行到大园子村查看了建设点。'],
    ['谢谢', '县妇联主席谢谢率机关干部深入河口镇慰问困难妇女。'],
    ['黄宏为', '副市长黄宏为到我县调研。黄宏为指出，要抓好落实。'],
    ['于谦', '县科协主席于谦到向阳小学调研。于谦向调研组介绍了情况。'],
    ['常胜', '旗委副书记、政府代理旗长常胜深入矿山企业进行调研督导。'],
    ['明亮', '区委副书记明亮来到社区调研。'],
  ])('%s', (name, text) => expect(readReport(text).lead?.name).toBe(name))

  test.each([
    '县文明办主任、团县委书记到河口镇调研。',
    '县扶贫办主任到河口镇调研。',
    '县计生协会会长到河口镇调研。',
    '区有关部门负责同志到河口镇调研。',
    '机关党委专职副监事长到河口镇调研。',
  ])('nobody is named: %s', (text) => expect(peopleOf(text)).toEqual(['nobody']))
})

describe('what kind of text', () => {
  test('a check that opens with a purpose is a visit', () => {
    expect(
      readReport(
        '为做好国庆期间安全工作，连日来，副县长赵远明带队开展节前安全生产检查。\n9月25日，赵远明来到县汽车站进行检查。',
      ).kind,
    ).toBe('visit')
  })

  test('a meeting about visits is none', () => {
    expect(
      readReport(
        '市总工会召开年度调研成果交流会\n12月7日，市总工会召开年度调研成果交流会。市总工会主席盖天力出席会议并讲话。',
      ).kind,
    ).toBe('meeting')
  })
})

describe('where a text stops', () => {
  const REPORT = '5月6日，市委常委何永生来我县调研，走访了桃园村。他要求各部门抓好落实。'

  test('what a page shows under a report is not its end', () => {
    expect(readReport(`${REPORT}\n👇点个“在看”，为青春加油`).cutOff).toBe(false)
    expect(readReport(`${REPORT}\n● 招募！8月，青年交友活动等你来`).cutOff).toBe(false)
    expect(readReport(`${REPORT.slice(0, -1)}！□`).cutOff).toBe(false)
  })

  test('a short line that goes on from the prose may be cut', () => {
    expect(readReport(`${REPORT}\n何永生强调，要进一步提高`).cutOff).toBe(true)
    expect(readReport(REPORT.slice(0, -3)).cutOff).toBe(true)
  })
})

test('a body that goes as a whole is led by the first of those who took part', () => {
  const { lead, companions } = readReport(
    `县政协视察重点工程
11月28日，县政协组织委员视察重点工程。县政协主席李学礼，副主席钱海、赵小玉参加视察。副县长孙立陪同视察。`,
  )
  expect(lead?.name).toBe('李学礼')
  expect(companions.map((one) => one.name)).toEqual(['钱海', '赵小玉', '孙立'])
})
