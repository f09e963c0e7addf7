import type { ReadPerson, Remark, Span } from '../reading.ts'
import { counterOf, findLead, GOING, UNDER, within } from './read-lead.ts'
import { findMentions, type Mention, type PersonReason } from './read-names.ts'
import { type Document, type Piece, type Sentence, splitOutside } from './sentences.ts'
import { surnameRank } from './surnames.ts'
import { endsAsTitle } from './titles.ts'

export interface People {
  lead: ReadPerson | null
  companions: ReadPerson[]
  groups: Remark[]
  /** Names of all others with a title, along or not. */
  others: string[]
  /** The sentence that tells who went where. */
  opening: Sentence | null
}

type SpanOf = (start: number, end: number) => Span

const CONFIDENCE: Record<PersonReason, number> = {
  'title-before-name': 0.96,
  'group-label': 0.9,
  'shared-title': 0.85,
  'title-after-name': 0.85,
  'rare-name': 0.7,
  'uncertain-end': 0.6,
  'name-only': 0.6,
}

const ALONG =
  /陪同|随同|随行|同行|一同|一起|一并|全程参加|参加(?!了?(?:会议|培训|比赛|革命|工作|学习))|参与(?:了)?(?:调研|活动|走访|慰问|座谈|考察|检查)|陪/g
const GROUP_END =
  /(?:负责人|负责同志|主要领导|分管领导|相关领导|有关领导|班子成员|工作人员|相关人员|有关人员|人员|干部|代表|有关同志|相关同志|部门领导|同志们|领导)(?:等)?$/

/** Who led the visit and who came along: named people only; unnamed groups stand apart. */
export function readPeople(document: Document, spanOf: SpanOf): People {
  const count = counterOf(document.text)
  const known = new Map<string, Mention[]>()
  const inSentence = new Map<Sentence | null, Mention[]>()
  const note = (key: Sentence | null, piece: Piece) => {
    const found = findMentions(piece, count)
    inSentence.set(key, found)
    for (const mention of found) {
      const earlier = known.get(mention.name)
      if (!earlier) known.set(mention.name, [mention])
      else if (earlier.length < 20) earlier.push(mention)
    }
  }
  if (document.title) note(null, document.title)
  for (const sentence of document.sentences.slice(0, MOST_SENTENCES)) note(sentence, sentence)

  const { lead, opening, alongside } = findLead(document, inSentence, count)
  const companions = new Map<string, Mention>()
  const groups: Remark[] = []
  const add = (mention: Mention) => {
    if (mention.name !== lead?.name && !companions.has(mention.name)) companions.set(mention.name, mention)
  }
  alongside.forEach(add)
  for (const sentence of document.sentences.slice(0, MOST_SENTENCES)) {
    besideLead(sentence, inSentence.get(sentence) ?? [], lead).forEach(add)
    const stretch = companionsIn(sentence, inSentence.get(sentence) ?? [], sentence === opening ? lead : null)
    if (!stretch) continue
    stretch.mentions.forEach(add)
    groups.push(...groupsIn(sentence, stretch, spanOf))
  }
  const person = (mention: Mention) => asPerson(mention, known.get(mention.name) ?? [], document.text, spanOf)
  return {
    lead: lead ? person(lead) : null,
    companions: [...companions.values()].sort((a, b) => a.start - b.start).map(person),
    groups,
    others: [...known.keys()].filter((name) => name !== lead?.name).slice(0, 60),
    opening,
  }
}

/** A report is told in far fewer sentences; what follows cannot name a companion. */
const MOST_SENTENCES = 400

/** 黎明、区教体局局长高峰来到…: named beside the lead before they go. */
function besideLead(sentence: Sentence, mentions: Mention[], lead: Mention | null): Mention[] {
  if (
    !lead ||
    mentions.length === 0 ||
    !/^[、和与]/.test(sentence.text.slice(lead.name.length)) ||
    !sentence.text.startsWith(lead.name)
  )
    return []
  const going = GOING.exec(sentence.text)
  if (!going) return []
  return mentions.filter((m) => m.end <= sentence.start + going.index + 1)
}

/** Who only opens, chairs, reports or receives did not come along. */
const HOST = /^(?:等)?(?:出席|主持|汇报|介绍|作(?:了)?(?:汇报|介绍|发言)|致辞|就[^，]{2,20}(?:作|进行)|接待)/

/** 陪同调研的有甲、乙; 陪同人员：甲、乙. */
const ALONG_ARE =
  /(?:陪同|参加|一同|随同|参与|同行)[^，。、：]{0,8}(?:的还?有|人员[：:]|领导[：:]|的领导[：:]?有?|[：:])/
/** What those did who stand at the head of such a clause: they received, and did not come along. */
const RECEIVED =
  /^(?:等[^，。]{0,8})?(?:看望了?|会见了?|亲切会见|接见|接待|迎接|主持|致辞|汇报|介绍|作(?!陪))/

interface Stretch {
  mentions: Mention[]
  /** Where the list of those who came along stands in the sentence. */
  from: number
  to: number
}

function companionsIn(sentence: Sentence, mentions: Mention[], lead: Mention | null): Stretch | null {
  const { text } = sentence
  const under = UNDER.exec(text)
  if (under) return stretchOf(sentence, mentions, under.index, under.index + under[0].length - 3)
  const before = /由([^。]{2,200}?)(?:等)?陪同/.exec(text)
  if (before) return stretchOf(sentence, mentions, before.index, before.index + before[0].length - 2)
  const named = ALONG_ARE.exec(text)
  if (named) return stretchOf(sentence, mentions, named.index + named[0].length, text.length)
  let end = -1
  for (const match of text.matchAll(ALONG)) {
    if (isOfVisit(text, match)) end = match.index
  }
  if (end < 2) return null
  let from = 0
  if (lead) {
    const leadAt = lead.end - sentence.start
    const comma = text.lastIndexOf(
      '，',
      Math.max(
        ...mentions.filter((m) => m.end - sentence.start <= leadAt).map((m) => m.end - sentence.start),
        0,
      ),
    )
    const going = GOING.exec(text.slice(leadAt))
    from = going ? leadAt + going.index : Math.max(leadAt, comma)
  }
  if (end <= from) return null
  return stretchOf(sentence, mentions, from, end)
}

function stretchOf(sentence: Sentence, mentions: Mention[], from: number, to: number): Stretch {
  const came = mentions.filter(
    (m) =>
      within(m, sentence, from, to) &&
      !HOST.test(sentence.text.slice(m.end - sentence.start, m.end - sentence.start + 24)) &&
      !receives(sentence, mentions, m, to),
  )
  return { mentions: came.length > 0 ? came : barePeople(sentence, from, to), from, to }
}

/** 县委书记甲、县长乙看望了…一行，丙陪同: only 丙 came along. */
function receives(sentence: Sentence, mentions: Mention[], one: Mention, to: number): boolean {
  const comma = sentence.text.indexOf('，', one.end - sentence.start)
  if (comma === -1 || comma >= to) return false
  const last = mentions.findLast((m) => m.start >= one.start && m.end <= sentence.start + comma) ?? one
  return RECEIVED.test(sentence.text.slice(last.end - sentence.start, comma))
}

/** 王克俊、舒畅等参加调研: names without any title, in a sentence that holds nothing else. */
function barePeople(sentence: Sentence, from: number, to: number): Mention[] {
  const words = sentence.text.slice(from, to)
  const label = /等((?:[省市州县区]|有关|相关)?领导)(?:同志)?(?:一同|一起|分别|全程)*$/.exec(words)
  const list = words
    .slice(0, label?.index ?? words.length)
    .replace(/(?:等|等人|等同志|一同|共同|分别|全程)+$/, '')
  if (from !== 0 || list.length > 80) return []
  const labelAt = label && sentence.start + from + label.index + 1
  const titles =
    label && labelAt !== null && label[1]!.length > 2
      ? [{ text: label[1]!, parts: [{ start: labelAt, end: labelAt + label[1]!.length }] }]
      : []
  const names = list.split(/[、，]/)
  if (
    names.length < 2 ||
    !names.every(
      (name) =>
        /^[\u4e00-\u9fff·]{2,5}$/.test(name) &&
        (surnameRank(name) > 0 || name.includes('·')) &&
        !endsAsTitle(name),
    )
  )
    return []
  let at = sentence.start
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
  return !/^一起(?:来|推动|努力)/.test(after)
}

function groupsIn(sentence: Sentence, stretch: Stretch, spanOf: SpanOf): Remark[] {
  const text = sentence.text.slice(stretch.from, stretch.to)
  const found: Remark[] = []
  for (const piece of splitOutside(
    { start: sentence.start + stretch.from, end: sentence.start + stretch.to, text },
    '，',
  )) {
    const tail = splitOutside(piece, '、')
    const last = tail.at(-1)
    if (!last) continue
    const bare = /^(?:以及|及其?|和|与|暨)/.exec(last.text)?.[0].length ?? 0
    const ended = last.text.replace(/(?:等|共同|一起|全程|分别|也)+$/, '').length
    if (!GROUP_END.test(last.text.slice(bare, ended))) continue
    const others = (m: Mention) => m.start >= piece.start && m.end <= last.end
    const after = Math.max(piece.start, ...stretch.mentions.filter(others).map((m) => m.end))
    let start = after > piece.start ? Math.max(after, last.start) : piece.start
    let words = sentence.text.slice(start - sentence.start, last.start + ended - sentence.start)
    const lead = /^[、，]?(?:等)?(?:以及|及其?|和|与|暨)?/.exec(words)?.[0].length ?? 0
    start += lead
    words = words.slice(lead)
    if (words.length < 4 || words.length > 60) continue
    found.push({ text: words, spans: [spanOf(start, start + words.length)] })
  }
  return found
}

function asPerson(mention: Mention, mentions: Mention[], text: string, spanOf: SpanOf): ReadPerson {
  const fullest = mentions.reduce((best, one) => (isFuller(one, best) ? one : best), mention)
  const spans: Span[] = []
  for (
    let at = text.indexOf(mention.name);
    at !== -1 && spans.length < 200;
    at = text.indexOf(mention.name, at + 1)
  ) {
    spans.push(spanOf(at, at + mention.name.length))
  }
  return {
    name: mention.name,
    titles: fullest.titles.map((title) => title.text),
    spans,
    titleSpans: fullest.titles.map((title) => title.parts.map((part) => spanOf(part.start, part.end))),
    confidence: CONFIDENCE[fullest.reason],
    reason: fullest.reason,
  }
}

/** More titles, or the same ones written out: 统战部部长 rather than 部长. */
function isFuller(one: Mention, best: Mention): boolean {
  if (one.reason === 'title-after-name' && best.titles.length > 0 && best.reason !== 'title-after-name')
    return false
  if (one.titles.length !== best.titles.length) return one.titles.length > best.titles.length
  const length = (mention: Mention) => mention.titles.reduce((sum, title) => sum + title.text.length, 0)
  return (
    length(one) > length(best) && one.titles.every((title, i) => title.text.endsWith(best.titles[i]!.text))
  )
}
