import { elementNameAt } from './name-elements.ts'
import { surnameRank } from './surnames.ts'
import { boundaryAfterName, endsAsTitle } from './titles.ts'

/** How often a string stands in the whole text. */
export type Counter = (name: string) => number

export const NO_NAME_ALONE =
  /团委|妇联|工会|科协|残联|文联|侨联|劳模|群众|职工|学生|家长|村民|居民|企业|专家|记者|媒体|社区|志愿|代表|党员|干部|青年|妇女|儿童|老人|教师|医生|公司|集团|学校|医院|单位|部门|机构|组织|我市|我县|我区|我省|人员|陪同|调研|参加|会议|讲话|工作|座谈|活动|慰问|发言|汇报|介绍|带队|成员|领导|同志|负责|办公|联席|咖啡|茶馆|书屋|书店|超市|民宿|客栈|酒店|餐厅|小吃|面馆|食堂|农场|牧场|果园|工坊|作坊|品牌|直播|电商|务必|必须|嘉宾|客人|官兵|师生|家属|市民|农户|农民|工人|队员|会员|委员|医护|员工|孩子|[会局委办院校府部处科室组站所中心]$/

const DOTTED = /^[\u4e00-\u9fff]{1,8}(?:[·•‧・][\u4e00-\u9fff]{1,10}){1,2}/
export const NEVER_IN_NAME = /[副的了等在是把被们您我你他她每县市省镇乡局委部]/
/** 谢兵率调研组: 率 is rather the verb than the end of a name. */
const MAY_FOLLOW = /[率赴到来在对就与和向带说等也将为以先深一亲主实前出陪同及还再并]$/
const NO_SURNAME =
  /^[听看问察查询感肯勉叮嘱希建认指强要提号转走进入下上前后共率带领召主开举参出考视检督调研慰访交讲谈表作做写读送发给现亲详仔深实一二三四五六七八九两几来去到赴会处部台院局办组室团队班所站员长级位个名工职党群委政区市县省镇乡村]/

export interface Name {
  text: string
  sure: boolean
  rare: boolean
}

/**
 * How much of the words behind a title is the name: the words that follow decide, then the surname, then how
 * often each candidate stands elsewhere in the text (李蓉 six times, 李蓉赴 once).
 */
export function nameAt(rest: string, count: Counter): Name | null {
  const dotted = DOTTED.exec(rest)?.[0]
  if (dotted) return { text: trimDotted(dotted), sure: true, rare: false }
  const parts = elementNameAt(rest)
  if (parts > 0 && boundaryAfterName(rest.slice(parts)) > 0)
    return { text: rest.slice(0, parts), sure: true, rare: false }
  let best: (Name & { score: number }) | null = null
  for (const length of [2, 3, 4, 5]) {
    const text = rest.slice(0, length)
    if (text.length < length || !/^[\u3400-\u9fff]+$/.test(text) || NEVER_IN_NAME.test(text.slice(1))) break
    const boundary = boundaryAfterName(rest.slice(length))
    const rank = surnameRank(text)
    if (length === 4 && rank !== 3 && (boundary < 2 || rank === 2)) continue
    if (length === 5 && (boundary < 2 || rank >= 2)) continue
    if (boundary === 0 && !(rank >= 2 && count(text) >= 3)) continue
    const times = Math.min(count(text), 6)
    const shorter = length > 2 ? count(text.slice(0, -1)) : 0
    let score = boundary * 3 + rank * 2 + times * 0.5
    if (rank === 0) score -= 2
    if (rank === 0 && NO_SURNAME.test(text)) continue
    if (ORGAN_OF_DISTRICT.test(text) || GROUP_WORD.test(text) || endsAsTitle(text)) continue
    if (rank === 0 && (ABSTRACT.test(text) || NO_NAME_ALONE.test(text))) continue
    if (length === 3) score += 0.6
    if (length >= 4) score -= rank === 3 ? -1 : 2
    if (length > 2 && shorter > count(text)) score -= 3
    if (length === 3 && MAY_FOLLOW.test(text) && boundaryAfterName(rest.slice(2)) > 0)
      score += followsAsWord(text, rest.slice(3))
    if (length === 2 && count(rest.slice(0, 3)) === count(text) && boundary < 2 && rest.length >= 3)
      score -= 1
    if (!best || score > best.score)
      best = { text, score, sure: boundary === 2 || times >= 3, rare: rank === 0 }
  }
  if (best && best.score >= (best.rare ? 4 : 5)) return best
  return longName(rest, count)
}

/** 于谦向调研组介绍: 向 has its object; 黄宏为到我县: 为 has none, so that it ends the name. */
function followsAsWord(text: string, behind: string): number {
  if (!/[为向对与将就以]$/.test(text)) return -2
  if (
    /^(?:到|赴|来到|在|一行|率|带|要求|指出|强调|表示|陪同|参加|深入|前往|主持|同志|等|[，、])/.test(behind)
  )
    return 2
  return /^(?:(?:调研|考察|检查|督导|督查|慰问|视察|工作|巡视|评估)[组团]|大家|他|她|与会|来宾|客人|领导)/.test(
    behind,
  )
    ? -5
    : -2
}

/** 联络站建设, 履职工作: what a 代表 or 委员 has to do with, never who he is. */
const ABSTRACT =
  /建设|工作|联络|活动|会议|问题|情况|发展|服务|管理|学习|教育|培训|调研|视察|开展|组织|推进|落实|联系|选举|履职|建议|议案|提案|大会|代表|职责|作用|意见|制度/
const GROUP_WORD =
  /^精神|等$|[县市镇乡]$|..区$|小组|成员|委员|代表|干部|群众|职工|人员|领导|志愿者|队员|学员|会员/
/** 区 is a surname, yet far more often the district. */
const ORGAN_OF_DISTRICT =
  /^区(?:妇|总|委|政|人|民|教|工|团|残|科|红|文|卫|农|公|司|发|财|纪|住|城|交|水|林|商|信|审|统|市|税|医|县|级|直|属|域|块|内|长|里|位|别|分|相|有|各|领|检|法|武)/

/** 丁真郎加, 扎西平措: four or five characters where nothing shorter ends well. */
function longName(rest: string, count: Counter): Name | null {
  for (const length of [4, 5]) {
    const text = rest.slice(0, length)
    if (
      text.length < length ||
      !/^[\u3400-\u9fff]+$/.test(text) ||
      NEVER_IN_NAME.test(text) ||
      NO_SURNAME.test(text) ||
      GROUP_WORD.test(text) ||
      ABSTRACT.test(text) ||
      endsAsTitle(text)
    )
      return null
    const boundary = boundaryAfterName(rest.slice(length))
    if (boundary === 2 || (boundary === 1 && count(text) >= 2))
      return { text, sure: count(text) >= 2, rare: true }
  }
  return null
}

/** 乌吉阿哈买提·吐尔逊参加: the last part ends before a verb. */
function trimDotted(dotted: string): string {
  const dot = Math.max(...['·', '•', '‧', '・'].map((mark) => dotted.lastIndexOf(mark)))
  for (let end = dot + 2; end <= dotted.length; end++) {
    if (
      end - dot >= 3 &&
      boundaryAfterName(dotted.slice(end)) >= 1 &&
      !/^(?:[为边家里实深点]|同(?!行|志|时|意))|^和(?!.{2,})/.test(dotted.slice(end))
    )
      return dotted.slice(0, end)
  }
  return dotted
}
