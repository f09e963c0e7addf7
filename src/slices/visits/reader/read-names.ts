import { isHan } from './han.ts'
import { type Counter, type Name, nameAt, NEVER_IN_NAME } from './read-name.ts'
import type { Piece } from './sentences.ts'
import { surnameRank } from './surnames.ts'
import { boundaryAfterName, endsAsTitle, postEndingAt, startsAsNoName } from './titles.ts'

/** A name as it stands in a sentence, with the titles that stand before or behind it. */
export interface Mention {
  name: string
  start: number
  end: number
  titles: TitleText[]
  reason: PersonReason
}

/** One title; its parts are joined when the name stands in its middle. */
export interface TitleText {
  text: string
  parts: { start: number; end: number }[]
}

export type PersonReason =
  | 'title-before-name'
  | 'shared-title'
  | 'group-label'
  | 'title-after-name'
  | 'rare-name'
  | 'uncertain-end'
  | 'name-only'

const CUT_BEFORE_TITLE =
  /^.*(?:赴|来到|陪同|会同|邀请|率领|带领|率|一行|在|由|随|调研的|下午|上午|当天|当日|\d日(?:电|讯)?|日[电讯]|近日|日前|期间|其中|的有|还有|组织(?!部|委员|科|处)|与会的|和来自)(?=.)/
const LEADING =
  /^(?:的|和|与|及|以及|暨|偕同|偕|同|并|有|对|向|给|听取了?|看望了?|慰问了?|是|时任|原|现任|我(?=[省市县区]))+/
const BARE_LABEL = /^(?:[\u4e00-\u9fff]{0,16}领导(?:干部)?|[\u4e00-\u9fff]{0,16}负责人)$/
const JOINED = /^(?:和|与|及|以及|、|暨)/

/** Names with titles in one sentence, in order. `count` says how often a string stands in the whole text. */
export function findMentions(sentence: Piece, count: Counter): Mention[] {
  const found: Mention[] = []
  let pending: TitleText[] = []
  let chain = false
  for (const unit of unitsOf(sentence.text)) {
    const piece = sentence.text.slice(unit.start, unit.end)
    const offset = sentence.start + unit.start
    if (piece.length > 80) {
      pending = []
      chain = false
      continue
    }
    const inside = mentionsInPiece(piece, offset, pending, count)
    const shared = inside.length === 0 && chain ? sharedName(piece, offset, found.at(-1)!, count) : null
    if (inside.length > 0) {
      found.push(...inside)
      pending = titleLeftOver(piece, offset, inside.at(-1)!)
      chain = pending.length === 0
    } else if (shared) {
      found.push(shared)
    } else if (endsAsTitle(piece) && !BARE_LABEL.test(piece)) {
      const title = titleOf(piece, 0, piece.length, offset)
      pending = title && pending.length < MOST_TITLES ? [...pending, title] : []
      chain = false
    } else {
      pending = []
      chain = false
    }
    if (unit.stop !== '、') chain = chain && unit.stop === ''
  }
  return found
}

/** Nobody has more titles than this in one breath; a longer run is no chain of titles. */
const MOST_TITLES = 12

interface Unit {
  start: number
  end: number
  stop: string
}

function unitsOf(text: string): Unit[] {
  const found: Unit[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const stop = text[at] ?? ''
    if (stop !== '' && !'，、：；“”（）()《》[]【】,! 　—–'.includes(stop)) continue
    if (isInsideTitle(text, at)) continue
    if (at > start) found.push({ start, end: at, stop })
    start = at + 1
  }
  return found
}

const ORGAN_BRACKET = /^[(（](?!记者|通讯员|文|图|来源|供稿|位于)[\u4e00-\u9fff]{1,8}[)）][\u4e00-\u9fff]/

/** 户部山(回龙窝)历史文化街区党委书记: the brackets belong to the name of the organ. */
function isInsideTitle(text: string, at: number): boolean {
  const unit = text[at]
  if (unit === '(' || unit === '（') return isHan(text[at - 1]) && ORGAN_BRACKET.test(text.slice(at, at + 12))
  if (unit !== ')' && unit !== '）') return false
  for (let open = at - 1; open >= Math.max(0, at - 9); open--) {
    if (text[open] === '(' || text[open] === '（') return isInsideTitle(text, open)
  }
  return false
}

function mentionsInPiece(piece: string, offset: number, pending: TitleText[], count: Counter): Mention[] {
  const found: Mention[] = []
  let from = 0
  for (let at = 2; at < piece.length; at++) {
    const post = at - from >= 2 ? postEndingAt(piece.slice(from), at - from) : 0
    if (post === 0) continue
    if (postEndingAt(piece.slice(from), at + 1 - from) > post) continue
    const rank = /^[（(][^（）()]{1,8}[）)]/.exec(piece.slice(at))?.[0].length ?? 0
    const rest = piece.slice(at + rank)
    if (isVerbOfSpeech(piece.slice(at - post, at), rest)) continue
    const name = nameBehindPost(rest, count)
    if (!name) continue
    const title = titleOf(piece, from, at, offset)
    if (!title) continue
    const first = found.length === 0
    found.push({
      name: name.text,
      start: offset + at + rank,
      end: offset + at + rank + name.text.length,
      titles: first ? [...pending, title] : [title],
      reason: name.sure
        ? isLabel(title.text)
          ? 'group-label'
          : name.rare
            ? 'rare-name'
            : 'title-before-name'
        : 'uncertain-end',
    })
    from = at + rank + name.text.length
    at = from
    const joined = joinedName(piece, from, offset, found.at(-1)!, count)
    if (joined) {
      found.push(joined)
      from = joined.end - offset
      at = from
    }
    at++
  }
  if (found.length === 0) {
    const behind = titleBehind(piece, offset, count)
    if (behind) found.push({ ...behind, titles: [...pending, ...behind.titles] })
    else found.push(...organAndName(piece, offset))
  }
  return found
}

/** 常务副主席杜某某和区党工委副书记、办事处主任丁某: the words behind 和 begin the next one's titles. */
function titleLeftOver(piece: string, offset: number, last: Mention): TitleText[] {
  const rest = piece.slice(last.end - offset)
  const join = /^(?:和|与|及|以及|暨)(?=..)/.exec(rest)?.[0]
  if (!join || !endsAsTitle(rest)) return []
  const title = titleOf(piece, last.end - offset + join.length, piece.length, offset)
  return title ? [title] : []
}

/** 还代表集团工会送上祝福: here 代表 is what somebody does. */
function isVerbOfSpeech(post: string, rest: string): boolean {
  return post === '代表' && /^[^，。]{0,10}(?:会|局|委|府|集团|部门|公司|单位|组织|党组|院|校)/.test(rest)
}

/**
 * A name behind a post. One that begins like a verb (向往, 和平, 来宗德) is taken where nothing else can stand:
 * it fills the rest of its clause, or the text says it again and again.
 */
function nameBehindPost(rest: string, count: Counter): Name | null {
  if (!startsAsNoName(rest)) return nameAt(rest, count) ?? wholeRest(rest)
  const word =
    /^(?:和平|和顺|向(?![上前我他全大])..?|于(?!近日|日前).{1,2}|来(?![到访信电自]).{1,2}|应(?!邀).{1,2}|全(?!程|体|面).{1,2}|从(?![严事而此]).{1,2}|都(?![是在会要]).{1,2}|同心.?|有为|可.{1,2})/.exec(
      rest,
    )?.[0]
  if (!word) return null
  const behind = /^(?:等|同志)?(?:陪同|一同|一起|参加|参与|随同|共同|汇报|介绍|主持)/
  if (word.length === rest.length && /^[\u4e00-\u9fff]+$/.test(word))
    return { text: word, sure: true, rare: false }
  for (const length of [3, 2]) {
    const text = rest.slice(0, length)
    if (
      behind.test(rest.slice(length)) &&
      text.length === length &&
      (surnameRank(text) > 0 || text === '和平')
    )
      return { text, sure: true, rare: false }
    if (length === 3 && surnameRank(text) > 0 && count(text) >= 3 && boundaryAfterName(rest.slice(3)) > 0)
      return { text, sure: true, rare: false }
  }
  return null
}

const NO_NAME_ALONE =
  /团委|妇联|工会|科协|残联|文联|侨联|劳模|群众|职工|学生|家长|村民|居民|企业|专家|记者|媒体|社区|志愿|代表|党员|干部|青年|妇女|儿童|老人|教师|医生|公司|集团|学校|医院|单位|部门|机构|组织|我市|我县|我区|我省|人员|陪同|调研|参加|会议|讲话|工作|座谈|活动|慰问|发言|汇报|介绍|带队|成员|领导|同志|负责|办公|联席|[会局委办院校府部处科室组站所中心]$/

/** 县妇联主席仝守信 and then a comma: whatever its first character, two or three characters alone are a name. */
function wholeRest(rest: string): Name | null {
  if (!/^[\u3400-\u9fff]{2,3}$/.test(rest) || NO_NAME_ALONE.test(rest) || NEVER_IN_NAME.test(rest))
    return null
  if (/^[该各某本此这那每全其第一二三四五六七八九十两几]/.test(rest)) return null
  return { text: rest, sure: surnameRank(rest) > 0, rare: surnameRank(rest) === 0 }
}

/** 县总工会赵某某、县妇联李某: the organ instead of a title. */
function organAndName(piece: string, offset: number): Mention[] {
  const match = ORGAN_AND_NAME.exec(piece)
  if (!match || surnameRank(match[2]!) < 2 || NO_NAME_ALONE.test(match[2]!) || NEVER_IN_NAME.test(match[2]!))
    return []
  const organ = match[1]!.replace(CUT_BEFORE_TITLE, '').replace(LEADING, '')
  const start = offset + match[1]!.length
  const titles = [{ text: organ, parts: [{ start: start - organ.length, end: start }] }]
  return [{ name: match[2]!, start, end: start + match[2]!.length, titles, reason: 'uncertain-end' }]
}

const ORGAN_AND_NAME =
  /^([省市州县区旗镇乡\u4e00-\u9fff]{1,12}(?:总工会|妇联|红十字会|团[省市州县区]委|残联|科协|工商联|[人民]?政府办|[县市区]委办|[民财教住交水农商卫]\S{0,3}局))((?!康复|文化|高度|全面|方面|常态|成立|安排|对口|党组|党委|机关)[\u4e00-\u9fff]{2,3})$/

/** 副主席张三和李四: the second shares the title of the first. */
function joinedName(
  piece: string,
  from: number,
  offset: number,
  first: Mention,
  count: Counter,
): Mention | null {
  const join = /^(?:和|与|及|以及)/.exec(piece.slice(from))?.[0]
  if (!join) return null
  const start = from + join.length
  if (holdsPost(piece.slice(start))) return null
  return sharedName(piece.slice(start), offset + start, first, count)
}

/** 宋卓星和魏都区发改委主任陶凤茹: what follows 和 is a title of its own. */
function holdsPost(words: string): boolean {
  for (let end = 3; end <= Math.min(words.length, 30); end++) if (postEndingAt(words, end) > 0) return true
  return false
}

function sharedName(piece: string, offset: number, first: Mention, count: Counter): Mention | null {
  const name = startsAsNoName(piece)
    ? nameBehindPost(piece, count)
    : (sharedWhole(piece) ?? nameAt(piece, count))
  if (!name?.sure || name.rare || boundaryAfterName(piece.slice(name.text.length)) === 0) return null
  if (endsAsTitle(piece.slice(0, name.text.length + 2)) && postEndingAt(piece, name.text.length + 2) === 2)
    return null
  return {
    name: name.text,
    start: offset,
    end: offset + name.text.length,
    titles: first.titles,
    reason: isLabel(first.titles.at(-1)?.text ?? '') ? 'group-label' : 'shared-title',
  }
}

/** 郗建业、亓玉珍、仝守信: between two marks of a list. */
function sharedWhole(piece: string): Name | null {
  const bare = piece.replace(/(?:等|等人|等同志|等领导)$/, '')
  if (surnameRank(bare) === 0 || endsAsTitle(bare)) return null
  return wholeRest(bare)
}

function isLabel(title: string): boolean {
  return /领导$/.test(title)
}

const POST =
  /(?:党组书记|副理事长|理事长|董事长|总经理|巡视员|常委|副书记|书记|副部长|部长|副主席|主席|副会长|会长|副主任|主任|副局长|局长|副县长|县长|副市长|市长|副区长|区长|副镇长|镇长|院长|校长|秘书长|处长|科长|同志)/g

/** 余力书记, 省红十字会赈济部吴宏军部长: the post behind the name; what stands before it is the organ. */
function titleBehind(piece: string, offset: number, count: Counter): Mention | null {
  if (!/[记长席任理员委]|同志/.test(piece)) return null
  for (const match of piece.matchAll(POST)) {
    for (const length of [3, 2, 4]) {
      const start = match.index - length
      if (start < 0) continue
      const name = piece.slice(start, match.index)
      const rank = surnameRank(name)
      if (
        rank === 0 ||
        (rank === 1 && length !== 3) ||
        (length === 4 && rank !== 3) ||
        NEVER_IN_NAME.test(name) ||
        /^(?:常务|党组|专职|兼职)/.test(name) ||
        postEndingAt(name, name.length)
      )
        continue
      if (boundaryAfterName(piece.slice(match.index + match[0].length)) === 0) continue
      const organ = piece
        .slice(0, start)
        .replace(CUT_BEFORE_TITLE, '')
        .replace(LEADING, '')
        .replace(/^.*[在由经]$/, '')
      if (
        organ !== '' &&
        !/(?:会|部|局|委|院|司|厅|处|办|中心|集团|公司|镇|乡|县|市|区|省|州|联|团委)$/.test(organ)
      )
        continue
      if (organ === '' && length === 3 && count(name) < 2 && count(name.slice(1)) > count(name)) continue
      const organStart = start - organ.length
      const post = match[0] === '同志' ? '' : match[0]
      const parts = [
        { start: offset + organStart, end: offset + start },
        { start: offset + match.index, end: offset + match.index + post.length },
      ].filter((part) => part.end > part.start)
      const titles = post === '' ? [] : [{ text: organ + post, parts }]
      return { name, start: offset + start, end: offset + match.index, titles, reason: 'title-after-name' }
    }
  }
  return null
}

function titleOf(piece: string, from: number, end: number, offset: number): TitleText | null {
  let text = piece.slice(from, end)
  text = text.replace(JOINED, '').replace(CUT_BEFORE_TITLE, '').replace(LEADING, '')
  if (text.length < 2 || text.length > 40 || /强调|指出|要求|听取|召开|开展|进行/.test(text)) return null
  const start = end - text.length
  return { text, parts: [{ start: offset + start, end: offset + end }] }
}
