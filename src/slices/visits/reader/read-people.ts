import type { ReadPerson, Remark, Span } from '../reading.ts'
import { besideLead, companionsIn, type Stretch } from './read-companions.ts'
import { counterOf, findLead } from './read-lead.ts'
import { findMentions, type Mention, type PersonReason } from './read-names.ts'
import { type Document, type Piece, type Sentence, splitOutside } from './sentences.ts'

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
    const here = sentence === opening ? lead : null
    for (const stretch of companionsIn(sentence, inSentence.get(sentence) ?? [], here, (name) =>
      known.has(name),
    )) {
      stretch.mentions.forEach(add)
      groups.push(...groupsIn(sentence, stretch, spanOf))
    }
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
