import type { Confidence, Span } from '../reading.ts'
import { datesThePage, type PageDate, readPageDate } from './read-page-date.ts'
import type { Document, Piece, Sentence } from './sentences.ts'

export interface ReadDate {
  date: string | null
  dateInfo: Confidence & { spans: Span[]; yearMissing: boolean }
}

interface Candidate {
  year: number | null
  month: number | null
  day: number
  start: number
  end: number
  score: number
}

/** Typesetting leaves a space inside a number: 5 月2 5 日至2 7 日. */
const MONTH = '(?:(?<!\\d)(?:1 [0-2]|0 [1-9])(?= ?月)|\\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})'
const DIGIT = '(?:(?<!\\d)[0-3] \\d(?= ?[日号至—–\\-~～到、])|\\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})'
const YEAR =
  '(?:(\\d ?\\d ?\\d ?\\d) ?年|(?:(?:民国|民國)(?=\\d)|(?<!\\d)(?=1[01]\\d年))(\\d{2,3})年|([二一][〇○零Ｏ0一二三四五六七八九]{3})年|(?:今年|本年))?'
const DATE = new RegExp(
  `${YEAR} ?(${MONTH}|元|正) ?月 ?(${DIGIT}) ?(?:日|号|(?=[至—–\\-~～到、] ?(?:\\d{1,2} ?月 ?)?\\d ?\\d? ?(?:日|号)))`,
  'g',
)
const ISO = /(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g
const DAY_ONLY = new RegExp(
  `(?:^|[，。）)讯\\s]|(?!月)[\\u4e00-\\u9fff](?=\\d{1,2}日(?:(?:至|—|-|、)\\d{1,2}日)?(?:[上下]午)?(?:在|到|赴|率|深入|来到|前往|走访|带队|调研|视察|检查|看望|慰问)))(?:本月)?(${DIGIT})(?:日|(?=[至—–\\-~～]\\d{1,2}日))(?=[，、上下早晚至—–\\-~～在]|[\\u4e00-\\u9fff]{2,30}(?:[，、]|$))`,
  'g',
)
/** 昨（17）日, 今(5)日: the paper's own word with the day of the month in brackets. */
const DAY_IN_BRACKETS = /(?:昨|今|前)[（(](\d{1,2})日?[）)]日?/g
const NO_DAY = /近日|日前|昨日|昨天|近期|连日来|今日|今天|前不久|近段时间|本周|上周/
const VISIT = /赴|来到|前往|深入|走进|走访|莅|到|率|带队|一行|调研|考察|视察|检查|督导|看望|慰问|参观/
/** How far around a date its own words reach. */
const NEAR = 200
/** What follows a date that tells of something else. */
const DECOY_AFTER =
  /^(?:前|之前|以前|以来|起|印发|发布|下发|通知|召开的|举行的|会议精神|讲话|重要|出生|成立|正式|开业|投入|建成|实施|施行|生效|，?是第)/
const DECOY_BEFORE =
  /(?:自|从|截至|截止|截止到|[建立办生开始创用启投产成行]于|定于|将于|拟于|在|到|早在|入党|贯彻|落实|学习)$/

/** The first day of the visit. A year is taken only from the date itself or from a line that dates the page. */
export function readDate(
  document: Document,
  opening: Sentence | null,
  around: readonly string[],
  spanOf: (start: number, end: number) => Span,
): ReadDate {
  const best = candidates(document, opening).reduce<Candidate | null>(
    (a, b) => (a && a.score >= b.score ? a : b),
    null,
  )
  if (opening && isVague(opening) && !(best && best.start >= opening.start)) {
    return noDay(document)
  }
  const page = readPageDate(around, document)
  if (!best || best.score < 3) return noDay(document)
  const spans = [spanOf(best.start, best.end)]
  const { month, day } = best
  if (month === null) return dayOnly(day, page ?? dateline(document), spans)
  const monthDay = `${two(month)}-${two(day)}`
  if (best.year !== null) {
    return {
      date: `${best.year}-${monthDay}`,
      dateInfo: { spans, yearMissing: false, confidence: 0.97, reason: 'full-date' },
    }
  }
  if (page?.year) {
    const year = page.month !== null && page.month < month ? page.year - 1 : page.year
    return {
      date: `${year}-${monthDay}`,
      dateInfo: { spans, yearMissing: false, confidence: 0.85, reason: 'year-from-page' },
    }
  }
  return {
    date: `--${monthDay}`,
    dateInfo: { spans, yearMissing: true, confidence: 0.95, reason: 'year-missing' },
  }
}

/** 新华社成都3月5日电: the day on which it was sent, which gives the month of what it tells. */
function dateline(document: Document): PageDate | null {
  const head = document.sentences[0]?.text.slice(0, 60) ?? ''
  const match = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[电讯]/.exec(head)
  if (!match) return null
  return { year: match[1] ? Number(match[1]) : null, month: Number(match[2]), day: Number(match[3]) }
}

function dayOnly(day: number, page: PageDate | null, spans: Span[]): ReadDate {
  if (!page?.month || page.day === null) {
    return { date: null, dateInfo: { spans, yearMissing: true, confidence: 0.6, reason: 'month-missing' } }
  }
  let { year, month } = page
  if (day > page.day) {
    month -= 1
    if (month === 0) {
      month = 12
      if (year !== null) year -= 1
    }
  }
  if (year === null) {
    return {
      date: `--${two(month)}-${two(day)}`,
      dateInfo: { spans, yearMissing: true, confidence: 0.7, reason: 'month-from-page' },
    }
  }
  return {
    date: `${year}-${two(month)}-${two(day)}`,
    dateInfo: { spans, yearMissing: false, confidence: 0.7, reason: 'month-from-page' },
  }
}

/** 昨日，市领导先后到…: the report says when in its own way; a date elsewhere is another's. */
function isVague(opening: Sentence): boolean {
  return NO_DAY.test(opening.text.slice(0, 30))
}

/** For a text that tells of no day. */
export function noDate(): ReadDate {
  return { date: null, dateInfo: { spans: [], yearMissing: true, confidence: 0.8, reason: 'no-date' } }
}

function noDay(document: Document): ReadDate {
  const vague = document.sentences.slice(0, 3).some((sentence) => NO_DAY.test(sentence.text))
  return {
    date: null,
    dateInfo: {
      spans: [],
      yearMissing: true,
      confidence: vague ? 0.95 : 0.8,
      reason: vague ? 'no-day-given' : 'no-date',
    },
  }
}

function candidates(document: Document, opening: Sentence | null): Candidate[] {
  const found: Candidate[] = []
  const pieces: { piece: Piece; weight: number }[] = document.sentences.slice(0, 40).map((sentence) => ({
    piece: sentence,
    weight:
      (sentence === opening ? 3 : 0) +
      (sentence.paragraph === 0 ? 2 : 0) +
      (sentence.opens ? 1 : 0) -
      Math.min(sentence.paragraph, 3) * 0.5,
  }))
  if (document.title) pieces.unshift({ piece: document.title, weight: -1 })
  for (const { piece, weight } of pieces) {
    if (datesThePage(piece.text)) continue
    for (const match of piece.text.includes('月') ? piece.text.matchAll(DATE) : []) {
      const month = numberOf(match[4]!)
      const day = numberOf(match[5]!)
      if (month < 1 || month > 12 || day < 1 || day > 31 || isOfPage(piece, match)) continue
      found.push({
        ...place(piece, match),
        year: yearOf(match),
        month,
        day,
        score: scoreOf(piece, match, weight),
      })
    }
    for (const match of piece.text.includes('20') ? piece.text.matchAll(ISO) : []) {
      const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
      if (month < 1 || month > 12 || day < 1 || day > 31 || isOfPage(piece, match)) continue
      found.push({ ...place(piece, match), year, month, day, score: scoreOf(piece, match, weight) })
    }
    if (weight < 1 || !piece.text.includes('日')) continue
    for (const match of piece.text.matchAll(DAY_IN_BRACKETS)) {
      const day = Number(match[1])
      if (day < 1 || day > 31) continue
      found.push({
        ...place(piece, match),
        year: null,
        month: null,
        day,
        score: scoreOf(piece, match, weight),
      })
    }
    for (const match of piece.text.matchAll(DAY_ONLY)) {
      const day = numberOf(match[1]!)
      if (day < 1 || day > 31) continue
      const lead = match[0].length - match[0].replace(/^(?!\d|[〇零一二三四五六七八九十廿卅本])./, '').length
      const at = { start: piece.start + match.index + lead, end: piece.start + match.index + match[0].length }
      found.push({ ...at, year: null, month: null, day, score: scoreOf(piece, match, weight) - 1.5 })
    }
  }
  return found
}

function place(piece: Piece, match: RegExpExecArray): { start: number; end: number } {
  return { start: piece.start + match.index, end: piece.start + match.index + match[0].length }
}

/** 发布时间：2021-10-15 says when the page appeared, 新华社成都3月5日电 when the news was sent. */
function isOfPage(piece: Piece, match: RegExpExecArray): boolean {
  const before = piece.text.slice(Math.max(0, match.index - 12), match.index)
  const after = piece.text.slice(match.index + match[0].length, match.index + match[0].length + 4)
  return (
    /^\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?\d{1,2}月\d{1,2}[日至]/.test(
      piece.text.slice(match.index + match[0].length, match.index + match[0].length + 18),
    ) ||
    /(?:时间|日期|发布于?|发表于?|更新于?|编辑于|录入)[：:\s]*$/.test(before) ||
    /^\s*(?:电|讯|消息|\d{1,2}:\d{2})/.test(after)
  )
}

function scoreOf(piece: Piece, match: RegExpExecArray, weight: number): number {
  const before = piece.text.slice(Math.max(0, match.index - 12), match.index)
  const after = piece.text.slice(match.index + match[0].length, match.index + match[0].length + 12)
  let score = weight + 2
  if (/^$|[）)讯，：\s]$|^[\s]*$/.test(before)) score += 2
  if (/^(?:[，上下至—–\-~～到、]|中午|早|晚|傍晚)/.test(after)) score += 1
  if (VISIT.test(piece.text.slice(Math.max(0, match.index - NEAR), match.index + NEAR))) score += 2
  if (DECOY_AFTER.test(after)) score -= 4
  if (DECOY_BEFORE.test(before)) score -= 3
  if (/(?:农历|阴历)[^，。]{0,4}$/.test(before)) score -= 4
  if (/(?<![重主需])要(?!求)|应当|希望/.test(piece.text.slice(Math.max(0, match.index - NEAR), match.index)))
    score -= 3
  return score
}

function yearOf(match: RegExpExecArray): number | null {
  if (match[1]) return Number(match[1].replaceAll(' ', ''))
  if (match[2]) return Number(match[2]) + 1911
  if (!match[3]) return null
  return Number([...match[3]].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join(''))
}

/** 5, 廿六, 三十一. */
export function numberOf(spaced: string): number {
  const written = spaced.replaceAll(' ', '')
  if (/^\d+$/.test(written)) return Number(written)
  if (written === '元' || written === '正') return 1
  const value = (digit: string) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)
  const text = written.replace('廿', '二十').replace('卅', '三十')
  const ten = text.indexOf('十')
  if (ten === -1) return Number([...text].map((digit) => Math.max(0, value(digit))).join(''))
  return (ten === 0 ? 1 : value(text[0]!)) * 10 + (ten === text.length - 1 ? 0 : value(text.at(-1)!))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
