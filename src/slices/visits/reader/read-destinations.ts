import { isPartOfSite } from './place-words.ts'
import { isLikelyName, type PlaceName, readPlaceList } from './read-place-list.ts'
import type { Piece } from './sentences.ts'

/** Code units; a list of places in one clause stays far below. */
const LONGEST_LIST = 1200

export function cut(piece: Piece, from: number, to: number): Piece {
  return { start: piece.start + from, end: piece.start + to, text: piece.text.slice(from, to) }
}

/** 调研锦绣计划、妇女之家、家庭文明建设等工作: what was looked into, not where. */
export function isTopicList(text: string, verb: string, from: number): boolean {
  if (!/(?:调研|考察|检查|督导|视察)$/.test(verb)) return false
  const clause = text.slice(from, from + 200).split(/[，；：]/, 1)[0]!
  if (/(?:情况|进度)$/.test(clause)) return true
  if (/^[^、]{2,6}?[省市县区镇乡村][^、]{2,18}(?:基地|中心|公司|站|点|学校|社区|村|园)、/.test(clause))
    return false
  return (
    clause.includes('、') && /(?:工作|情况|问题|建设|方面|事项|等)$/.test(clause) && !/等[地处]/.test(clause)
  )
}

/** 到团市委机关参加座谈会: a hall where only a meeting was held is no site. */
export function isOnlyMeeting(piece: Piece, names: PlaceName[]): boolean {
  if (names.length !== 1) return false
  return /^(?:会议室)?(?:参加|出席|召开|主持召开|组织召开|举行)(?:了)?[^，]{0,16}(?:座谈|会|会议)(?![\u4e00-\u9fff]*(?:中心|馆|厅))/.test(
    piece.text.slice(names[0]!.end - piece.start),
  )
}

/**
 * A list may go on behind a comma, as long as each clause is nothing but places. `sure`: the verb leaves no doubt
 * that a place follows, whatever its name ends with.
 */
export function placesFrom(piece: Piece, from: number, sure = false): PlaceName[] {
  let end = endOfClause(piece.text, from)
  const clause = cut(piece, from, end)
  const names = readPlaceList(clause)
  if (names.length === 0 && !sure) {
    const gone = /^([\u4e00-\u9fff]{5,12}?)(?:考察|调研|检查|督导|视察|看望|慰问)/.exec(clause.text)
    if (gone && isLikelyName(gone[1]!))
      return [{ start: clause.start, end: clause.start + gone[1]!.length, text: gone[1]!, sure: false }]
  }
  if (names.length === 0 && sure && isLikelyName(clause.text)) return [{ ...clause, sure: false }]
  while (
    names.length > 0 &&
    !isPartOfSite(names.at(-1)!.text) &&
    names.at(-1)!.end === piece.start + end &&
    piece.text[end] === '，'
  ) {
    const next = endOfClause(piece.text, end + 1)
    const more = readPlaceList(cut(piece, end + 1, next))
    if (
      more.length === 0 ||
      /^(?:分别)?(?:[对就并]|围绕|详细|实地|听取|重点|通过|认真)/.test(piece.text.slice(end + 1)) ||
      /^[里内中的]/.test(piece.text.slice(more.at(-1)!.end - piece.start)) ||
      more[0]!.start !== piece.start + end + 1 ||
      !more.every((name) => name.sure || more.length > 2)
    )
      break
    names.push(...more)
    end = next
  }
  return names
}

export function endOfClause(text: string, from: number): number {
  let depth = 0
  const longest = Math.min(text.length, from + LONGEST_LIST)
  for (let at = from; at < longest; at++) {
    const unit = text[at]!
    if ('（(“《'.includes(unit)) depth++
    else if ('）)”》'.includes(unit)) depth--
    else if (depth <= 0 && '，：；'.includes(unit)) return at
  }
  return longest
}
