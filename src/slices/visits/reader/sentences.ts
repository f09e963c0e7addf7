import { CLOSERS } from './han.ts'

/** A stretch of the repaired text with its place. */
export interface Piece {
  start: number
  end: number
  text: string
}

export interface Sentence extends Piece {
  paragraph: number
  /** First in its paragraph. */
  opens: boolean
  /** The mark that ended it; empty where the line simply stops. */
  stop: string
}

export interface Paragraph extends Piece {
  index: number
  sentences: Sentence[]
}

export interface Document {
  text: string
  /** The headline, where the first line is one. */
  title: Piece | null
  paragraphs: Paragraph[]
  sentences: Sentence[]
}

const LONGEST_HEADLINE = 70

export function readDocument(text: string): Document {
  const lines = pieces(text, '\n').filter((line) => line.text !== '')
  const title = headlineOf(lines)
  const body = title ? lines.slice(lines.indexOf(title) + 1) : lines
  const paragraphs = body.map((line, index) => ({ ...line, index, sentences: sentencesOf(line, index) }))
  return { text, title, paragraphs, sentences: paragraphs.flatMap((paragraph) => paragraph.sentences) }
}

const STRONG_VISIT = /调研|考察|视察|检查|督导|督查|走访|慰问|看望|莅|一行|座谈|指导工作|参观/
const VISIT = /赴|指导|到.{2,}|来.{2,}/
const CAPTION = /^(?:图为|▲|△|●|图[一二三四五六七八九十\d]+[：:])|[摄图][）)]$|^[—-]{1,2}/

/**
 * Before the first prose stand menus and other stories' headlines, and at last the report's own: of the lines that
 * speak of a visit, the nearest one. A lone line may be all there is.
 */
function headlineOf(lines: Piece[]): Piece | null {
  const body = lines.findIndex((line) => /[。；]/.test(line.text) || line.text.length > LONGEST_HEADLINE)
  const before = body === -1 ? lines.slice(0, lines.length > 1 ? 1 : 0) : lines.slice(0, body)
  const likely = before.filter((line) => line.text.length >= 6 && !CAPTION.test(line.text))
  return (
    likely.findLast((line) => STRONG_VISIT.test(line.text)) ??
    likely.findLast((line) => VISIT.test(line.text)) ??
    (before.length > 3 ? likely.at(-1) : before[0]) ??
    before[0] ??
    null
  )
}

export function trimmed(text: string, start: number, end: number): Piece {
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end, text: text.slice(start, end) }
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfeff
}

function pieces(text: string, mark: string): Piece[] {
  const found: Piece[] = []
  let start = 0
  while (start <= text.length) {
    const at = text.indexOf(mark, start)
    const end = at === -1 ? text.length : at
    found.push(trimmed(text, start, end))
    start = end + 1
  }
  return found
}

/** Splits at 。！？ outside of short quotes; a closing quote or bracket stays with its sentence. */
function sentencesOf(line: Piece, paragraph: number): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  const { text } = line
  const push = (end: number, stop: string) => {
    const piece = trimmed(text, start, end)
    if (piece.text.length > 0) {
      found.push({
        start: line.start + piece.start,
        end: line.start + piece.end,
        text: piece.text,
        paragraph,
        opens: found.length === 0,
        stop,
      })
    }
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if (unit !== '。' && unit !== '！' && unit !== '？') continue
    push(at, unit)
    start = at + 1
    while (start < text.length && CLOSERS.includes(text[start]!)) start++
    at = start - 1
  }
  push(text.length, '')
  return found
}

function whole(piece: Piece): Piece {
  const cut = trimmed(piece.text, 0, piece.text.length)
  return { start: piece.start + cut.start, end: piece.start + cut.end, text: cut.text }
}

const OPENS = /[（(“《]/

/** The same where nothing is in brackets or quotes, as in most clauses. */
function splitPlain(piece: Piece, mark: string): Piece[] {
  const found: Piece[] = []
  let start = 0
  while (start <= piece.text.length) {
    const at = piece.text.indexOf(mark, start)
    const end = at === -1 ? piece.text.length : at
    const cut = trimmed(piece.text, start, end)
    if (cut.text !== '')
      found.push({ start: piece.start + cut.start, end: piece.start + cut.end, text: cut.text })
    start = end + mark.length
  }
  return found
}

/** Cuts at a mark where it stands outside brackets and quotes. */
export function splitOutside(piece: Piece, mark: string): Piece[] {
  if (!piece.text.includes(mark)) return piece.text === '' ? [] : [whole(piece)]
  if (!OPENS.test(piece.text)) return splitPlain(piece, mark)
  const found: Piece[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at <= piece.text.length; at++) {
    const unit = piece.text[at]
    if (unit !== undefined && '（(“《'.includes(unit)) depth++
    else if (unit !== undefined && '）)”》'.includes(unit)) depth = Math.max(0, depth - 1)
    if (unit !== undefined && (depth > 0 || unit !== mark)) continue
    const cut = trimmed(piece.text, start, at)
    if (cut.text !== '')
      found.push({ start: piece.start + cut.start, end: piece.start + cut.end, text: cut.text })
    start = at + 1
  }
  return found
}
