import { isOffice, isPlaceOfItsOwn, isRegion, isTownship } from './place-words.ts'
import { cut, endOfClause } from './read-destinations.ts'
import { type PlaceName, readPlaceList } from './read-place-list.ts'
import type { Piece, Sentence } from './sentences.ts'

/** 离开红旗社区，… 从公司出来，…: where they had been, though nothing more is told of it. */
export function placesLeft(piece: Piece): PlaceName[] {
  const gone = /^(?:离开|从)([^，。在到]{3,24}?)(?:出来|出发|出来后)?，/.exec(piece.text)
  if (!gone) return []
  const at = gone[0].indexOf(gone[1]!)
  return readPlaceList(cut(piece, at, at + gone[1]!.length))
}

/** 第一站　县政务服务中心: a line that says nothing but where. */
export function stationIn(piece: Piece, sentence: Sentence): PlaceName[] {
  const head =
    /^(?:第[一二三四五六七八九十\d]{1,2}站|站点[一二三四五六七八九十\d]{1,2}|(?:调研|走访|参观|观摩)(?:点|点位|站点|地点)[一二三四五六七八九十\d]{0,2})[：:|｜丨\s　]{1,4}/.exec(
      piece.text,
    )
  if (!head) return headingIn(piece, sentence)
  if (!sentence.opens) return []
  const rest = cut(piece, head[0].length, Math.min(piece.text.length, head[0].length + 40))
  const end = endOfClause(rest.text, 0)
  const names = readPlaceList({ ...rest, end: rest.start + end, text: rest.text.slice(0, end) })
  const all = names.length > 0 || end < rest.text.length ? names : [{ ...rest, sure: false }]
  return all
}

/** 【红旗社区】 or a bare line 红旗社区: a heading that says where. */
function headingIn(piece: Piece, sentence: Sentence): PlaceName[] {
  if (!sentence.opens || sentence.stop !== '' || piece.text.length > 26 || /[，。；]/.test(piece.text))
    return []
  const mark =
    /^[【〖［[◆●■▲▌★※①-⑩\d.．、一二三四五六七八九十（）()\s]*(?:(?:调研|走访|活动|慰问)?地点[：:])?/.exec(
      piece.text,
    )![0].length
  const end = piece.text.replace(/[】〗］\]：:\s]+$/, '').length
  if (end - mark < 4 || /^[看听问访察抓强聚促话谈]/.test(piece.text.slice(mark))) return []
  const words = cut(piece, mark, end)
  if (/调研|考察|慰问|走访|指导|工作|记者|通讯员|来源|供稿/.test(words.text)) return []
  const names = readPlaceList(words)
  const last = names.at(-1)
  if (!last || last.end !== words.end || names[0]!.start !== words.start) return []
  return names.some((name) => isTownship(name.text) || isRegion(name.text)) ? [] : names
}

/** 县青少年宫里，孩子们…: where the paragraph plays, without 在. */
export function bareHeadIn(piece: Piece, sentence: Sentence): PlaceName[] {
  const first =
    /^(?:(?:此次|这次|当天)?(?:调研|走访|考察|慰问|视察|参观|督导)的)?(?:第[一二三四五六七八九十]|最后一|首|下一)站(?:是|就是|，是|选在|放在|来到)?(?:位于[^，。]{2,14}的)?/.exec(
      piece.text,
    )
  if (first) {
    const comma = piece.text.indexOf('，', first[0].length)
    const names = readPlaceList(cut(piece, first[0].length, comma === -1 ? piece.text.length : comma))
    if (names.length > 0) return names
  }
  if (!sentence.opens) return []
  const scene = sceneIn(piece)
  if (scene.length > 0) return scene
  const inside =
    /^([“\u4e00-\u9fff][^，。、；：]{2,22}?)(?:操场上|院子里|工地上|门口|门前|内外|现场|里|内|上|前|中|旁)，/.exec(
      piece.text,
    )
  if (
    !inside ||
    /^(?:在|从|当|座谈|调研|会|走访|活动|会议|考察|慰问|交谈|检查|视察|汇报|讲话|发言|路|途|谈话|工作|近日|日前|上午|下午|离开)/.test(
      piece.text,
    )
  )
    return []
  const words = cut(piece, 0, inside[1]!.length)
  const names = readPlaceList(words)
  if (
    names.length !== 1 ||
    names[0]!.end !== words.end ||
    names[0]!.start !== words.start ||
    isTownship(words.text)
  )
    return []
  return names
}

/** 午后的高新区外卖骑手驿站，几名骑手正在充电: a paragraph that opens on a scene. */
function sceneIn(piece: Piece): PlaceName[] {
  const match =
    /^(?:(?![在从])[\u4e00-\u9fff]{1,6}(?<![楼层])(?:的|，))?([“\u4e00-\u9fff][^，。、；：]{3,22}?)，(?=[^。]{0,14}(?:正在|正忙|正|络绎|热火朝天|井然有序|机器轰鸣|书声|人来人往|传来|一派))/.exec(
      piece.text,
    )
  if (!match) return []
  const from = match[0].length - match[1]!.length - 1
  const words = cut(piece, from, from + match[1]!.length)
  const names = readPlaceList(words)
  const only = names.length === 1 ? names[0]! : null
  if (!only || only.start !== words.start || only.end !== words.end) return []
  return isPlaceOfItsOwn(words.text) && !isTownship(words.text) ? names : []
}

/** 某某村是…, 某某市场位于…: what a sentence describes, with its name at the head. */
export function placeDescribed(piece: Piece): PlaceName | null {
  const subject =
    /^(?:[^，。的是]{2,16}的)?([“\u4e00-\u9fff][^，。、；：是]{2,24}?)(?=[，是]|被|位于|坐落|地处|占地|成立于|始建|建于|总投资|现有|拥有|距|由|共有|有着)/.exec(
      piece.text,
    )
  if (!subject) return null
  const from = subject[0].length - subject[1]!.length
  const words = cut(piece, from, subject[0].length)
  const names = readPlaceList(words)
  const only = names.length === 1 && names[0]!.end === words.end ? names[0]! : null
  if (
    !only ||
    /^(?:该|这|其|离开|走|来|在|从|当)|属/.test(only.text) ||
    isTownship(only.text) ||
    isRegion(only.text) ||
    isOffice(only.text)
  )
    return null
  return isPlaceOfItsOwn(only.text) ? only : null
}

/** 首先来到这里, 听取该村介绍, 调研组走进…的店铺: they are where the text has just described. */
export function isThere(words: string, leadName: string | null): boolean {
  const visitor = `(?:调研组|考察组|检查组|慰问组|督导组|一行|他|她${leadName ? `|${leadName}` : ''})`
  return (
    /(?:来到|走进|前往|到|赶到|抵达)(?:了)?(?:这里|此地|此处|这个|这家|该[\u4e00-\u9fff]{1,4})|听取[^，]{0,4}该[村社厂园公校馆院站企单]/.test(
      words,
    ) ||
    new RegExp(`${visitor}[^，。]{0,8}(?:走进|深入|察看|查看|参观|听取|观看)(?!.{0,20}(?:座谈|汇报会))`).test(
      words,
    )
  )
}

/** 在松滋市科技馆开展专题调研: in the opening, where the visit is. */
export function placesWorkedAt(piece: Piece): PlaceName[] {
  const match =
    /在([^，。；、]{4,24}?)(?:开展|进行|召开|举行)[^，。]{0,16}?(?:调研|检查|督导|考察|走访|慰问|视察)/.exec(
      piece.text,
    )
  if (!match) return []
  const names = readPlaceList(cut(piece, match.index + 1, match.index + 1 + match[1]!.length))
  return names.filter((name) => !isRegion(name.text) && !isTownship(name.text))
}

/** 对益寿敬老院和服务中心进行了验收检查: said without a verb of going. */
export function placesActedOn(piece: Piece): PlaceName[] {
  const match =
    /对(?:[^，。]{2,30}的)?([^，。的]{4,90}?)(?:[一二两三四五六七八九十\d]+个(?:项目|企业|点位|单位))?进行了?(?:实地|现场|突击|验收|专项|重点|详细)*(?:检查|调研|督导|督查|走访|察看|视察|考察|观摩|看望|慰问|了解)(?!组)/.exec(
      piece.text,
    )
  return match ? ownPlaces(piece, match) : []
}

/** 并在社会治理中心接待来访: a place at the end of a route. */
export function placeOfDeed(piece: Piece): PlaceName[] {
  const match = /(?:并|还)在([^，。、]{4,20}?)(?:接待|看望|慰问)/.exec(piece.text)
  return match ? ownPlaces(piece, match) : []
}

function ownPlaces(piece: Piece, match: RegExpExecArray): PlaceName[] {
  const at = match.index + match[0].indexOf(match[1]!)
  return readPlaceList(cut(piece, at, at + match[1]!.length)).filter((name) => isPlaceOfItsOwn(name.text))
}

/** 看望了在疗养所休养的老劳模: a place that only stands beside the people met there. */
export function placesInPassing(piece: Piece): PlaceName[] {
  const match =
    /(?:看望|慰问|探望)(?:慰问)?了?在([^，。；、]{4,24}?)(?:休养|疗养|住院|治疗|工作|上班|坚守|执勤|值守|培训|就读|学习)的/.exec(
      piece.text,
    )
  if (!match) return []
  const at = match.index + match[0].indexOf(match[1]!)
  return readPlaceList(cut(piece, at, at + match[1]!.length))
}
