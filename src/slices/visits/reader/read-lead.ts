import { nameAt } from './read-name.ts'
import type { Mention } from './read-names.ts'
import type { Document, Piece, Sentence } from './sentences.ts'
import { surnameRank } from './surnames.ts'

/** A verb of going, which makes the person before it a visitor. */
export const GOING =
  /赴|来到|前往|深入|走进|走访|莅|到(?!位|底|会|场|期|达)|来(?=.{1,12}(?:调研|考察|指导|检查|视察|走访|督导))|率|带队|带领|一行|调研|考察|视察|检查|督导|看望|慰问|参观/

/** Counts in the first part of the text, each string once. */
export function counterOf(text: string): (name: string) => number {
  const head = text.slice(0, 20_000)
  const known = new Map<string, number>()
  return (name) => {
    const earlier = known.get(name)
    if (earlier !== undefined) return earlier
    let times = 0
    if (known.size < 4000) {
      for (let at = head.indexOf(name); at !== -1 && times < 50; at = head.indexOf(name, at + name.length))
        times++
    }
    known.set(name, times)
    return times
  }
}

export interface Lead {
  lead: Mention | null
  opening: Sentence | null
  /** Those who are named beside the lead: 甲、乙一行. */
  alongside: Mention[]
}

/** Who led the visit, and the sentence that tells of it. */
export function findLead(
  document: Document,
  inSentence: Map<Sentence | null, Mention[]>,
  count: (name: string) => number,
): Lead {
  const inTitle = leadIn(document.title, inSentence.get(null) ?? [])
  for (const sentence of document.sentences.slice(0, 12)) {
    const found = leadIn(sentence, inSentence.get(sentence) ?? [])
    if (!found) continue
    if (
      inTitle &&
      found.lead.name !== inTitle.lead.name &&
      !(inSentence.get(sentence) ?? []).some((m) => m.name === inTitle.lead.name)
    ) {
      const own = document.sentences
        .slice(0, 12)
        .some((s) => leadIn(s, inSentence.get(s) ?? [])?.lead.name === inTitle.lead.name)
      if (own) continue
    }
    return { lead: found.lead, opening: sentence, alongside: found.alongside }
  }
  if (inTitle)
    return { lead: inTitle.lead, opening: document.sentences[0] ?? null, alongside: inTitle.alongside }
  return bareLead(document, count, [...inSentence.values()].flat())
}

/** 在甲、乙陪同下: those who accompany, told before the verb of going. */
export const UNDER = /在([^。]{2,200}?)(?:等[^，。]{0,8})?(?:的)?陪同下/

/** The first named person before the verb of going, unless he is the one who accompanies. */
function leadIn(piece: Piece | null, mentions: Mention[]): { lead: Mention; alongside: Mention[] } | null {
  if (!piece || mentions.length === 0) return null
  const led = /在([^。]{2,120}?)(?:的)?(?:带领|率领)下/.exec(piece.text)
  if (led) {
    const inside = mentions.filter((m) => within(m, piece, led.index, led.index + led[0].length))
    const before = mentions.find((m) => m.start < piece.start + led.index)
    if (before && inside[0]) return { lead: before, alongside: inside }
    if (inside[0]) return { lead: inside[0], alongside: inside.slice(1) }
  }
  const first = mentions[0]!
  const under = UNDER.exec(piece.text)
  if (under && first.end <= piece.start + under.index) {
    const rest = mentions.filter((m) => m !== first && m.end <= piece.start + under.index)
    if (GOING.test(piece.text.slice(under.index + under[0].length))) return { lead: first, alongside: rest }
  }
  const after = piece.text.slice(first.end - piece.start)
  const second = mentions[1]
  if (
    /^(?:等)?(?:全程)?陪同/.test(after) &&
    second &&
    second.start - first.end < 60 &&
    !/[，；]|参加|出席/.test(piece.text.slice(first.end - piece.start, second.start - piece.start))
  ) {
    return { lead: second, alongside: [first] }
  }
  const going = GOING.exec(after)
  if (!going) return null
  const goingAt = first.end + going.index
  const between = mentions.filter((m) => m !== first && m.start < goingAt)
  const gap = piece.text.slice((between.at(-1) ?? first).end - piece.start, goingAt - piece.start)
  if (gap.length > 60 || /陪同|参加|随同|随行|参与/.test(gap)) return null
  if (/^(?:等)?(?:在?汇报|在?介绍|分别|陪同|主持|致辞|参加|出席|随同|一同|一起|同行)/.test(after)) return null
  if (
    /(?:陪同|随同|一同|参加|出席)/.test(
      between.length > 0 ? piece.text.slice(between.at(-1)!.end - piece.start).slice(0, 4) : '',
    )
  )
    return null
  if (/^(?:率|带领|会同|偕)/.test(going[0]) || /率|带领|会同|偕/.test(gap)) {
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

export function within(mention: Mention, piece: Piece, from: number, to: number): boolean {
  return mention.start >= piece.start + from && mention.end <= piece.start + to
}

/** 杜主席 is the 杜某某 whose title ends so. */
function fullName(surname: string, post: string, known: Mention[]): Mention | undefined {
  if (surname.length === 0) return undefined
  return known.find(
    (one) => one.name.startsWith(surname) && one.titles.some((title) => title.text.endsWith(post)),
  )
}

/** 李蓉一行 without any title in the whole text. */
function bareLead(document: Document, count: (name: string) => number, known: Mention[]): Lead {
  for (const sentence of document.sentences.slice(0, 12)) {
    const at = sentence.text.indexOf('一行')
    if (at < 2) continue
    for (const length of [3, 2]) {
      const start = at - length
      if (start < 0) continue
      const words = sentence.text.slice(start, at)
      const post =
        /(?:书记|主席|部长|会长|主任|局长|常委|县长|市长|区长|省长|州长|秘书长|理事长|委员长|政委|院长|校长|董事长)$/.exec(
          words,
        )?.[0]
      const named = post && fullName(words.slice(0, -post.length), post, known)
      if (named) return { lead: named, opening: sentence, alongside: [] }
      const name = nameAt(sentence.text.slice(start, at + 2), count)
      if (name?.text.length !== length || name.rare) continue
      const lead: Mention = {
        name: name.text,
        start: sentence.start + start,
        end: sentence.start + at,
        titles: [],
        reason: 'name-only',
      }
      return { lead, opening: sentence, alongside: [] }
    }
  }
  return nameGoing(document, count)
}

/** 王某某到某县调研, without any title: the text must name him again. */
function nameGoing(document: Document, count: (name: string) => number): Lead {
  for (const sentence of document.sentences.slice(0, 6)) {
    const match =
      /(?:^|，)([\u4e00-\u9fff]{2,4})(?=率|带领|带队|一行|到|赴|来到|深入|走进|前往|莅临|在[^，]{2,14}调研)/.exec(
        sentence.text.slice(0, 80),
      )
    const words = match?.[1]
    if (!match || !words || surnameRank(words) < 2 || count(words) < 2) continue
    const name = nameAt(`${words}一行`, count)
    if (name === null || name.text !== words || name.rare) continue
    const start = sentence.start + match.index + match[0].length - words.length
    const lead: Mention = { name: words, start, end: start + words.length, titles: [], reason: 'name-only' }
    return { lead, opening: sentence, alongside: [] }
  }
  return { lead: null, opening: null, alongside: [] }
}
