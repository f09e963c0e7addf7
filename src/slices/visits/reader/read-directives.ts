import type { Force, ReadDirective, Span } from '../reading.ts'
import type { SiteDraft, Step } from './read-course.ts'
import { readDeadline } from './read-deadline.ts'
import { isMeasurable, readTheme } from './read-theme.ts'

export type DirectiveReason =
  | 'marker-and-speaker'
  | 'goes-on-in-speech'
  | 'enumerated'
  | 'subject-inherited'
  | 'no-speaker'

const CONFIDENCE: Record<DirectiveReason, number> = {
  'marker-and-speaker': 0.95,
  'goes-on-in-speech': 0.92,
  enumerated: 0.92,
  'subject-inherited': 0.85,
  'no-speaker': 0.65,
}

const ORDER = '(?:一|二|三|四|五|六|七|八|九|十){1,2}'
const ENUMERATOR = new RegExp(
  `^(?:${ORDER}是要?|${ORDER}要|首先，?要?|其次，?要?|再次，?要?|最后，?要|第${ORDER}，要?|[（(]?${ORDER}[）)]要?|\\d[.．、]要?)`,
)
/** 要 that commands; not 重要, 需要, 主要, 要求, 要闻. */
const YAO =
  /(?<![重主需只首简扼纪概摘必紧提索想摄机])要(?![求闻素点件领紧害塞道旨务职么是么]|不(?:是|然|要|得|到))/
const SHOULD =
  /务必|必须|不得|严禁|应当|应该|(?<![响相对反供适效感理])应(?![该当急用对聘邀有届运变])|(?<![必无])须(?=[\u4e00-\u9fff])|需要(?=[\u4e00-\u9fff])/
const HOPE = /希望|勉励|叮嘱|鼓励|嘱咐|嘱托|期望|期许|期待|寄语|号召|呼吁|倡议/
const ADVISE = /建议/
const ORDERED = /要求|责令|责成/
/** A verb of speech: what follows it, up to the end of the paragraph, is what was said. */
const SAYS =
  /(?:(?<!加)强调|指出|要求|希望|勉励|叮嘱|鼓励|嘱咐|嘱托|期望|寄语|号召|建议|表示|提出|说|认为|责令|责成|讲话|部署|安排)/
const ANSWERS = /(?:纷纷|一致|都|均|也)?表示|汇报(?:说|了)?|介绍(?:说|了)?|表态/
const RHETORIC = /^(?:这)?(?:就是|正是|不仅是|不但|旨在|目的是|为的是|也是)/

interface Speech {
  /** Is somebody with a say being quoted? */
  on: boolean
  /** What the frame alone commands, to the end of its sentence: 要求 makes what follows a must. */
  force: Force | null
  /** The same for the items of a list, which may be sentences of their own. */
  listForce: Force | null
  /** Was the last instruction an item of a list? A plain imperative behind it belongs to that item. */
  listing: boolean
  subject: Subject | null
}

const SILENCE: Speech = { on: false, force: null, listForce: null, listing: false, subject: null }

interface Subject {
  text: string
  start: number
  end: number
}

export interface FoundDirective {
  start: number
  end: number
  text: string
  force: Force
  subject: Subject | null
  theme: { text: string; start: number; end: number } | null
  reason: DirectiveReason
  step: Step
}

/** Who leads, and who else is named: what those say is no instruction. */
export interface Names {
  lead: string | null
  others: readonly string[]
}

type SpanOf = (start: number, end: number) => Span

/** Instructions as the reading shows them, with the places that they were given at. */
export function asDirectives(
  found: FoundDirective[],
  siteName: (site: SiteDraft) => string | null,
  spanOf: SpanOf,
): ReadDirective[] {
  return found.map((one, index) => ({
    id: `d${index + 1}`,
    text: one.text,
    force: one.force,
    subject: one.subject?.text ?? null,
    theme: one.theme?.text ?? null,
    measurable: isMeasurable(one.text),
    deadline: readDeadline(one.text),
    places: placesOf(one.step, siteName),
    spans: [spanOf(one.start, one.end)],
    subjectSpans: one.subject ? [spanOf(one.subject.start, one.subject.end)] : [],
    themeSpans: one.theme ? [spanOf(one.theme.start, one.theme.end)] : [],
    confidence: CONFIDENCE[one.reason],
    reason: one.reason,
  }))
}

function placesOf(step: Step, siteName: (site: SiteDraft) => string | null): string[] {
  if (step.setting.kind === 'meeting') return ['meeting']
  if (step.setting.kind !== 'sites') return ['visit']
  const names = step.setting.sites.map(siteName).filter((name) => name !== null)
  return names.length > 0 ? [...new Set(names)] : ['visit']
}

/** Every instruction of the report, in text order. */
export function findDirectives(steps: Step[], names: Names): FoundDirective[] {
  const found: FoundDirective[] = []
  let speech: Speech = SILENCE
  let paragraph = -1
  for (const step of steps) {
    if (step.sentence.paragraph !== paragraph) {
      paragraph = step.sentence.paragraph
      const carries =
        /^(?:要|各|同时|[一二三四五六七八九]是|[一二三四五六七八九]要|（?[一二三四五]）?|第[一二三四])/.test(
          step.text,
        )
      speech = speech.on && carries ? { ...speech, subject: null } : SILENCE
    }
    if (step.first) speech = { ...speech, force: null }
    const one = directiveIn(step, speech, names)
    speech = one.speech
    if (one.directive && !isUnfinished(one.directive, step === steps.at(-1))) found.push(one.directive)
  }
  return found
}

/** 希望中心工作人员 and then nothing: the text was cut before it said what is asked. */
function isUnfinished(directive: FoundDirective, isLast: boolean): boolean {
  return isLast && directive.step.sentence.stop === '' && directive.text.length < 16
}

function directiveIn(
  step: Step,
  before: Speech,
  names: Names,
): { directive: FoundDirective | null; speech: Speech } {
  let speech = before
  const frame = frameOf(step.text, names)
  if (frame?.answers) return { directive: null, speech: SILENCE }
  if (frame)
    speech = {
      listing: false,
      on: true,
      force: frame.force ?? speech.force,
      listForce: frame.force ?? speech.listForce,
      subject: null,
    }
  const body = frame ? frame.bodyAt : 0
  const marker = markerIn(step.text, body, frame, speech)
  if (!marker) return { directive: null, speech }
  const subject = marker.subject ? place(step, marker.subject.start, marker.subject.end) : speech.subject
  const start = step.start + marker.start
  const text = step.text.slice(marker.start)
  const theme = readTheme(step.text, marker.afterMarker)
  const directive: FoundDirective = {
    start,
    end: step.end,
    text,
    force: marker.force,
    subject,
    theme: theme ? place(step, theme.start, theme.end) : null,
    reason: reasonOf(frame !== null, marker, speech, subject !== null && !marker.subject),
    step,
  }
  return { directive, speech: { ...speech, subject, listing: marker.enumerated } }
}

function reasonOf(framed: boolean, marker: Marker, speech: Speech, inherits: boolean): DirectiveReason {
  if (marker.enumerated) return 'enumerated'
  if (framed) return 'marker-and-speaker'
  if (!speech.on) return 'no-speaker'
  return inherits ? 'subject-inherited' : 'goes-on-in-speech'
}

function place(step: Step, start: number, end: number): Subject {
  return { text: step.text.slice(start, end), start: step.start + start, end: step.start + end }
}

interface Frame {
  /** Where the frame's own verb stands: with 希望 and its kin the instruction begins there. */
  verbAt: number
  verb: string
  bodyAt: number
  force: Force | null
  /** A comma or colon follows: what was said comes as speech, with a marker of its own. */
  quotes: boolean
  answers: boolean
}

/** 她强调，… 李蓉对…表示肯定，并希望… 会议要求，…: the last verb of speech before what was said. */
function frameOf(text: string, names: Names): Frame | null {
  let frame: Frame | null = null
  const limit = Math.min(text.length, 260)
  const pattern = new RegExp(SAYS.source, 'g')
  for (const match of text.slice(0, limit).matchAll(pattern)) {
    const verb = match[0]
    const at = match.index
    const before = text.slice(0, at)
    const after = text.slice(at + verb.length)
    if (!isSpeechVerb(verb, before, after, names)) continue
    if (frame && YAO.test(text.slice(frame.bodyAt, at))) break
    const announced = verb === '提出' ? ANNOUNCES.exec(after) : null
    if (announced) {
      const bodyAt = at + verb.length + announced[0].length
      frame = {
        verbAt: at,
        verb,
        bodyAt,
        force: forceOf(announced[1]!),
        quotes: true,
        answers: isAnswer(verb, before, names),
      }
      break
    }
    const answers = isAnswer(verb, before, names)
    const bodyAt = at + verb.length + (/^(?:了|道|说)?[，：:“]*/.exec(after)?.[0].length ?? 0)
    frame = { verbAt: at, verb, bodyAt, force: forceOf(verb), quotes: bodyAt > at + verb.length, answers }
    if (frame.force && !frame.quotes) break
  }
  return frame
}

function isSpeechVerb(verb: string, before: string, after: string, names: Names): boolean {
  if (/^[，：:]/.test(after) && isSpeaker(before, names)) return true
  if (verb === '要求') {
    if (
      /(?:按照|根据|对照|落实|提出|工作|具体|新|总|的|有关|相关|部署|目标|各项|[一二三四五六七八九十几\d][点个项条])$/.test(
        before.slice(-6),
      )
    )
      return /^[：:]/.test(after)
    return after !== '' && !/^[，、。](?!要|[一二三四]|各|以|把|全|进|坚|加|切|认|继|不|务|必)/.test(after)
  }
  if (verb === '提出')
    return (
      /^(?:了)?[^，。]{0,14}(?:要求|意见|希望|建议|期望)[^，。]{0,4}[：:，]/.test(after) ||
      /^[，：:]/.test(after)
    )
  if (verb === '讲话' || verb === '部署' || verb === '安排')
    return /^[，：:]/.test(after) && /讲话$/.test(verb)
  if (verb === '说') return /^[，：:“]/.test(after) && /[\u4e00-\u9fff]$/.test(before)
  if (verb === '表示' || verb === '认为' || verb === '指出' || verb === '强调')
    return !/^(?:的|过)/.test(after) && !/^(?:肯定|祝贺|感谢|赞赏|敬意|慰问|认可|欢迎|满意|感动)/.test(after)
  if (HOPE.test(verb)) {
    if (
      /[的为了给]$/.test(before) ||
      /(?:就是|正是|带来|充满|新|一份|点燃|提出(?:了)?[^，]{0,6})$/.test(before)
    )
      return /提出/.test(before.slice(-8)) && /^[：:，]/.test(after)
    return (
      (after.length >= 4 &&
        !/^(?:之|的|工程|小学|中学|幼儿园|学校(?=[，、。]|$)|，$)/.test(after) &&
        !/要[^，。]{0,12}$/.test(before) &&
        !/(?:并|积极|大力|不断|支持|引导|激励|和)$/.test(before.slice(-2))) ||
      /[，。]并$/.test(before)
    )
  }
  if (verb === '建议')
    return (
      (!/(?:意见|的|提出|听取|征求|合理化|和|与|、)$/.test(before) &&
        after.length >= 4 &&
        !/^(?:[，。、]|和|与)/.test(after)) ||
      (/提出$/.test(before) && /^[：:]/.test(after))
    )
  return true
}

/** 提出三点意见：… with the noun that says how strongly. */
const ANNOUNCES = /^(?:了)?[^，。：]{0,18}?(要求|意见|希望|建议|期望)[^，。：]{0,6}(?:[：:，]|$)/

/** 他要求，… 李蓉建议，… 会议强调，…: the clause before the verb is the speaker and nothing else. */
function isSpeaker(before: string, names: Names): boolean {
  const clause = before.slice(before.lastIndexOf('，') + 1)
  if (names.lead && clause.includes(names.lead)) return clause.length - names.lead.length <= 8
  if (
    names.lead &&
    new RegExp(`^${names.lead[0]}(?:书记|主席|部长|会长|主任|局长|常委|县长|市长|区长|秘书长)`).test(clause)
  )
    return true
  return /^(?:她|他|会议|座谈会|(?:调研|考察|工作|督导|检查|慰问)组)(?:一行)?(?:还|又|并|同时|特别|反复|明确|再次|一再|最后)?$/.test(
    clause,
  )
}

/** 企业负责人表示，要…: an answer, unless the one who speaks leads the visit. */
function isAnswer(verb: string, before: string, names: Names): boolean {
  const clause = before.slice(before.lastIndexOf('，') + 1)
  const speaker = lastNamed(before, names)
  if (speaker !== null && speaker !== names.lead && !/(?:她|他|调研组|考察组|工作组)[^，]{0,6}$/.test(before))
    return true
  if (verb === '表示' || verb === '说') {
    if (names.lead && before.includes(names.lead)) return false
    if (
      /(?:^|[，。])(?:她|他|调研组|考察组|工作组|督导组|一行)/.test(before) ||
      /^(?:她|他|调研组|并|还)/.test(clause)
    )
      return false
    return clause !== '' && ANSWERS.test(clause + verb)
  }
  return (
    /(?:纷纷|一致|大家|负责人|企业主|群众)[\u4e00-\u9fff]{0,4}$/.test(clause) &&
    !/对[^，]{0,20}$/.test(clause)
  )
}

/** The last person named before the verb, where he stands at the head of a clause. */
function lastNamed(before: string, names: Names): string | null {
  let last: string | null = null
  let at = -1
  for (const name of names.lead ? [names.lead, ...names.others] : names.others) {
    const found = before.lastIndexOf(name)
    const after = before.slice(found + name.length, found + name.length + 1)
    if (
      found > at &&
      !(name !== names.lead && last === names.lead && !before.slice(at, found).includes('，')) &&
      (name === names.lead || !/^[的、等和与及]/.test(after)) &&
      !/(?:对|向|与|和|听取|听取了|看望|慰问)[^，]{0,14}$/.test(before.slice(Math.max(0, found - 16), found))
    ) {
      last = name
      at = found
    }
  }
  return last
}

function forceOf(verb: string): Force | null {
  if (ORDERED.test(verb)) return 'must'
  if (HOPE.test(verb)) return 'hoped'
  if (ADVISE.test(verb)) return 'advised'
  return null
}

/** 切实增强责任感: an instruction without a marker, which only stands inside a list. */
const IMPERATIVE =
  /^(?:切实|进一步|大力|积极|努力|认真|不断|充分|全力|着力|扎实|深入|持续|加强|加大|加快|强化|抓好|抓实|做好|做实|推动|推进|确保|完善|健全|提高|提升|建立|落实|坚持|把|以|围绕|聚焦|同时)/

interface Marker {
  start: number
  afterMarker: number
  force: Force
  subject: { start: number; end: number } | null
  enumerated: boolean
}

const LONGEST_SUBJECT = 26

function markerIn(text: string, bodyAt: number, frame: Frame | null, speech: Speech): Marker | null {
  const body = text.slice(bodyAt)
  if (RHETORIC.test(body)) return null
  const enumerated = ENUMERATOR.exec(body)
  if (enumerated && (speech.on || frame)) {
    return {
      start: bodyAt,
      afterMarker: bodyAt + enumerated[0].length,
      force: ownForce(body, frame?.force ?? speech.force ?? speech.listForce),
      subject: null,
      enumerated: true,
    }
  }
  if (speech.listing && !frame && IMPERATIVE.test(body)) {
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
  const body = text.slice(bodyAt)
  const yao = YAO.exec(body)
  const should = SHOULD.exec(body)
  const first = yao && (!should || yao.index < should.index) ? yao : should
  if (!first) return null
  const clauseStart = body.lastIndexOf('，', first.index) + 1
  const clauseBefore = body.slice(clauseStart, first.index)
  const isMust = /务必|必须|不得|严禁/.test(first[0])
  const force: Force | null = isMust ? 'must' : null
  const afterMarker = bodyAt + first.index + first[0].length
  const lead =
    /^(?:下一步|接下来|今后|当前|同时|此外|另外|其次|首先|最后|为此|因此|还|也|并|更|既|又|特别是|尤其是|具体|都|均|一定|就|且|而且|并且|绝|决)+$/
  if (clauseBefore === '' || lead.test(clauseBefore)) {
    const near = clauseStart === 0 || isLeadIn(body.slice(0, clauseStart))
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
  return { start: subjectStart, afterMarker, force, subject: { start: subjectStart, end: subjectEnd }, near }
}

/** What may stand before the instruction in its own sentence without making it a statement. */
function isLeadIn(before: string): boolean {
  return before.length <= 40
}

function ownForce(body: string, inherited: Force | null): Force {
  if (/^.{0,12}(?:务必|必须|不得|严禁)/.test(body)) return 'must'
  return inherited ?? 'should'
}
