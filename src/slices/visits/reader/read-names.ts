import { isHan } from './han.ts'
import { type Counter, type Name, nameAt, NEVER_IN_NAME, NO_NAME_ALONE } from './read-name.ts'
import { organAndName, titleBehind } from './read-post-behind.ts'
import {
  BARE_LABEL,
  isLabel,
  isTitle,
  labelBefore,
  postBracketsAt,
  type TitleText,
  titleLeftOver,
  titleOf,
} from './read-title.ts'
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

export type PersonReason =
  | 'title-before-name'
  | 'shared-title'
  | 'group-label'
  | 'title-after-name'
  | 'rare-name'
  | 'uncertain-end'
  | 'name-only'

/** 为加快推进县乡人大代表联络站建设、进一步做好…: a purpose names nobody who went. */
const PURPOSE = /^(?:为了?(?=[^，]{4})(?![\u4e00-\u9fff]{0,8}[长记席任])|进一步)/

/** Names with titles in one sentence, in order. `count` says how often a string stands in the whole text. */
export function findMentions(sentence: Piece, count: Counter): Mention[] {
  const found: Mention[] = []
  let pending: TitleText[] = []
  /** The titles that the next name shares, where it may stand alone. */
  let chain: TitleText[] | null = null
  for (const unit of unitsOf(sentence.text)) {
    if (isGloss(sentence.text, unit)) continue
    const piece = sentence.text.slice(unit.start, unit.end)
    const offset = sentence.start + unit.start
    if (piece.length > 80 || PURPOSE.test(piece)) {
      pending = []
      chain = null
      continue
    }
    const inside = mentionsInPiece(piece, offset, pending, count)
    const shared = inside.length === 0 && chain ? sharedName(piece, offset, chain, count) : null
    const label = inside.length === 0 && unit.stop !== '、' ? labelBefore(piece, offset) : null
    const title = inside.length === 0 && !label && isTitle(piece) && !BARE_LABEL.test(piece)
    if (inside.length > 0) {
      const last = inside.at(-1)!
      found.push(...inside)
      const over = titleLeftOver(piece, last.end - offset, offset)
      pending = over ? [over] : []
      chain = unit.stop === '、' && last.end === offset + piece.length ? last.titles : null
    } else if (shared) {
      found.push(shared)
      if (unit.stop !== '、') chain = null
    } else if (title) {
      const one = titleOf(piece, 0, piece.length, offset)
      pending = one && pending.length < MOST_TITLES ? [...pending, one] : []
      chain = null
    } else {
      pending = []
      chain = label
    }
  }
  return found
}

/** 李四（女）、王五: a few words in brackets do not end a list. */
function isGloss(text: string, unit: Unit): boolean {
  return (
    unit.end - unit.start <= 8 &&
    '（('.includes(text[unit.start - 1] ?? ' ') &&
    '）)'.includes(unit.stop || ' ')
  )
}

/** Nobody has more titles than this in one breath; a longer run is no chain of titles. */
const MOST_TITLES = 12

interface Unit {
  start: number
  end: number
  stop: string
}

const UNIT_STOP = /[，、：；“”（）()《》[\]【】,! \u3000—–]/g

function unitsOf(text: string): Unit[] {
  const found: Unit[] = []
  let start = 0
  for (const { 0: stop, index } of text.matchAll(UNIT_STOP)) {
    if (isInsideTitle(text, index)) continue
    if (index > start) found.push({ start, end: index, stop })
    start = index + 1
  }
  if (text.length > start) found.push({ start, end: text.length, stop: '' })
  return found
}

const ORGAN_BRACKET = /^[(（](?!记者|通讯员|文|图|来源|供稿|位于)[\u4e00-\u9fff]{1,8}[)）][\u4e00-\u9fff]/

/** 户部山(回龙窝)历史文化街区党委书记: the brackets belong to the name of the organ. */
function isInsideTitle(text: string, at: number): boolean {
  const unit = text[at]
  if (unit === '(' || unit === '（')
    return (
      (isHan(text[at - 1]) && ORGAN_BRACKET.test(text.slice(at, at + 12))) || postBracketsAt(text, at) > 0
    )
  if (unit !== ')' && unit !== '）') return false
  for (let open = at - 1; open >= Math.max(0, at - 15); open--) {
    if (text[open] === '(' || text[open] === '（') return isInsideTitle(text, open)
  }
  return false
}

function mentionsInPiece(piece: string, offset: number, pending: TitleText[], count: Counter): Mention[] {
  const found: Mention[] = []
  let from = 0
  for (let at = 2; at < piece.length; at++) {
    const post = at - from >= 2 ? postEndingAt(piece, at, from) : 0
    if (post === 0) continue
    if (postEndingAt(piece, at + 1, from) > post) continue
    const held = postBracketsAt(piece, at)
    const has = /领导$|领导同志$/.test(piece.slice(0, at)) ? /^(?:还?有|是)/ : null
    const rank =
      held ||
      (/^[（(][^（）()]{1,8}[）)]/.exec(piece.slice(at))?.[0] ?? has?.exec(piece.slice(at))?.[0] ?? '').length
    const rest = piece.slice(at + rank)
    if (isVerbOfSpeech(piece.slice(at - post, at), rest)) continue
    const name = nameBehindPost(rest, count)
    if (!name) {
      const before =
        boundaryAfterName(rest) > 0 ? titleBehind(piece.slice(from, at), offset + from, count) : null
      if (!before || at === piece.length) continue
      found.push(found.length === 0 ? { ...before, titles: [...pending, ...before.titles] } : before)
      from = at
      continue
    }
    const title = titleOf(piece, from, at + held, offset)
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
    const joined = joinedName(piece, from, offset, found.at(-1)!.titles, count)
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
    /^(?:和平|和顺|和.{1,2}(?=[带率到赴来一主参陪要指强])|向(?![上前我他全大])..?|于(?!近日|日前).{1,2}|来(?![到访信电自]).{1,2}|应(?!邀).{1,2}|全(?!程|体|面).{1,2}|从(?![严事而此]).{1,2}|都(?![是在会要]).{1,2}|同心.?|有为|可.{1,2})/.exec(
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
    const named = text.startsWith('和') ? !NO_NAME_ALONE.test(text) : surnameRank(text) > 0
    if (
      length === 3 &&
      named &&
      count(text) >= (text.startsWith('和') ? 2 : 3) &&
      boundaryAfterName(rest.slice(3)) > 0
    )
      return { text, sure: true, rare: false }
  }
  return null
}

/** 县妇联主席仝守信 and then a comma: whatever its first character, two or three characters alone are a name. */
function wholeRest(rest: string): Name | null {
  // 于是川: 是 is a word almost everywhere, yet not between a surname and the stop.
  const letters = rest.length === 3 && surnameRank(rest) > 0 ? rest.replace('是', '') : rest
  if (!/^[\u3400-\u9fff]{2,3}$/.test(rest) || NO_NAME_ALONE.test(rest) || NEVER_IN_NAME.test(letters))
    return null
  if (/^[该各某本此这那每全其第一二三四五六七八九十两几]/.test(rest)) return null
  return { text: rest, sure: surnameRank(rest) > 0, rare: surnameRank(rest) === 0 }
}

/** 副主席张三和李四: the second shares the title of the first. */
function joinedName(
  piece: string,
  from: number,
  offset: number,
  titles: TitleText[],
  count: Counter,
): Mention | null {
  const join = /^(?:和|与|及|以及)/.exec(piece.slice(from))?.[0]
  if (!join) return null
  const start = from + join.length
  if (holdsPost(piece.slice(start))) return null
  return sharedName(piece.slice(start), offset + start, titles, count)
}

/** 宋卓星和魏都区发改委主任陶凤茹: what follows 和 is a title of its own. */
function holdsPost(words: string): boolean {
  for (let end = 3; end <= Math.min(words.length, 30); end++) if (postEndingAt(words, end) > 0) return true
  return false
}

function sharedName(piece: string, offset: number, titles: TitleText[], count: Counter): Mention | null {
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
    titles,
    reason: titles.length === 0 ? 'name-only' : isLabel(titles.at(-1)!.text) ? 'group-label' : 'shared-title',
  }
}

/** 郗建业、亓玉珍、仝守信: between two marks of a list. */
function sharedWhole(piece: string): Name | null {
  const bare = piece.replace(/(?:等|等人|等同志|等领导)$/, '')
  if (surnameRank(bare) === 0 || endsAsTitle(bare)) return null
  return wholeRest(bare)
}
