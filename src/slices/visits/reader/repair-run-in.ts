import type { Edit } from './edited-text.ts'

/**
 * A page that came as one line: menu, headline, 来源：…发布时间：…, the report and the footer run into each other. What is
 * said of the page between headline and text becomes a line break, the rest goes.
 */
const KEY =
  '(?:(?:信息|文章|稿件|内容)?来源|发布(?:时间|日期|机构|单位|者)|发表时间|更新时间|时间|日期|作者|责任编辑|编辑|责编|审核|校对|浏览(?:次数|量)?|点击(?:次数|数|量|率)?|阅读(?:次数|量)?|访问量|字号|字体|分享到|分享|人气)'
const VALUE = '(?:[^。，：:\\n]|(?<=\\d)[：:](?=\\d)){0,30}?'
const BODY =
  '(?=(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|近日|日前|昨日|连日来|为(?:深入|进一步|全面|切实|了)|本报|本网|[\\u4e00-\\u9fff]{2,8}(?:讯|消息)[（(\\s]|\\d{1,2}日|　　)'
const DATED =
  '(?:(?:19|20)\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}日?(?:\\s?\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s{0,3})?'
const DETAILS = new RegExp(`${DATED}(?:[【\\[]?${KEY}[：:]${VALUE}){1,9}${BODY}`)
const PATH =
  /^[\s\u3000]*(?:(?:您?(?:当前|现在|所在)的?)?位置[：:]\s*)?(?:网站)?(?:首页|主页)\s*(?:(?:>>?|＞|»|›|→|-)\s*[\u4e00-\u9fffA-Za-z]{2,8}\s*){0,4}?(?:>>?|＞|»|›|→|-)\s*(?:正文|内容|详情|[\u4e00-\u9fff]{0,4}(?:动态|要闻|新闻|资讯|简讯|信息|中心))(?:\s*(?:>>?|＞|»|›)\s*正文)?(?=[\u4e00-\u9fff\s])/
const FOOTER =
  /(?<=[。！”）])[\s\u3000]*[【[（(]?(?:责任编辑|责编|编辑|(?:信息|文章|稿件)?来源|供稿|撰稿|作者|审核|一审|初审|校对|监制|扫一扫|上一篇|下一篇|版权所有|相关(?:新闻|阅读|链接|文章)|打印(?:本页)?|关闭(?:窗口)?|分享到|阅读原文|主办(?:单位)?|网站地图|点击(?:次数|数))(?=[：:\]】\s/]|[\u4e00-\u9fff])/g
const HEAD = 700
const TAIL = 1000

export function findRunIn(text: string): Edit[] {
  const found: Edit[] = []
  const first = lineWith(text, 0)
  if (first && isLong(text, first)) {
    const head = text.slice(first.start, Math.min(first.end, first.start + HEAD))
    const path = PATH.exec(head)?.[0].length ?? 0
    if (path > 0) found.push(edit(first.start, first.start + path, ''))
    const details = DETAILS.exec(head)
    if (details && details.index >= path && !/。/.test(head.slice(0, details.index))) {
      const start = first.start + details.index
      if (start > first.start + path) found.push(edit(start, start + details[0].length, '\n'))
    }
  }
  const last = lineBefore(text)
  if (last && isLong(text, last)) {
    const from = Math.max(last.start, last.end - TAIL)
    const tail = text.slice(from, last.end)
    for (const match of tail.matchAll(FOOTER)) {
      if ((tail.slice(match.index).match(/。/g)?.length ?? 0) > 1) continue
      found.push(edit(from + match.index, last.end, ''))
      break
    }
  }
  return found
}

interface Stretch {
  start: number
  end: number
}

/** A report on one line has several sentences in it. */
function isLong(text: string, { start, end }: Stretch): boolean {
  return end - start > 150 && (text.slice(start, start + 5000).match(/。/g)?.length ?? 0) > 1
}

function lineWith(text: string, at: number): Stretch | null {
  for (let start = at; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (end - start > 150) return { start, end }
    start = end + 1
    if (start > at + 3000) return null
  }
  return null
}

function lineBefore(text: string): Stretch | null {
  const end = text.trimEnd().length
  return end === 0 ? null : { start: text.lastIndexOf('\n', end - 1) + 1, end }
}

function edit(start: number, end: number, after: string): Edit {
  return { start, end, after, kind: 'boilerplate' }
}
