import { leadIn } from './read-lead-clause.ts'
import { nameAt } from './read-name.ts'
import type { Mention } from './read-names.ts'
import type { Document, Sentence } from './sentences.ts'
import { surnameRank } from './surnames.ts'

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
  return bodyLead(document, inSentence) ?? bareLead(document, count, [...inSentence.values()].flat())
}

/** What a body does without anybody named as going: 县政协组织委员视察…。主席甲、副主席乙参加视察。 */
const TOOK_PART =
  /(?:参加|参与|出席)(?:了)?(?:此次|本次)?(?:专题|集中)?(?:视察|调研|检查|走访|慰问|观摩|督导|巡查|执法检查)?(?:活动)?(?:。|$)/
const OF_BODY = /视察|调研|检查|走访|慰问|观摩|督导|巡查|送(?:清凉|温暖)/

/** The first of those who took part leads, where a body as a whole goes; who accompanies is a host. */
function bodyLead(document: Document, inSentence: Map<Sentence | null, Mention[]>): Lead | null {
  const [first] = document.sentences
  if (!first || !document.sentences.slice(0, 3).some((sentence) => OF_BODY.test(sentence.text))) return null
  for (const sentence of document.sentences.slice(0, 5)) {
    const mentions = inSentence.get(sentence) ?? []
    const took = TOOK_PART.exec(sentence.text)
    if (!took || mentions.length === 0 || /陪同|会议|座谈会/.test(sentence.text)) continue
    const [lead, ...others] = mentions.filter((one) => one.end <= sentence.start + took.index)
    if (!lead || lead.reason === 'rare-name' || lead.start > sentence.start + 40) continue
    return { lead, opening: sentence, alongside: others }
  }
  return null
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
