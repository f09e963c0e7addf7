import type { Piece } from './sentences.ts'

const NUMBER = '(?:\\d[\\d,.]*(?:万|亿|余|多)?|[一二两三四五六七八九十百千万]{1,6}(?:余|多)?)'
const UNIT =
  '(?:名|人次|人(?![民们员才大])|个(?!人|体|性|月)|次(?!序)|场(?!所|地)|家(?!庭|长|园)|户|项(?!目)|件|亩|万?元|亿元|平方米|公里|公斤|吨|台(?!账)|套|间(?!隔)|所|处(?!理)|期|批|小时|%|％|个百分点|倍|份|本(?!级|地|着|职)|支(?!持|部|撑)|条(?!件)|类|辆|张|桌|斤|米|顿|遍|轮|篇|节课|课时|岗|站)'
const EVERY = '每(?:人|户|家|个[^，。]{1,4}|名[^，。]{1,4})?(?:每)?(?:年|月|周|天|日|季度?|学期)?(?:都)?'
const BOUND = '(?:不少于|不低于|不超过|至少|最多|达到|增长|提高到|控制在|超过)'
const QUANTITY = new RegExp(
  `(?:${EVERY}[^，。；、\\d一二两三四五六七八九十]{0,10})?${BOUND}?(?:百分之${NUMBER}|${NUMBER}${UNIT})(?:以上|以内|以下|左右)?|(?:${EVERY.replace('?(?:每)?', '')})(?:一|\\d+)(?:次|场|期|遍|报)`,
  'g',
)
/** 一家人, 三个面向, 一项项: numbers that count nothing to be reached. */
const IDIOM =
  /^(?:[一二三四五六七八九十]{1,2}(?:个(?:面向|方面|必须|确保|坚持|到位|转变|环节|层面|重点|关键|意识|维护|自信|不|有|一|结合|服务|统筹)|支队伍|类人|项工作|件事|家亲|家人|条心|批批|个个|项项|件件|次次|户户|家家|站式|条龙|张网|本账|盘棋|处)|第[一二三四五六七八九十]+)/
/** Slogans count too (“三个一百”), yet nothing that somebody reaches. */
const QUOTED = /[“][^”]{1,40}[”]/g

/** What can be counted in an instruction: 200名, 每月1次, 不少于30%. Days and deadlines are no quantities. */
export function readQuantities(words: Piece): Piece[] {
  const text = words.text.replace(QUOTED, (quoted) => '“'.repeat(quoted.length))
  const found: Piece[] = []
  for (const match of text.matchAll(QUANTITY)) {
    const counted = match[0].replace(/^每[^\d一二两三四五六七八九十百]*/, '')
    if (IDIOM.test(text.slice(match.index + match[0].length - counted.length))) continue
    if (
      /^(?:每)?一(?![次场期遍轮])/.test(match[0]) ||
      /^(?:之)?[内前]/.test(text.slice(match.index + match[0].length))
    )
      continue
    if (/[第“]$/.test(text.slice(0, match.index))) continue
    found.push({
      start: words.start + match.index,
      end: words.start + match.index + match[0].length,
      text: match[0],
    })
    if (found.length === 20) break
  }
  return found
}
