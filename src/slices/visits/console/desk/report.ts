import type { Repair, Span } from '../../reading.ts'
import { assemble, type EditedText, originalSpan } from '../../reader/edited-text.ts'

/** The report as it was found, and every repair that was proposed, in text order. */
export interface Report {
  original: string
  repairs: Repair[]
}

export const nothingUndone: ReadonlySet<string> = new Set()

/** The text as it reads without the repairs that a person took back, and the way from there to the original. */
export function readingText(report: Report, undone: ReadonlySet<string>): EditedText {
  const edits = report.repairs
    .filter(({ id, kind }) => kind !== 'broken-character' && !undone.has(id))
    .map(({ span, after, kind }) => ({ start: span.start, end: span.end, after, kind }))
  return assemble(report.original, edits)
}

/** Where a stretch of the original begins in the text as it reads. */
export function readingOffset({ from, to, text }: EditedText, at: number): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < at && to[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** A span that begins or ends inside a repair, made to hold the whole repair. */
export function wholeRepairs({ repairs }: Report, span: Span): Span {
  let { start, end } = span
  for (const { span: repair } of repairs) {
    if (repair.start >= end) break
    if (repair.start < start && repair.end > start) start = repair.start
    if (repair.start < end && repair.end > end) end = repair.end
  }
  return { start, end }
}

/**
 * Where the words stand, as one span of the original; null where the text does not hold them. Of several
 * places the first behind `near` (an offset of the original) is taken, else the first of all.
 */
export function spanOfWords(text: EditedText, words: string, near = 0): Span | null {
  const sought = words.trim()
  if (sought === '') return null
  const behind = text.text.indexOf(sought, readingOffset(text, near))
  const at = behind >= 0 ? behind : text.text.indexOf(sought)
  return at < 0 ? null : originalSpan(text, at, at + sought.length)
}

const edges = /^[\s，,；;、。：:]+|[\s，,；;、。：:]+$/gu

/** Words without the space and the stops around them, and how much was cut from their beginning. */
export function trimWords(words: string): { text: string; cut: number } {
  const text = words.replace(edges, '')
  return { text, cut: text === '' ? 0 : words.indexOf(text) }
}
