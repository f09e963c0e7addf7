import type { Edit } from './edited-text.ts'

const BYLINE =
  /^[\s　【[（(]*(?:(?:信息|文章|稿件|内容)?来源|稿源|出处|作者|撰稿|供稿|供图|图片?|图文|文|文\/图|摄影|摄|(?:本报|实习|见习)?记者|通讯员|(?:责任|值班|执行|本期|网站)?编辑|责编|(?:一|二|三|初|终)审|审核|审签|审稿|校对|编审|监制|总编|值班(?:总编|主任|领导)|签发|核稿|录入|发布(?:时间|日期|单位|机构|者|人)?|发稿时间|更新时间|时间|日期|浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|量)?|访问(?:次数|量)?|字体|字号|信息类别|索引号|文号|发文字号|公开(?:方式|日期)|主题(?:词|分类)|分享(?:到)?|打印(?:本页)?|收藏(?:本页)?|【?打印】?|关闭(?:窗口)?|大\s*中\s*小)\s*(?:[：:/／|｜丨】\]（(]|\s[\u4e00-\u9fff]{2,4}(?:\s|$)|$)/
const FURNITURE =
  /(?:ICP备|公网安备|版权所有|Copyright|©|网站标识码|违法和不良信息|举报(?:电话|邮箱)|技术支持[：:]|主办单位[：:]|承办单位[：:]|未经(?:授权|许可).{0,12}(?:转载|使用)|转载请注明|(?:扫一扫|长按|扫描).{0,14}(?:二维码|手机|关注|打开)|阅读原文|点击(?:上方|下方|蓝字|关注|标题|阅读)|关注(?:我们|公众号)|微信(?:公众号|扫码|号)|^(?:点个)?(?:在看|点赞|赞|收藏|分享|转发)$|(?:上|下)一(?:篇|条|页)|相关(?:新闻|阅读|链接|文章|推荐|信息)|推荐阅读|延伸阅读|热门(?:新闻|推荐|文章)|最新(?:推荐|文章|资讯)|设为首页|加入收藏|添加收藏|联系我们|网站地图|网站导航|无障碍(?:浏览|阅读|版)|^无障碍$|返回(?:首页|顶部|列表)|(?:您|你)?(?:当前|现在|所在)?的?位置[：:]|(?:当前|所在)位置|^首页(?:\s|[>＞»›|｜/]|$)|政务公开.{0,3}[>＞»›]|用手机(?:浏览|打开)|打开当前页|我要纠错|原标题[：:]|^【?(?:导读|编者按)|^[^，。]{0,60}\.(?:jpe?g|png|gif|bmp|webp)\s*$|^END$|^—?\s*END\s*—?$)/i
/** What only a page says of itself, whole sentences too. */
const OF_THE_PAGE =
  /版权所有|转载|ICP备|公网安备|扫一扫|长按|二维码|本网站|本站|网站标识码|举报|免责|^[\s　【[（(]*(?:来源|作者|编辑|责任编辑|记者|通讯员|审核|校对)/
const CREDIT_AT_END =
  /[（(](?:(?:文|图|图文|文图|供稿|撰稿|来源|记者|通讯员|本报记者|实习生|编辑|责编|摄影|作者)[^（）()]{0,60}|[^（）()，。]{2,24}(?:供稿|报道|撰稿|摄|供图|办公室|宣传部|委员会|红十字会|总工会|妇联|团委|办公厅)|[\u4e00-\u9fff·]{2,4}(?:[\s　、,，][\u4e00-\u9fff·]{2,4}){0,3})[）)]\s*$/
const DATE_ONLY =
  /^[\s　[【（(]*(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:[\sT　]*\d{1,2}:\d{2}(?::\d{2})?)?[\s　\]】）)]*$/
const HEADLINE_WITH_DATE =
  /^[·•*\-\s]*.{4,44}[\s　[（(]*(?:(?:19|20)\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}日?[\]）)]?\s*$/

export interface Line {
  start: number
  end: number
  text: string
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
    if (at > start) lines.push({ start, end: at, text: text.slice(start, at) })
    start = at + 1
  }
  return lines
}

/** A line of prose: it has a sentence in it. */
export function isProse(line: string): boolean {
  return (
    (line.length >= 12 && /[。；！]/.test(line.slice(-3000))) ||
    /[，][^，]{2,400}[，、]/.test(line.slice(0, 1000))
  )
}

/** Menus, bylines, sources, editors, footers and the headlines of other stories around a report. */
export function findBoilerplate(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '')
  const found: Edit[] = []
  const first = lines.findIndex((line) => isProse(line.text) && !isFurniture(line.text))
  const last = lines.findLastIndex((line) => isProse(line.text) && !isFurniture(line.text))
  lines.forEach((line, index) => {
    if (isFormLine(line.text, lines[index + 1]?.text)) return
    const outside = first !== -1 && (index < first || index > last)
    if (isFurniture(line.text) || (outside && (DATE_ONLY.test(line.text) || isMenu(line.text))))
      found.push(whole(line))
    else if (first !== -1 && index > last && isOtherStory(line.text, lines.length - 1 - last))
      found.push(whole(line))
    else if (index === last) found.push(...creditAtEnd(line))
  })
  return found
}

/** 时间：… above 地点：…: the report's own lines, though a page dates itself in the same words. */
function isFormLine(line: string, next: string | undefined): boolean {
  return (
    /^[\s\u3000]*(?:调研|走访|活动|慰问)?时间[：:]/.test(line) &&
    /^[\s\u3000]*(?:调研|走访|活动|慰问)?地点[：:]/.test(next ?? '')
  )
}

function isFurniture(line: string): boolean {
  const head = line.length > 160 ? line.slice(0, 160) : line
  if (line.length > 160 && /[。]/.test(head)) return false
  if (line.length > 30 && /，[^。]*。/.test(head) && !OF_THE_PAGE.test(head)) return false
  return BYLINE.test(head) || (FURNITURE.test(head) && (head.match(/[。]/g)?.length ?? 0) < 2)
}

function isMenu(line: string): boolean {
  const words = line.trim().split(/[\s　|｜>＞»›]+/)
  return words.length >= 4 && words.every((word) => word.length <= 6)
}

function isOtherStory(line: string, how: number): boolean {
  if (line.length > 50 || /[，。：]$/.test(line.trim())) return false
  return HEADLINE_WITH_DATE.test(line) || how >= 2
}

function whole(line: Line): Edit {
  return { start: line.start, end: line.end, after: '', kind: 'boilerplate' }
}

function creditAtEnd(line: Line): Edit[] {
  const tailStart = Math.max(0, line.text.length - 90)
  const tail = line.text.slice(tailStart)
  const match = CREDIT_AT_END.exec(tail)
  if (!match || !/[。！”]\s*$/.test(tail.slice(0, match.index))) return []
  const start = line.start + tailStart + match.index
  return [{ start, end: start + match[0].length, after: '', kind: 'boilerplate' }]
}
