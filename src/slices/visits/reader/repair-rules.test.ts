import { describe, expect, test } from 'vitest'
import { repairText } from './repair.ts'

const NONE = new Set<string>()
const repaired = (text: string) => repairText(text, NONE).current.text
const kinds = (text: string) => new Set(repairText(text, NONE).repairs.map((repair) => repair.kind))
const flagged = (text: string) =>
  repairText(text, NONE)
    .repairs.filter((repair) => repair.kind === 'broken-character')
    .map((repair) => repair.before)

describe('pinyin behind a character', () => {
  test.each([
    ['縣總(zǒng)工會(huì)主席到訪', '县总工会主席到访'],
    ['縣總(zong)工會(hui)主席到訪', '县总工会主席到访'],
    ['縣總(z?ng)工會(hu?)主席到訪', '县总工会主席到访'],
    ['縣總（zǒng）工會 (huì)主席到訪', '县总工会主席到访'],
    ['縣總(zong3)工會(hui4)主席到訪', '县总工会主席到访'],
    ['縣長(cháng/zhǎng)到訪總(zǒng)工會', '县长到访总工会'],
    ['形(xing)式多樣，縣裡滿意', '形式多样，县里满意'],
  ])('goes: %s', (damaged, clean) => expect(repaired(damaged)).toBe(clean))

  test('goes when it stands behind the whole word, in a text full of it', () => {
    expect(repaired('調研(diàoyán)組到縣(xiàn)總(zǒng)工會(huì)')).toBe('调研组到县总工会')
  })

  test.each(['川藏物流(旅游)产业园', '国内生产总值(GDP)', '维生素(a)', '十二(12)家'])('stays: %s', (text) =>
    expect(repaired(text)).toBe(text),
  )
})

describe('half-characters', () => {
  test.each([
    ['主席到我縣調研??h委副書記陪同。', ['??h'], '主席到我县调研。??h委副书记陪同。'],
    ['參加了座談??疾靾F(tuán)一行到廠裡。', ['??疾靾F(tuán)'], '参加了座谈。??疾靾F(tuán)一行到厂里。'],
    [
      '提供了保障!笆サ亍睉(zhàn)略落地，縣裡滿意。',
      ['!笆サ亍睉(zhàn)'],
      '提供了保障。!笆サ亍睉(zhàn)略落地，县里满意。',
    ],
    ['水平提高，?；ぐ傩丈】蛋踩?', ['?；ぐ傩丈】蛋踩?'], '水平提高，?；ぐ傩丈】蛋踩?'],
  ])('are flagged from end to end and left: %s', (damaged, flags, text) => {
    expect(flagged(damaged)).toEqual(flags)
    expect(repaired(damaged)).toBe(text)
  })

  test.each(['怎么办?要靠大家，办法总比困难多。', '加油!把工作做好，让群众满意。', '好不好？群众说了算。'])(
    'are none in a question or an exclamation: %s',
    (text) => expect(flagged(text).filter((flag) => flag.length > 1)).toEqual([]),
  )

  test('a lone mark between two characters, Latin letters that were bytes, and what no font has are flagged', () => {
    expect(flagged('县委副?记到村里')).toEqual(['?'])
    expect(flagged('标题 ÌìÈ«ÏØ×Ü¹¤»á')).toEqual(['ÌìÈ«ÏØ×Ü¹¤»á'])
    expect(flagged('县\ue123里锟斤拷')).toEqual(['\ue123', '锟斤拷'])
  })
})

describe('entities, escapes and code', () => {
  test.each([
    ['他说&amp;ldquo;好&amp;rdquo;', '他说“好”'],
    ['&amp;amp;nbsp;县里&#12289;乡里&#x300A;办法&#x300B;', ' 县里、乡里《办法》'],
    ['第一段。\\r\\n第二段。', '第一段。\n第二段。'],
    ['要\\“用好\\”阵地', '要“用好”阵地'],
    ['县总工会主席@李明月到村里，慰问职工。', '县总工会主席李明月到村里，慰问职工。'],
    ['<p class=MsoNormal>到村里<o:p></o:p></p>', '\n到村里\n'],
    ['<!--[if gte mso 9]><xml>x</xml><![endif]-->到村里<br>看望', '到村里\n看望'],
    ['&lt;p&gt;到村里&lt;/p&gt;', '\n到村里\n'],
    ['到村里看望。/p>慰问了职工，', '到村里看望。\n慰问了职工，'],
    ['.TRS_Editor P{line-height:2;font-family:宋体;}到村里', '到村里'],
    ['![](/a/b.jpg)到**村里**看[工会](http://a.b/c)', '到村里看工会'],
  ])('%s', (damaged, clean) => expect(repaired(damaged)).toBe(clean))
})

describe('punctuation, spaces and breaks', () => {
  test.each([
    ['5月10日,市妇联主席到县里,看望妇女:', '5月10日，市妇联主席到县里，看望妇女：'],
    ['到村里,，看望、，慰问。。', '到村里，看望、慰问。'],
    ['参加者１２０人', '参加者120人'],
    ['苏　强、王\u200b小明到村里，看望职工。', '苏强、王小明到村里，看望职工。'],
    ['标题\n????5月10日，市妇联主席到县里。', '标题\n5月10日，市妇联主席到县里。'],
    ['看望了职工。????随后，他到了县里。', '看望了职工。\n随后，他到了县里。'],
  ])('%s', (damaged, clean) => expect(repaired(damaged)).toBe(clean))

  test('a line torn inside a word is joined, one that only lost its stop gets it', () => {
    const torn = '5月10日，市总工会主席王大明到青山县调研职工服务阵\n地建设，看望慰问了一线职工。'
    expect(repaired(torn)).toBe(torn.replace('\n', ''))
    const lost =
      '5月10日，市总工会主席王大明到青山县调研，县领导陪同\n王大明一行先后来到红旗社区、县医院，看望职工。'
    expect(repaired(lost)).toBe(lost.replace('\n', '。\n'))
    expect(kinds(lost)).toEqual(new Set(['lost-stop']))
  })
})

describe('what a page puts around', () => {
  const BODY =
    '5月10日，市总工会主席王大明到青山县调研，看望慰问了一线职工。\n王大明强调，要把服务送到职工身边，让职工满意。'
  test.each([
    '首页 新闻中心 政务公开 办事服务',
    '当前位置：首页 > 新闻中心 > 正文',
    '某县新闻网 > 要闻 > 正文',
    '第02版：要闻',
    '2024年05月17日 星期五',
    '发布时间：2024-05-16 17:42 来源：县总工会 浏览次数：318',
    '2024-05-17 08:15 来源：市日报 评论(0)',
    '原创 青山工会 青山工会 2024-05-16 18:20 四川',
  ])('above goes: %s', (line) => {
    expect(repaired(`${line}\n王大明到青山县调研\n${BODY}`).trim()).toBe(`王大明到青山县调研\n${BODY}`)
  })

  test.each([
    '责任编辑：安可',
    '扫一扫在手机打开当前页',
    '上一篇：全县防汛会议召开',
    '（县总工会供稿）',
    '县总工会办公室供稿',
    '点击上方蓝字关注我们',
    '主办：青山县总工会',
    '声明：本网转载内容仅为传递信息之目的。',
    '点赞 在看',
  ])('below goes: %s', (line) => {
    expect(repaired(`王大明到青山县调研\n${BODY}\n${line}`).trim()).toBe(`王大明到青山县调研\n${BODY}`)
  })

  test('captions go, on their own line or run into the text', () => {
    const text = `王大明到青山县调研\n图为调研现场\n${BODY}（图为座谈会现场）\n▲王大明看望职工。宁小川 摄`
    expect(repaired(text).trim()).toBe(`王大明到青山县调研\n\n${BODY}`)
  })

  test('a page that came as one line is split at what it says of itself', () => {
    const line = `首页 > 工作动态 > 正文王大明到青山县调研来源：县总工会发布时间：2024-05-16 17:42字号：大 中 小${BODY.replace('\n', '')}王大明还看望了驿站的骑手，听取了他们的意见，并要求驿站把门常开着，把水烧热，把充电的插座装够。责任编辑：安可上一篇：全县防汛会议召开`
    expect(repaired(line)).toMatch(/^王大明到青山县调研\n5月10日，市总工会主席.*装够。$/)
  })
})
