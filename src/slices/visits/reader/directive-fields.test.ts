import { describe, expect, test } from 'vitest'
import { readReport, repairedSlice } from './index.ts'

const OPENING = `王大明到青山县调研
3月5日，市总工会主席王大明到青山县调研工会工作。县总工会主席赵小兰陪同。
`

function asked(sentence: string) {
  const reading = readReport(`${OPENING}在红旗社区，王大明走进活动室。${sentence}`)
  const [directive] = reading.directives
  if (!directive) throw new Error('no directive was read')
  const at = (spans: { start: number; end: number }[]) => repairedSlice(reading, spans)
  return { directive, at }
}

describe('what an instruction says of its way and its end', () => {
  test('means and goals are its clauses, the deed is neither', () => {
    const { directive } = asked(
      '他强调，要以“会站家”建设为抓手，做实联系服务，推动各项工作走深走实，让职工得到实惠。',
    )
    expect(directive.means).toEqual(['以“会站家”建设为抓手'])
    expect(directive.goals).toEqual(['推动各项工作走深走实', '让职工得到实惠'])
  })

  test('通过 reaches to the word that closes it', () => {
    expect(
      asked('他要求工会干部通过入户走访、电话回访，问卷调查等方式，摸清职工困难。').directive.means,
    ).toEqual(['通过入户走访、电话回访，问卷调查等方式'])
  })

  test('what stands behind the deed: 以…为抓手 is a way, 发挥作用 is none', () => {
    expect(
      asked('他强调，要建好服务平台，以打造特色品牌为抓手，推动工作走深走实，发挥好阵地作用。').directive,
    ).toMatchObject({ means: ['以打造特色品牌为抓手'], goals: ['推动工作走深走实'] })
  })

  test('推动 as the deed itself is no goal', () => {
    expect(asked('他强调，要推动服务资源下沉。').directive.goals).toEqual([])
  })

  test('发挥作用 with nothing else done is the deed, not a means', () => {
    expect(asked('他强调，要充分发挥桥梁纽带作用，让群众满意。').directive).toMatchObject({
      means: [],
      goals: ['让群众满意'],
    })
  })
})

describe('what can be counted', () => {
  test.each([
    ['他要求社区每月举办1次集中活动。', ['每月举办1次']],
    ['他要求社区年底前新增志愿者不少于200名。', ['不少于200名']],
    ['他希望社区把满意率提高到95%以上。', ['提高到95%以上']],
    ['他要求社区24小时内回应每一个电话。', []],
    ['他希望社区一家人一条心，做到“三个一百”。', []],
    ['他希望社区不让一个孩子掉队。', []],
  ])('%s', (sentence, quantities) => expect(asked(sentence).directive.quantities).toEqual(quantities))
})

test.each([
  ['他要求社区“七一”前办好三件实事。', '“七一”前'],
  ['他要求社区在二月底之前办好贷款。', '二月底之前'],
  ['他要求社区24小时内回应来电。', '24小时内'],
])('the deadline stands as written: %s', (sentence, deadline) => {
  expect(asked(sentence).directive.deadline).toBe(deadline)
})

test('every field points at its words, through glosses too', () => {
  const { directive, at } = asked(
    '他強(qiáng)調(diào),要以志願(yuàn)服務(wù)為抓手,年底前培訓(xùn)骨干200名,推動(dòng)服務(wù)走深走實(shí)。',
  )
  expect(directive).toMatchObject({
    means: ['以志愿服务为抓手'],
    goals: ['推动服务走深走实'],
    quantities: ['200名'],
    deadline: '年底前',
  })
  expect(directive.meansSpans.map(at)).toEqual(directive.means)
  expect(directive.goalSpans.map(at)).toEqual(directive.goals)
  expect(directive.quantitySpans.map(at)).toEqual(directive.quantities)
  expect(at(directive.deadlineSpans)).toBe(directive.deadline)
})

describe('what holds a site and what is inside it', () => {
  const sitesOf = (...paragraphs: string[]) =>
    readReport(OPENING + paragraphs.join('\n')).sites.map(({ name, holder, parts }) => ({
      name,
      holder: holder?.text ?? null,
      parts: parts.map((part) => part.text),
    }))

  test('the town and the park that only hold it', () => {
    expect(
      sitesOf(
        '王大明来到柳河镇。在向阳村便民服务站，他与村民交谈。',
        '王大明来到青山工业园区。在园区内的东方纺织有限公司，他要求企业关心女工。',
      ),
    ).toEqual([
      { name: '向阳村便民服务站', holder: '柳河镇', parts: [] },
      { name: '东方纺织有限公司', holder: '青山工业园区', parts: [] },
    ])
  })

  test('rooms that were looked at are its parts', () => {
    expect(sitesOf('在红旗社区，王大明参观了职工书屋、母婴室，走进“四点半课堂”，与孩子们交谈。')).toEqual([
      { name: '红旗社区', holder: '青山县', parts: ['职工书屋', '母婴室', '“四点半课堂”'] },
    ])
  })
})

describe('what an instruction is not', () => {
  const askedFor = (text: string) => readReport(`${OPENING}${text}`).directives.map((one) => one.text)

  test('a list of what is', () => {
    expect(
      askedFor(
        '座谈会上，王大明说，青山工会工作突出表现在三个方面，一是县委重视，工作有力度；二是服务职工有创新；三是队伍素质高。因此，在下一步的工作中，一是要抓好学习；二是各级工会要大胆履职。',
      ),
    ).toEqual(['一是要抓好学习', '二是各级工会要大胆履职'])
  })

  test('a courtesy, or the deed told behind it', () => {
    expect(
      askedFor(
        '在红旗社区，王大明叮嘱老人保重身体、安心休养，并送上慰问金和慰问品。同时，对社区干部的付出表示敬意。',
      ),
    ).toEqual(['叮嘱老人保重身体、安心休养'])
  })

  test('a higher demand that is only mentioned', () => {
    expect(askedFor('座谈会上，王大明指出，新形势对工会工作提出了更高要求，工作将迎来新的春天。')).toEqual([])
  })
})
