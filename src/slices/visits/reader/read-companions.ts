import { goingFrom, HOLDS_ROLE, isOnlyNamed, underOf, within } from './read-lead-clause.ts'
import type { Mention } from './read-names.ts'
import type { Sentence } from './sentences.ts'
import { surnameRank } from './surnames.ts'
import { endsAsTitle } from './titles.ts'

/** A list of those who came along. */
export interface Stretch {
  mentions: Mention[]
  /** Where the list stands in the sentence. */
  from: number
  to: number
}

const ALONG =
  /陪同|随同|随行|同行|随(?:第[一二三四五六七八九十\d]+[路组队]|队)|一同|一起|一道|一并|全程参加|参加(?!了?(?:会议|培训|比赛|革命|工作|学习))|参与(?:了)?(?:调研|活动|走访|慰问|座谈|考察|检查)|陪/g
/** Who only opens, chairs, reports or receives did not come along. */
const HOST =
  /^(?:等)?(?:出席|主持|汇报|介绍|展示|讲解|作(?:了)?(?:汇报|介绍|发言)|致辞|就[^，]{2,20}(?:作|进行)|接待)/
/** 陪同调研的有甲、乙; 陪同人员：甲、乙; 陪同调研、参加座谈会的州上领导有，甲、乙. */
const ALONG_ARE =
  /(?:陪同|参加|一同|随同|参与|同行)[^，。：]{0,14}?(?:的[^，。、：]{0,8}?还?有|人员[：:]|领导[：:]|的领导[：:]?有?|[：:])/
/** 由甲陪同; not 由甲带队，…乙陪同. */
const ESCORTED = /由(?!于|此|衷)((?:(?!带队|率|组成|组织|牵头|任)[^。；]){2,200}?)(?:等)?陪同/
/** What those did who stand at the head of such a clause: they received, and did not come along. */
const RECEIVED =
  /^(?:等[^，。]{0,8})?(?:看望了?|会见了?|亲切会见|接见|接待|迎接|主持|致辞|汇报|介绍|作(?!陪))/

/** Without one of these words no list of companions is looked for. */
const MAY_TELL = /陪|参加|参与|同行|随|一[同起道并]/

/** No sentence names more who came along. */
const MOST_NAMED = 120

/** Those who came along, as one sentence tells. `lead` is given where the sentence tells of his going. */
export function companionsIn(
  sentence: Sentence,
  all: Mention[],
  lead: Mention | null,
  isKnown: (name: string) => boolean,
): Stretch[] {
  const { text } = sentence
  if (!MAY_TELL.test(text)) return []
  const mentions = all.slice(0, MOST_NAMED)
  const found: Stretch[] = []
  const take = (from: number, to: number) => found.push(stretchOf(sentence, mentions, from, to, isKnown))
  const under = underOf(sentence, mentions)
  if (under) take(under.from, under.to)
  const escorted = under ? null : ESCORTED.exec(text)
  if (escorted) take(escorted.index, escorted.index + escorted[0].length - 2)
  const named = under || escorted ? null : ALONG_ARE.exec(text)
  if (named) take(named.index + named[0].length, text.length)
  if (escorted || named) return found
  const begins = under ? under.to + 3 : 0
  let end = -1
  for (const match of text.matchAll(ALONG)) {
    if (match.index >= begins && isOfVisit(text, match)) end = match.index
  }
  if (end < 2) return found
  const from = under || lead ? afterGoing(sentence, mentions, lead, begins) : 0
  if (end > from) take(from, end)
  return found
}

/** Where the lead's going has been told: those who came along are named behind it. */
function afterGoing(sentence: Sentence, mentions: Mention[], lead: Mention | null, begins: number): number {
  const at = Math.max(begins, lead ? lead.end - sentence.start : 0)
  if (lead && HOLDS_ROLE.test(sentence.text.slice(lead.end - sentence.start))) return at
  const going = goingFrom(sentence, mentions, at)
  if (going !== -1) return going
  const ends = mentions.map((m) => m.end - sentence.start).filter((end) => end <= at)
  return Math.max(at, sentence.text.lastIndexOf('，', Math.max(...ends, 0)))
}

function stretchOf(
  sentence: Sentence,
  mentions: Mention[],
  from: number,
  to: number,
  isKnown: (name: string) => boolean,
): Stretch {
  const came = mentions.filter(
    (m) =>
      within(m, sentence, from, to) &&
      !HOST.test(sentence.text.slice(m.end - sentence.start, m.end - sentence.start + 24)) &&
      !receives(sentence, mentions, m, to) &&
      !isOnlyNamed(sentence, m),
  )
  return { mentions: came.length > 0 ? came : barePeople(sentence, from, to, isKnown), from, to }
}

/** 县委书记甲、县长乙看望了…一行，丙陪同: only 丙 came along. */
function receives(sentence: Sentence, mentions: Mention[], one: Mention, to: number): boolean {
  const comma = sentence.text.indexOf('，', one.end - sentence.start)
  if (comma === -1 || comma >= to) return false
  const last = mentions.findLast((m) => m.start >= one.start && m.end <= sentence.start + comma) ?? one
  return RECEIVED.test(sentence.text.slice(last.end - sentence.start, comma))
}

/**
 * 王克俊、舒畅等参加调研; …，叶茂、石磊等县领导陪同: names without a title that fill a sentence or its last
 * clause. A single one counts only where the text names him with his post.
 */
function barePeople(
  sentence: Sentence,
  from: number,
  to: number,
  isKnown: (name: string) => boolean,
): Mention[] {
  const whole = from === 0 ? peopleOf(sentence, 0, to, isKnown) : []
  if (whole.length > 0) return whole
  const comma = sentence.text.lastIndexOf('，', to - 1)
  return comma > 0 && comma >= from - 1 ? peopleOf(sentence, comma + 1, to, isKnown) : []
}

function peopleOf(
  sentence: Sentence,
  from: number,
  to: number,
  isKnown: (name: string) => boolean,
): Mention[] {
  const words = sentence.text.slice(from, to)
  const label =
    /等((?:[省市州县区旗镇乡]|有关|相关)?领导)(?:同志)?(?:(?:以及|[和及与、])[^，。]{2,30})?(?:一同|一起|分别|全程)*$/.exec(
      words,
    )
  const list = words
    .slice(0, label?.index ?? words.length)
    .replace(/(?:等|等人|等同志|一同|共同|分别|全程)+$/, '')
  if (list.length > 80) return []
  const labelAt = label && sentence.start + from + label.index + 1
  const titles =
    label && labelAt !== null && label[1]!.length > 2
      ? [{ text: label[1]!, parts: [{ start: labelAt, end: labelAt + label[1]!.length }] }]
      : []
  const names = list.split(/[、，]/)
  const isName = (name: string) =>
    /^[\u4e00-\u9fff·]{2,5}$/.test(name) &&
    (surnameRank(name) > 0 || name.includes('·') || isKnown(name)) &&
    !endsAsTitle(name)
  if (!names.every(isName) || (names.length === 1 && !isKnown(names[0]!))) return []
  let at = sentence.start + from
  return names.map((name) => {
    const start = at
    at += name.length + 1
    return { name, start, end: start + name.length, titles, reason: 'name-only' as const }
  })
}

/** 陪同 and 参加 count where people came along, not where the report tells of some other event. */
function isOfVisit(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index, match.index + 24)
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  if (
    /要$|应$|积极$|鼓励.{0,8}$|希望.{0,12}$|组织(?!部|处|科|委员).{0,12}$|群众$|职工$|青年$|妇女$/.test(
      before.slice(-14),
    )
  )
    return false
  if (/^参加.{0,4}(?:会议|培训|竞赛|比赛|志愿|保险|医保|社保|治理|建设|革命)/.test(after)) return false
  if (/^(?:陪同|随同|随行|同行|参加|参与)[^，。、]{0,6}的(?![^，。]{0,8}(?:有|：))/.test(after)) return false
  return !/^一起(?:来|推动|努力)/.test(after)
}

/**
 * 黎明、区教体局局长高峰来到…; 市委书记黎明、县长高峰一行来到…: named beside the lead before they go, also in a
 * later sentence.
 */
export function besideLead(sentence: Sentence, mentions: Mention[], lead: Mention | null): Mention[] {
  if (!lead || mentions.length === 0) return []
  const own = mentions[0]!.name === lead.name ? mentions[0] : undefined
  const starts = sentence.text.startsWith(lead.name) ? 0 : own && own.start - sentence.start
  if (starts === undefined) return []
  const behind = starts + lead.name.length
  if (!/^(?:、|和|与|，[\u4e00-\u9fff、]{2,30}[长记席任理员委])/.test(sentence.text.slice(behind))) return []
  const going = goingFrom(sentence, mentions, behind)
  if (going === -1) return []
  const others = mentions.filter(
    (m) => m.start > sentence.start + starts && m.end <= sentence.start + going + 1,
  )
  const last = others.at(-1)
  if (!last) return []
  const gap = sentence.text.slice(last.end - sentence.start, going)
  return /^(?:等|同志|一行|分别|先后|还|又|也|就|共同|一起|一同|随后|首先|再次|实地|现场|\d+人|，)*$/.test(
    gap,
  )
    ? others
    : []
}
