import type { Edit } from './edited-text.ts'

const BYLINE =
  /^[\s　【[（(]*(?:(?:信息|文章|稿件|内容)?来源|稿源|出处|作者|撰稿|供稿|供图|图片?|图文|文|文\/图|摄影|摄|(?:本报|实习|见习)?记者|通讯员|(?:责任|值班|执行|本期|网站)?编辑|责编|(?:一|二|三|初|终)审|审核|审签|审稿|校对|编审|监制|总编|值班(?:总编|主任|领导)|签发|核稿|录入|发布(?:时间|日期|单位|机构|者|人)?|发稿时间|更新时间|时间|日期|浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|量)?|访问(?:次数|量)?|字体|字号|信息类别|索引号|文号|发文字号|公开(?:方式|日期)|主题(?:词|分类)|分享(?:到)?|打印(?:本页)?|收藏(?:本页)?|【?打印】?|关闭(?:窗口)?|大\s*中\s*小)\s*(?:[：:/／|｜丨】\]（(]|\s[\u4e00-\u9fff]{2,4}(?:\s|$)|$)/
const FURNITURE =
  /(?:ICP备|公网安备|版权所有|Copyright|©|网站标识码|违法和不良信息|举报(?:电话|邮箱)|技术支持[：:]|主办单位[：:]|承办单位[：:]|未经(?:授权|许可).{0,12}(?:转载|使用)|转载请注明|(?:扫一扫|长按|扫描).{0,14}(?:二维码|手机|关注|打开)|阅读原文|点击(?:上方|下方|蓝字|关注|标题|阅读)|关注(?:我们|公众号)|微信(?:公众号|扫码|号)|^(?:点个)?(?:在看|点赞|赞|收藏|分享|转发)$|(?:上|下)一(?:篇|条|页)|相关(?:新闻|阅读|链接|文章|推荐|信息)|推荐阅读|延伸阅读|热门(?:新闻|推荐|文章)|最新(?:推荐|文章|资讯)|设为首页|加入收藏|添加收藏|联系我们|网站地图|网站导航|无障碍(?:浏览|阅读|版)|^无障碍$|返回(?:首页|顶部|列表)|(?:您|你)?(?:当前|现在|所在)?的?位置[：:]|(?:当前|所在)位置|^首页(?:\s|[>＞»›|｜/]|$)|政务公开.{0,3}[>＞»›]|用手机(?:浏览|打开)|打开当前页|我要纠错|原标题[：:]|^【?(?:导读|编者按)|^[^，。]{0,60}\.(?:jpe?g|png|gif|bmp|webp)\s*$|^END$|^—?\s*END\s*—?$)/i
/** What only a page says of itself, whole sentences too. */
const OF_THE_PAGE =
  /版权所有|转载|ICP备|公网安备|扫一扫|长按|二维码|本网站|本站|网站标识码|举报|免责|^[\s　【[（(]*(?:来源|作者|编辑|责任编辑|记者|通讯员|审核|校对)/
const CREDIT_AT_END =
  /(?:[（(](?:(?:据|文|图|图文|文图|供稿|撰稿|来源|记者|通讯员|本报记者|实习生|编辑|责编|摄影|作者)[^（）()]{0,60}|[^（）()，。：“”]{2,30}|[\u4e00-\u9fff·]{2,4}(?:[\s　、,，][\u4e00-\u9fff·]{2,4}){0,3})[）)]|(?<=[。！”])[^（）()，。：“”\s]{2,20}(?:供稿|供图|撰稿))\s*$/
/** （县妇联办公室）, （张掖生）: who sent it in, on a line of its own. */
const CREDIT_ALONE = /^[\s　]*(?:[（(][^（）()，。]{2,40}[）)]|[^，。：]{2,24}(?:供稿|供图|撰稿|报道))\s*$/
const DATE = String.raw`(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?`
const TIME = String.raw`(?:[\sT　]*\d{1,2}:\d{2}(?::\d{2})?)?`
const DATE_ONLY = new RegExp(
  String.raw`^[\s　【[（(]*${DATE}${TIME}[\s　]*(?:(?:星期|周)[一二三四五六日天])?[\s　\]】）)]*$`,
)
/** 2024-05-17 08:15 来源：市日报 评论(0) */
const DATE_WITH_SOURCE = new RegExp(
  String.raw`^[\s　]*${DATE}${TIME}[\s　|｜]*(?:(?:信息|文章)?来源|作者|编辑|责编|责任编辑|浏览|点击|阅读|评论|字号|字体|星期|【)`,
)
const HEADLINE_WITH_DATE =
  /^[·•*\-\s]*.{4,44}[\s　[（(]*(?:(?:19|20)\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}日?[\]）)]?\s*$/
/** Words that a page puts around any text; a line of nothing else is none of the report. */
const PAGE_WORD =
  /^(?:首页|主页|正文|内容|详情|登录|注册|搜索|更多|繁体|繁體|繁体中文|简体|English|无障碍(?:浏览|阅读|版)?|长者(?:模式|版)|(?:上|下)一(?:版|篇|条|页)|放大|缩小|默认|[大中小+-]|\[?大|小\]?|打印|收藏|关闭|纠错|返回(?:首页|顶部|列表)?|分享(?:到)?[：:]?|微信|微博|QQ(?:空间|好友)?|点?(?:分享|收藏|点赞|在看)|赞|转发|原创|新闻(?:中心)?|要闻|走进.{1,4}|政务公开|办事服务|互动交流|专题专栏|通知公告|网站地图|联系我们|关于我们|版权声明|网站管理|法律声明|友情链接|相关(?:链接|新闻|报道|阅读)|热门(?:新闻|文章|推荐)|推荐阅读|评论|(?:微信)?公众号(?:二维码)?|二维码|[—-]+分享[—-]+|[\u4e00-\u9fff]{2,8}微信|END|\||｜|>+|＞|»|-|—|·)$/
/** 某市新闻网 > 县区新闻 > 正文 */
const BREADCRUMBS = /^[\s　]*[^。，>＞»›]{2,16}(?:\s*(?:>>?|＞|»|›)\s*[^。，>＞»›]{0,16}){1,6}$/
/** How a letter ends; not a headline. */
const ENDS_LETTER = /^[\s　]*(?:特此|此[致复函]|附件|联系人)/
const PAPER_PAGE = /^[\s　]*第\s*[A-Z]?\d{1,3}\s*版(?:$|[：:\s])/
const SIGNED = /^[\s　]*[□■◎●○]\s*(?:本报|本刊|本台|通讯员|记者|文|图|[\u4e00-\u9fff]{2,3}(?:\s|$))/
const LONG_FURNITURE = /^[\s　]*(?:声明|免责声明|版权声明|郑重声明|特别声明)[：:]/
const FOOT =
  /^[\s　]*(?:地址|电话|传真|邮编|邮箱|网址|联系(?:电话|地址|人)|投稿|咨询电话|监督电话|主管|主办|承办|协办)[：:]/
/** 原创 某县工会 某县工会 2024-05-16 18:20 四川 */
const WECHAT_HEAD = new RegExp(
  String.raw`^[\s　]*(?:原创[\s　]+)?\S{2,20}[\s　]+(?:\S{2,20}[\s　]+)?${DATE}${TIME}[\s　]*(?:发表于)?[\u4e00-\u9fff]{0,4}$`,
)
const CAPTION =
  /^[\s　]*(?:[（(【]?(?:上|下|左|右)?图(?:为|[说片注解][：:]|[一二三四五六七八九十\d]{1,2}[：:\s])|[▲△▼▽↑↓])/
const CREDITED_PICTURE =
  /^[^。！？]{4,70}[\s　（(/](?:[\u4e00-\u9fff]{2,4}|记者.{1,8})\s*(?:摄|供图|摄影)[）)]?\s*$/
/** A caption that ran into the text: （图为座谈会现场）, or a sentence of its own. */
const CAPTION_INSIDE =
  /[（(](?:(?:上|下|左|右)?图(?:为|[：:])[^（）()\n]{2,60}|[^（）()，。\n]{2,20}(?:摄|供图))[）)]|(?<=[。！？”）])(?:▲[^。\s]{2,40}|(?:上|下|左|右)?图为[^，。\s]{2,50})(?:。|(?=\n|$)| )/g

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
  const last = lines.findLastIndex(
    (line) =>
      (isProse(line.text) || /[。！][”）]?\s*$/.test(line.text.slice(-40))) && !isFurniture(line.text),
  )
  lines.forEach((line, index) => {
    if (isFormLine(line.text, lines[index + 1]?.text)) return
    const where = first === -1 ? 'alone' : index < first ? 'before' : index > last ? 'behind' : 'inside'
    if (isFurniture(line.text) || isPageLine(line.text, where)) found.push(whole(line))
    else if (first !== -1 && index > 0 && isCaption(line.text)) found.push(whole(line))
    else if (where === 'behind' && isOtherStory(line.text, others(lines, last, index)))
      found.push(whole(line))
    else if (where !== 'alone') {
      found.push(...captionsInside(line))
      if (index === last) found.push(...creditAtEnd(line))
    }
  })
  return found
}

type Where = 'alone' | 'before' | 'inside' | 'behind'

function isPageLine(line: string, where: Where): boolean {
  if (line.length > 160) return false
  if (PAPER_PAGE.test(line) || SIGNED.test(line) || DATE_WITH_SOURCE.test(line)) return true
  if (where === 'inside' || where === 'alone') return isAllPageWords(line) && where === 'inside'
  if (where === 'before' && BREADCRUMBS.test(line)) return true
  if (DATE_ONLY.test(line) || WECHAT_HEAD.test(line) || isMenu(line) || isAllPageWords(line)) return true
  return where === 'behind' && (FOOT.test(line) || CREDIT_ALONE.test(line))
}

function isAllPageWords(line: string): boolean {
  return line
    .trim()
    .split(/[\s　]+/)
    .every((word) => PAGE_WORD.test(word))
}

function isCaption(line: string): boolean {
  const { length } = line.trim()
  return length <= 90 && (CAPTION.test(line) ? !/[，].*[。]./.test(line) : CREDITED_PICTURE.test(line))
}

function captionsInside(line: Line): Edit[] {
  if (!/图|摄|▲/.test(line.text)) return []
  return Array.from(line.text.matchAll(CAPTION_INSIDE), (match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
    after: '',
    kind: 'boilerplate' as const,
  }))
}

/** 时间：… above 地点：…: the report's own lines, though a page dates itself in the same words. */
function isFormLine(line: string, next: string | undefined): boolean {
  return (
    /^[\s\u3000]*(?:调研|走访|活动|慰问)?时间[：:]/.test(line) &&
    /^[\s\u3000]*(?:调研|走访|活动|慰问)?地点[：:]/.test(next ?? '')
  )
}

function isFurniture(line: string): boolean {
  if (LONG_FURNITURE.test(line) && line.length < 600) return true
  const head = line.length > 160 ? line.slice(0, 160) : line
  if (line.length > 160 && /[。]/.test(head)) return false
  if (line.length > 30 && /，[^。]*。/.test(head) && !OF_THE_PAGE.test(head)) return false
  return BYLINE.test(head) || (FURNITURE.test(head) && (head.match(/[。]/g)?.length ?? 0) < 2)
}

function isMenu(line: string): boolean {
  const words = line.trim().split(/[\s　|｜>＞»›]+/)
  return words.length >= 4 && words.every((word) => word.length <= 6)
}

/** How many lines stand behind the report; none where this one may be its last, left without a stop. */
function others(lines: Line[], last: number, index: number): number {
  const next = lines[index + 1]
  const isLastOfAll = index === last + 1 && (!next || isFurniture(next.text))
  return isLastOfAll && lines[index]!.text.length >= 20 ? 0 : lines.length - 1 - last
}

function isOtherStory(line: string, how: number): boolean {
  if (line.length > 50 || /[，。：]$/.test(line.trim()) || ENDS_LETTER.test(line)) return false
  return HEADLINE_WITH_DATE.test(line) || (how >= 2 && !line.includes('，'))
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
