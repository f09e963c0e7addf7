import type { Force } from '../reading.ts'
import { type Frame, YAO } from './read-speech.ts'
import type { Piece } from './sentences.ts'

const ORDER = '(?:一|二|三|四|五|六|七|八|九|十){1,2}'
const ENUMERATOR = new RegExp(
  `^(?:${ORDER}、要?|${ORDER}是要?|${ORDER}要|首先，?要?|其次，?要?|再次，?要?|最后，?要|第${ORDER}，要?|[（(]?${ORDER}[）)]要?|\\d[.．、]要?)`,
)
const SHOULD =
  /务必|必须|(?<![来舍怪恨巴免少见丢没等急慢])不得(?!不|已|了)(?=[\u4e00-\u9fff])|严禁|应当(?!充分肯定|肯定)|应该(?!说|看到)|(?<![响相对反供适效感理答呼照顺报记席长任])应(?![该当急用对聘邀有届运变]|予?(?:充分)?肯定)|(?<![必无])须(?=[\u4e00-\u9fff])/
/** 同时，对卢教授表达了敬佩之情: a courtesy. */
const THANKS = /^(?:同时，?|并|还)?[对向][^。]{2,40}表[达示]了?[^，。]{0,8}(?:敬|谢|问候|祝|慰问|肯定|赞)/
/** 突出表现在三个方面，一是…: a list of what is, not of what shall be. */
export const TELLS =
  /(?:表现|体现|得益)(?:在|于)|(?:原因|特点|做法|亮点|成效|变化|感受|体会|印象|经验|收获|优势|成绩)(?:主要)?(?:是|有)?[^，。：]{0,10}[，：]$/
/** 因此，在下一步的工作中，一是…: the list begins behind a turn of speech. */
const NEXT_STEPS = new RegExp(
  `^(?:因此，|为此，|当前，|同时，)?(?:在?(?:下一?步|今后|接下来)的?(?:工作)?中?，)(?=${ORDER}(?:是|要))`,
)
const RHETORIC = /^(?:这)?(?:就是|正是|不仅是|不但|旨在|目的是|为的是|也是)/

/** What is known of the speech that a step stands in. */
export interface Speech {
  /** Is somebody with a say being quoted? */
  on: boolean
  /** What the frame alone commands, to the end of its sentence: 要求 makes what follows a must. */
  force: Force | null
  /** The same for the items of a list, which may be sentences of their own. */
  listForce: Force | null
  /** Was the last instruction an item of a list? A plain imperative behind it belongs to that item. */
  listing: boolean
  /** Did the sentence just before ask for something? */
  asked: boolean
  /** Does a list go on that tells of what is? */
  tells: boolean
  subject: Piece | null
}

/** 切实增强责任感: an instruction without a marker, which only stands inside a list. */
const IMPERATIVE =
  /^(?![^，。]{2,6}了(?!解)|(?:认真|详细|实地|深入)(?:查看|察看|听取|询问|参观))(?:对[^，。]{2,24}的，|对[^，。]{2,16}(?:进行|开展|实行|实施)(?!了)|切实|进一步|大力|积极|努力|认真|不断|充分|全力|着力|扎实|深入|持续|加强|加大|加快|强化|抓好|抓实|做好|做实|推动|推进|确保|完善|健全|提高|提升|建立|落实|坚持|把|以|围绕|聚焦|突出|选好|团结|带领|带动|动员|教育|争取|激发|防范|遏制|严防|督促|指导|支持|鼓励|推广|统筹|注重|用好|管好|建好|讲好|当好|办好|培育|打造|引导|组织|发挥|紧紧|牢牢|坚决|严格|严守|主动|精准|及时|合理|科学|创新|丰富|拓展|拓宽|优化|整合|压实|守牢|筑牢|弘扬|传承|关心|关爱|广泛|全面|大胆|善于|敢于|勇于|继续|解决|保障|维护|深化|巩固|增强|树牢|树立|依托|立足|紧扣|紧盯|倒排|明确|抢抓|帮助|尽快|常态化|全方位|高标准|高质量|高度重视|履行|认真|规范)/
/** 机关干部每人每年下基层不少于60天: no marker at all, yet a figure to be reached. */
const MEASURE =
  /不少于|不低于|不超过|至少|每[年月周季][^，]{0,8}[\d一二两三四五]|(?:月底?|月\d{1,2}日|年底|季度末|周内|月内)前?(?:全部|完成|轮训|到位|[^，]{0,4}一遍)/

/** Where an instruction begins in its step, and what its own words say. */
export interface Marker {
  start: number
  afterMarker: number
  force: Force
  subject: { start: number; end: number } | null
  enumerated: boolean
}

/** 要在基层基础上再发力: it opens a list as 一是 does. */
export function isHeading(text: string): boolean {
  return /^(?:第[一二三四五]，)?要在[^，]{2,16}[上中](?:再|下|求|见|做|狠|更|持续|不断)?[^，]{1,8}$/.test(
    text,
  )
}

const LONGEST_SUBJECT = 26

/** What makes this step an instruction, given who speaks and what came before; null where nothing does. */
export function markerIn(text: string, bodyAt: number, frame: Frame | null, speech: Speech): Marker | null {
  const body = text.slice(bodyAt)
  if (RHETORIC.test(body) || THANKS.test(body)) return null
  const list = /[：:](?=(?:一是|一要|首先|第一[，、]|一、|1[.．、]|（一）))/.exec(body)
  if (list && (speech.on || frame)) {
    return TELLS.test(body.slice(0, list.index + 1))
      ? null
      : itemOf(text, bodyAt + list.index + 1, frame, speech)
  }
  if (speech.tells && /^[一二三四五六七八九]是(?!要)/.test(body)) return null
  const turn = speech.on || frame ? (NEXT_STEPS.exec(body)?.[0].length ?? 0) : 0
  if (turn > 0) return itemOf(text, bodyAt + turn, frame, speech)
  if (ENUMERATOR.test(body) && (speech.on || frame)) return itemOf(text, bodyAt, frame, speech)
  const goesOn = speech.listing
    ? IMPERATIVE.test(body) || MEASURE.test(body)
    : speech.asked && speech.on && IMPERATIVE.test(body)
  if (goesOn && !frame && !YAO.test(body.slice(0, 12))) {
    const force = ownForce(body, speech.force ?? speech.listForce)
    return { start: 0, afterMarker: 0, force, subject: null, enumerated: true }
  }
  if (frame?.force && !frame.quotes) return askedFrom(text, frame)
  const own = ownMarker(text, bodyAt)
  if (own && (own.near || speech.on)) {
    return { ...own, force: own.force ?? frame?.force ?? speech.force ?? 'should', enumerated: false }
  }
  return frame?.force ? askedFrom(text, frame) : null
}

/** An item of a list, with or without 要. */
function itemOf(text: string, at: number, frame: Frame | null, speech: Speech): Marker {
  const words = text.slice(at)
  return {
    start: at,
    afterMarker: at + (ENUMERATOR.exec(words)?.[0].length ?? 0),
    force: ownForce(words, frame?.force ?? speech.force ?? speech.listForce),
    subject: null,
    enumerated: true,
  }
}

/** 希望中医医院继续…: the instruction begins at its verb; who is asked stands behind it. */
function askedFrom(text: string, frame: Frame): Marker | null {
  const after = text.slice(frame.bodyAt)
  if (after.length < 4) return null
  const subject = addressedIn(text, frame.bodyAt)
  return {
    start: frame.verbAt,
    afterMarker: subject?.end ?? frame.bodyAt,
    force: frame.force ?? 'hoped',
    subject,
    enumerated: false,
  }
}

const VERB_AHEAD =
  /继续|进一步|能|要|努力|充分|不断|切实|积极|认真|坚持|始终|持续|加强|加大|加快|抓住|抓好|做好|做大|做强|以|在|把|将|发挥|深化|提高|提升|强化|立足|珍惜|牢记|牢固|发扬|传承|保持|大力|更好|更加|主动|全力|全面|深入|从|紧|聚焦|围绕|结合|按|用|多|再|尽快|抢抓|严格|高度|勇|树立|建立|完善|开展|推进|推动|落实|利用|总结|创新|扎实|团结|带领|带动|对标|压实|健全|优化|拓展|关注|关心|好好|安心|刻苦|早日|今后|通过|增强|扩大|维护|确保|与|为|对|借|尽|学|争|当好|当|成为|配合|巩固|整合|依托|突出|着力|统筹|注重|重视/

function addressedIn(text: string, from: number): { start: number; end: number } | null {
  const rest = text.slice(from, from + LONGEST_SUBJECT + 8)
  const verb = VERB_AHEAD.exec(rest)
  const stop = /[，。：；]/.exec(rest)
  if (!verb || verb.index < 2 || verb.index > LONGEST_SUBJECT) return null
  if (stop && stop.index < verb.index) return null
  return { start: from, end: from + verb.index }
}

function ownMarker(
  text: string,
  bodyAt: number,
): (Omit<Marker, 'force' | 'enumerated'> & { force: Force | null; near: boolean }) | null {
  const body = withoutRhetoric(text.slice(bodyAt))
  const yao = YAO.exec(body)
  const should = SHOULD.exec(body)
  const first = yao && (!should || yao.index < should.index) ? yao : should
  if (!first) return null
  const clauseStart = Math.max(body.lastIndexOf('，', first.index), body.lastIndexOf('：', first.index)) + 1
  const clauseBefore = body.slice(clauseStart, first.index)
  if (/(?:^|[她他，])(?:问|询问|打听|想知道)/.test(clauseBefore)) return null
  const isMust = /务必|必须|不得|严禁/.test(first[0])
  const force: Force | null = isMust ? 'must' : null
  const afterMarker = bodyAt + first.index + first[0].length
  const lead =
    /^(?:下一步|接下来|今后|当前|同时|此外|另外|其次|首先|最后|为此|因此|还|也|并|更|既|又|特别是|尤其是|具体|都|均|一定|就|且|而且|并且|绝|决)+$/
  if (clauseBefore === '' || lead.test(clauseBefore)) {
    const near = clauseStart === 0 || isLeadIn(body.slice(0, clauseStart))
    if (aboutWhom(body, clauseStart)) return { start: bodyAt, afterMarker, force, subject: null, near }
    return { start: bodyAt + first.index, afterMarker, force, subject: null, near }
  }
  if (
    clauseBefore.length > LONGEST_SUBJECT ||
    /[的是]$|不(?:仅|但)|如果|只要|是否|想|为了|所以|[了着过]/.test(clauseBefore)
  )
    return null
  const stripped = /^(?:下一步|接下来|今后|当前|同时|此外|因此|并|特别是)/.exec(clauseBefore)?.[0].length ?? 0
  const subjectStart = bodyAt + clauseStart + stripped
  const subjectEnd = bodyAt + first.index - (/(?:都|也|均|还|一定|就)$/.exec(clauseBefore)?.[0].length ?? 0)
  const near = clauseStart === 0 || isLeadIn(body.slice(0, clauseStart))
  const about = aboutWhom(body, clauseStart)
  if (about)
    return { start: bodyAt, afterMarker, force, subject: { start: subjectStart, end: subjectEnd }, near }
  return { start: subjectStart, afterMarker, force, subject: { start: subjectStart, end: subjectEnd }, near }
}

/** 对不按规定发放津贴的单位，劳动监察部门要…: whom it is about belongs to the instruction. */
function aboutWhom(body: string, clauseStart: number): boolean {
  const before = body.slice(0, clauseStart)
  return /^(?:对|针对|凡)(?![^，]{0,40}(?:表示|给予|肯定|评价|指出))[^，]{4,40}，(?:[^，]{2,14}，)?$/.test(
    before,
  )
}

/** 驿站也要装满青年才有意义: a remark in the form of a demand; blanked, so that places stay the same. */
function withoutRhetoric(body: string): string {
  if (!body.includes('才')) return body
  return body.replace(/[^，。；：]{0,30}要[^，。；：]{1,24}才(?:有|能|会|行|是)[^，。；：]{0,12}/g, (words) =>
    ' '.repeat(words.length),
  )
}

/** What may stand before the instruction in its own sentence without making it a statement. */
function isLeadIn(before: string): boolean {
  return before.length <= 40
}

function ownForce(body: string, inherited: Force | null): Force {
  if (/^.{0,12}(?:务必|必须|不得|严禁)/.test(body)) return 'must'
  return inherited ?? 'should'
}
