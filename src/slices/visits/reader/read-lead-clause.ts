import type { Mention } from './read-names.ts'
import type { Piece } from './sentences.ts'

/** The lead as one sentence or the headline tells, with those named beside him. */
export interface LeadHere {
  lead: Mention
  alongside: Mention[]
}

/** A verb of going, which makes the person before it a visitor. */
export const GOING =
  /赴|来到|前往|深入|走进|走访|莅|到(?!位|底|会|场|期|达|任)|来(?=.{1,12}(?:调研|考察|指导|检查|视察|走访|督导))|率|带队|带领|一行|(?:调研|考察|视察|检查|督导|督查|巡查|慰问)(?![组团员]|情况|成果|报告|结果|发现)|暗访|看望|探访|探望|参观|巡河|巡林|察看|查看/
/** Who shows, tells or receives between his name and the next verb of going is a host. */
const HOSTS =
  /陪同|参加|随同|随行|参与|展示|介绍|汇报|讲解|讲述|告诉|回答|致辞|表示|通报|宣读|欢迎|接待|会见|接见|迎接|感谢/
const RECEIVES =
  /(?:会见|接见|接待|迎接|拜会|欢迎|看望)了?([^，。；]{2,60}?)一行|(?:与|同|和)([^，。；]{2,60}?)一行(?:进行了?|举行了?|开展了?|亲切|深入|一起|共同)*(?:座谈|会谈|交流|会商)/g

/** Where the next verb of going stands behind `at`, -1 for nowhere: 副调研员 in somebody's title is none. */
export function goingFrom(piece: Piece, mentions: Mention[], at: number): number {
  for (let from = at, tries = 0; from < piece.text.length && tries < 20; tries++) {
    const match = GOING.exec(piece.text.slice(from))
    if (!match) return -1
    const found = from + match.index
    const title = mentions
      .flatMap((m) => m.titles.flatMap((one) => one.parts))
      .find((part) => part.start <= piece.start + found && piece.start + found < part.end)
    if (!title) return found
    from = title.end - piece.start
  }
  return -1
}

/** 在甲、乙陪同下: the words from 在 to 陪同下, where anybody is named in them. */
export function underOf(piece: Piece, mentions: Mention[]): { from: number; to: number } | null {
  const to = piece.text.indexOf('陪同下')
  if (to === -1) return null
  const last = mentions.findLast((m) => m.end <= piece.start + to)
  if (!last) return null
  const ends = last.end - piece.start
  let from = piece.text.lastIndexOf('在', ends)
  for (; from > Math.max(0, ends - 200); from = piece.text.lastIndexOf('在', from - 1)) {
    const before = mentions.findLast((m) => m.end <= piece.start + from)
    if (!before) break
    // 在县长甲、在建办主任乙陪同下: a title that holds 在 follows 、, a verb follows the lead.
    if (piece.text[from - 1] !== '、') break
  }
  return from === -1 || to - ends > 24 ? null : { from, to }
}

export function within(mention: Mention, piece: Piece, from: number, to: number): boolean {
  return mention.start >= piece.start + from && mention.end <= piece.start + to
}

/** Whether somebody is one to whom the visitors went (慰问了劳模石某, 在劳模石某家中) or only sent them (受…委托). */
export function isOnlyNamed(piece: Piece, one: Mention): boolean {
  const after = piece.text.slice(one.end - piece.start, one.end - piece.start + 12)
  if (
    /^(?:同志)?(?:的?(?:委托|委派|指派|家(?:中|里|，|$|看望|走访|慰问))|的(?:要求|安排|指示|部署|批示|统一)|[因在][^，。]{1,8}(?:开会|出差|请假|培训|学习，))/.test(
      after,
    )
  )
    return true
  if (/^[^，。；]{0,40}一行/.test(piece.text.slice(one.end - piece.start))) return false
  const begins = Math.min(one.start, ...one.titles.flatMap((title) => title.parts.map((part) => part.start)))
  const at = begins - piece.start
  const clause = piece.text
    .slice(Math.max(0, at - 80), at)
    .split(/[，；：]/)
    .at(-1)!
  return /(?:慰问|看望|探望|走访)(?:了|过)?(?!了|过|的|活动|组|团|工作|调研|中|时|行动)[^，；]{0,30}$/.test(
    clause,
  )
}

/** Who led is named among the first; a sentence without end names hundreds. */
const MOST_NEAR = 60

/** The first named person before the verb of going, unless he is the one who accompanies or receives. */
export function leadIn(piece: Piece | null, all: Mention[]): LeadHere | null {
  if (!piece || all.length === 0) return null
  const near = all.slice(0, MOST_NEAR)
  const received = receivedIn(piece, near)
  if (received) return received
  const mentions = near.filter((m) => !isOnlyNamed(piece, m))
  if (mentions.length === 0) return null
  return (
    byRole(piece, mentions) ??
    ledBy(piece, mentions) ??
    besideUnder(piece, mentions) ??
    accompanied(piece, mentions) ??
    firstGoing(piece, mentions)
  )
}

/** 市领导会见省侨联主席甲一行, 与甲一行座谈: the one who came is 甲. */
function receivedIn(piece: Piece, mentions: Mention[]): LeadHere | null {
  for (const match of piece.text.matchAll(RECEIVES)) {
    const words = match[1] ?? match[2] ?? ''
    const to = match.index + match[0].indexOf(words, 1) + words.length
    const came = mentions.filter((m) => within(m, piece, to - words.length, to))
    if (came.length > 0 && came.at(-1)!.end - piece.start >= to - 8)
      return { lead: came[0]!, alongside: came.slice(1) }
  }
  return null
}

/** 甲为组长, 乙任副团长. */
export const HOLDS_ROLE = /^(?:同志)?(?:为|任|担任)(副)?(?:组长|团长|队长|总?领队)/

/** 以甲为组长，乙为副组长; 甲任团长. */
function byRole(piece: Piece, mentions: Mention[]): LeadHere | null {
  const role = (m: Mention) =>
    HOLDS_ROLE.exec(piece.text.slice(m.end - piece.start, m.end - piece.start + 12))
  const lead = mentions.find((m) => role(m)?.[1] === undefined && role(m) !== null)
  if (!lead) return null
  return { lead, alongside: mentions.filter((m) => role(m)?.[1] !== undefined) }
}

/** 一行在甲的带领下. */
function ledBy(piece: Piece, mentions: Mention[]): LeadHere | null {
  const led = /在([^。]{2,120}?)(?:的)?(?:带领|率领)下/.exec(piece.text)
  if (!led) return null
  const inside = mentions.filter((m) => within(m, piece, led.index, led.index + led[0].length))
  const before = mentions.find((m) => m.start < piece.start + led.index)
  if (before && inside[0]) return { lead: before, alongside: inside }
  return inside[0] ? { lead: inside[0], alongside: inside.slice(1) } : null
}

/** 甲、乙在丙陪同下来到…; 在丙陪同下，甲来到…. */
function besideUnder(piece: Piece, mentions: Mention[]): LeadHere | null {
  const under = underOf(piece, mentions)
  if (!under || !GOING.test(piece.text.slice(under.to))) return null
  const before = mentions.filter((m) => m.end <= piece.start + under.from)
  if (before[0]) return { lead: before[0], alongside: before.slice(1) }
  const behind = piece.text.slice(under.to)
  const going = GOING.exec(behind)!.index
  const next = mentions.filter((m) => m.start >= piece.start + under.to)
  if (!next[0] || next[0].start > piece.start + under.to + going) return null
  return {
    lead: next[0],
    alongside: next.slice(1).filter((m) => m.end <= piece.start + under.to + going + 1),
  }
}

/** 县长乙、副县长丙陪同市总工会主席甲来到…. */
function accompanied(piece: Piece, mentions: Mention[]): LeadHere | null {
  const at = mentions.findIndex((m) =>
    /^(?:等)?(?:同志|人)?(?:一同|全程|分别)?陪同/.test(piece.text.slice(m.end - piece.start)),
  )
  const lead = mentions[at + 1]
  if (at === -1 || !lead) return null
  const between = piece.text.slice(mentions[at]!.end - piece.start, lead.start - piece.start)
  if (between.length >= 60 || /[，；]|参加|出席/.test(between)) return null
  const before = mentions.slice(0, at + 1)
  if (GOING.test(piece.text.slice(before[0]!.end - piece.start, mentions[at]!.start - piece.start)))
    return null
  return { lead, alongside: before }
}

/** He takes others along. */
const LEADS = /率|带领|带队，|会同|偕|联同/

function firstGoing(piece: Piece, mentions: Mention[]): LeadHere | null {
  const first = mentions[0]!
  const after = piece.text.slice(first.end - piece.start)
  const going = goingFrom(piece, mentions, first.end - piece.start)
  if (going === -1) return null
  const goingAt = piece.start + going
  const between = mentions.filter((m) => m !== first && m.start < goingAt)
  const last = between.at(-1)
  const gap = piece.text.slice((last ?? first).end - piece.start, goingAt - piece.start)
  if (gap.length > 60 || HOSTS.test(gap)) return null
  if (
    /^(?:等)?(?:在?汇报|在?介绍|分别|陪同|主持|致辞|参加|出席|随同|一同|一起|同行)/.test(after) ||
    (last && /(?:陪同|随同|一同|参加|出席)/.test(piece.text.slice(last.end - piece.start).slice(0, 4)))
  )
    return null
  if (LEADS.test(gap + piece.text.slice(going, going + 3))) {
    const taken = mentions.filter(
      (m) => m.start >= goingAt && m.start < goingAt + stretchOfLed(piece, goingAt),
    )
    return { lead: first, alongside: [...between, ...taken] }
  }
  return { lead: first, alongside: between.filter((m) => !isAccompanying(piece, first, m)) }
}

/** 率甲、乙等赴…: those led stand between the verb and the next verb of going. */
function stretchOfLed(piece: Piece, goingAt: number): number {
  const rest = piece.text.slice(goingAt - piece.start + 1)
  const next = /赴|来到|前往|深入|走进|到|莅|开展|，(?![^，]{0,30}[、，])/.exec(rest)
  return next ? next.index + 1 : rest.length
}

/** 甲在乙陪同下赴…: 乙 stands between too, but accompanies, which `companionsIn` takes up. */
function isAccompanying(piece: Piece, lead: Mention, other: Mention): boolean {
  return /在$|^在|，在|行在/.test(piece.text.slice(lead.end - piece.start, other.start - piece.start))
}
