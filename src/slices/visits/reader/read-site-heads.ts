import { isOffice, isPlaceOfItsOwn, mayEndPlace, isRegion, isTownship } from './place-words.ts'
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
  const stop =
    /^([“\u4e00-\u9fff][^，。]{2,20}?)是(?:此行|这次|此次|调研|走访|慰问)*的?(?:第[一二三四五六七八九十]|最后一|首|下一)站/.exec(
      piece.text,
    )
  if (stop) return readPlaceList(cut(piece, 0, stop[1]!.length))
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

/** What may follow a place that a sentence is about: 开在…, 是…, ，几名…. */
const PREDICATE =
  /^(?:，(?!要|应|必须)|里|内外|是|有(?!关)|开在|开办|设[在有]|挂着|停|坐落|位于|地处|占地|已|人声|由|建[于在成]|共|现有|成立|始建|因|每|去年|今年|只有|总投资|拥有|距|被|不大|热闹|的(?!负责|同志|职工|代表|工作人员|做法|经验|情况|领导|干部|书记|主任|主席|发展|工作))/
const LONGEST_SUBJECT = 24

/** 某某村是…, 一街之隔的某某工作室挂着…: the place that a sentence is about, with its name at the head. */
export function placeDescribed(piece: Piece, isKnown: (name: string) => boolean): PlaceName | null {
  if (
    /^(?:在|他|她|要|会|此|这|据|近|当|从|对|为|通过|随后|最后|首先|同时|目前|下一步|[一二三四五六七八九]是|[一二三四五六七八九]要|各|全)/.test(
      piece.text,
    )
  )
    return null
  const head = piece.text.slice(0, 44)
  const time =
    /^(?:[\u4e00-\u9fff]{0,4}\d{1,2}[点时][^，。]{0,3}|清晨|早上|上午|中午|午后|下午|傍晚|当晚|夜里|晚上)，/.exec(
      head,
    )?.[0].length ?? 0
  const brand = /^“[\u4e00-\u9fff]{2,8}”(?=开在|设在|位于|只有|是家|藏在)/.exec(head)?.[0]
  if (brand) return { ...cut(piece, 0, brand.length), sure: false }
  const starts = [
    0,
    ...(time > 0 ? [time] : []),
    ...[...head.matchAll(/的|，正是|就是/g)].map((match) => match.index + match[0].length),
  ]
  for (const from of starts.filter((at) => at <= 20)) {
    const lead = head.slice(0, from)
    if (from !== time && /^[在从]|[，是]|强调|指出|说|要求|希望/.test(lead.replace(/(?:，正是|就是)$/, '')))
      continue
    for (let length = 4; length <= Math.min(LONGEST_SUBJECT, head.length - from); length++) {
      if (!mayEndPlace(head[from + length - 1])) continue
      const name = cut(piece, from, from + length)
      if (!PREDICATE.test(piece.text.slice(from + length)) || !/^[“”\u4e00-\u9fff\d（）]+$/.test(name.text))
        continue
      const names = readPlaceList(name)
      const only = names.length === 1 && names[0]!.start === name.start && names[0]!.end === name.end
      if (only && standsForItself(name.text, isKnown)) return names[0]!
    }
  }
  return null
}

/** Small places that have a name of their own, though their like stand inside others too. */
const SMALL_PLACE =
  /.{2,}(?:渡口|夜市|老街|古街|工作室|讲堂|铺|店|营业部|营业厅|创业园|救生点|河段|江段|桥段|标段|仓库|码头|书屋|书房|茶馆|工坊|作坊|祠堂|卫生室|医馆|街市)$/

function standsForItself(name: string, isKnown: (name: string) => boolean): boolean {
  if (isTownship(name) || isRegion(name) || isOffice(name)) return false
  if (/[设开会]在|而建|当即|责令|依|[走看望]|一家|不久|邻/.test(name)) return false
  if (
    /^(?:该|这|其|离开|走|来|在|从|当|据|为|对|目前|近年|全)|属|(?:局|委|办|厅|法院|检察院|政府|协会|部门)$/.test(
      name,
    )
  )
    return false
  return isKnown(name) || isPlaceOfItsOwn(name) || SMALL_PLACE.test(name)
}

/** The visitors, doing something other than speaking. */
export function actsOf(leadName: string | null): RegExp {
  const visitor = `(?:(?:调研|考察|检查|慰问|督导|视察)组|[他她](?!们)${leadName ? `|${leadName}` : ''})(?:一行)?`
  return new RegExp(
    `(?:^|[，。”])${visitor}(?!的|强调|指出|表示|认为|说|还?对|在[^，]{0,10}(?:会|上))[\\u4e00-\\u9fff]{2}`,
  )
}

/** 首先来到这里, 听取该村介绍, 她蹲下身…: the visitors are where the text has just described. */
export function isThere(words: string, acts: RegExp): boolean {
  if (
    /(?:来到|走进|前往|到|赶到|抵达)(?:了)?(?:这里|此地|此处|这个|这家|该[\u4e00-\u9fff]{1,4})|听取[^，]{0,4}该[村社厂园公校馆院站企单]/.test(
      words,
    )
  )
    return true
  return acts.test(words) && !/座谈会|汇报会|会上/.test(words)
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
  if (!piece.text.includes('进行')) return []
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
