const ADVERB =
  /^(?:要|继续|进一步|积极|切实|不断|充分|持续|深入|全面|认真|始终|牢牢|大力|着力|更好地?|更加|坚定|扎实|主动|努力|全力|加快|加力|能够?|好好|再|还|多|一是|二是|三是|四是|紧紧|坚决|严格|高度|精准|有效|稳步|尽快|务必|必须|各地)+/
const VERB =
  /^(?:加强|深化|做好|推进|推动|抓好|抓实|强化|提升|提高|发挥好?|坚持|围绕|聚焦|以|把|将|建好|打造|完善|健全|建立|落实|拓展|拓宽|优化|创新|开展|整合|压实|守牢|筑牢|增强|扩大|维护|立足|突出|关注|关心|加大|巩固|培育|培养|总结|探索|组织|引导|服务|严守|规范|丰富|传承|弘扬|履行|用好|管好|办好|建强|当好|树立|抓住|抢抓|结合|依托|利用|珍惜|保持|注重|重视|保障|解决|做实|做细|做优|做大|做强|做深|对标|统筹|支持|通过)(?:了)?/
const FRAME =
  /^在([^，。]{2,30}?)(?:上|方面|中)(?=(?:再|下|持续|狠|更|见|求|出|做|用|有|作|发|聚|走|当|争|展|求|实现|不断|继续|进一步|主动|精准|加|取得))/

/** The words of an enumerator (在示范引领上再着力), else the first thing that the instruction names. */
export function readTheme(text: string, from: number): { start: number; end: number } | null {
  const rest = text.slice(from, from + 120)
  const frame = FRAME.exec(rest)
  if (frame) return { start: from + 1, end: from + 1 + frame[1]!.length }
  const adverbs = ADVERB.exec(rest)?.[0].length ?? 0
  const verb = VERB.exec(rest.slice(adverbs))?.[0]
  if (!verb) return null
  const start = adverbs + verb.length
  const object =
    /^[^，。；：、]{2,24}?(?=$|[，。；：、]|为抓手|为媒|为重点|为契机|为目标|为载体|为主线|为引领|为核心|作为|纳入|融入|转化)/.exec(
      rest.slice(start),
    )?.[0]
  return object ? { start: from + start, end: from + start + object.length } : null
}

const QUANTITY =
  /(?:\d[\d,.]*|[一二三四五六七八九十百千万两]{1,4})\s*(?:名|人次?|个(?!人|体|性)|次|场|家|户|项|件|亩|元|万元|亿元|平方米|公里|公斤|吨|台|套|间|所|处|期|批|天|周|个月|小时|%|％|倍|份|本|支|条|类)(?!心|方面|力|样)|百分之/
const DELIVERABLE =
  /公开|公布|公示|建成|投入使用|投用|开通|挂牌|验收|完工|竣工|出台|印发|上报|报送|(?:建立|制定|列出|形成|编制|梳理|完善)[^，。]{0,12}(?:台账|清单|名册|档案|目录|方案|时间表|路线图)|全覆盖|清零|每[周月季年天日]/

/** Could somebody later count or see whether it was done? 做深做细做实 cannot be counted. */
export function isMeasurable(text: string): boolean {
  return (
    QUANTITY.test(
      text.replace(
        /[“][^”]{1,40}[”]|^[一二三四五六七八九十]{1,2}(?:是|要)|一(?:家人|个个|项项|件件|次次)/g,
        '',
      ),
    ) ||
    DELIVERABLE.test(text) ||
    readableDeadline.test(text)
  )
}

const readableDeadline = /(?:年|月|季度|周)(?:底|末|内)前?|\d{1,2}[月日](?:底|末)?(?:之)?前/
