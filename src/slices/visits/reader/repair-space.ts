import type { Edit } from './edited-text.ts'
import { isHan } from './han.ts'

const SPACE = /[@＠](?=[\u4e00-\u9fff])|[ \t\u00a0\u3000\u2000-\u200a]{1,200}/g
const MARKS = '，。、；：！？“”‘’（）《》〈〉【】·'

/**
 * Spaces between Han in a line of prose: padding in two-character names (苏　强), text that was set letter by
 * letter, characters of no width. Headlines keep theirs, since there a space separates two halves.
 */
export function findSpaces(text: string): Edit[] {
  const found: Edit[] = []
  let proseUntil = -1
  let isProseLine = false
  for (const match of text.matchAll(SPACE)) {
    const start = match.index
    const end = start + match[0].length
    const before = text[start - 1]
    const after = text[end]
    if (match[0] === '@' || match[0] === '＠') {
      if (before === undefined || !/[A-Za-z0-9]/.test(before))
        found.push({ start, end, after: '', kind: 'space' })
      continue
    }
    if (before === undefined || after === undefined || before === '\n' || before === '\r') continue
    if (start > proseUntil) {
      const lineStart = text.lastIndexOf('\n', start) + 1
      const lineEnd = text.indexOf('\n', start)
      proseUntil = lineEnd === -1 ? text.length : lineEnd
      isProseLine = /[，。]/.test(
        text.slice(Math.max(lineStart, start - 2000), Math.min(proseUntil, start + 2000)),
      )
    }
    const alone = (unit: string | undefined) => unit !== undefined && /[A-Za-z0-9]/.test(unit)
    if (alone(before) && alone(after) && isSpacedOut(text, start, end)) {
      found.push({ start, end, after: '', kind: 'space' })
      continue
    }
    const near = (unit: string) => isHan(unit) || MARKS.includes(unit)
    const close = near(before) && near(after)
    const besideDigit =
      (/\d/.test(before) && /[年月日]/.test(after)) || (/[年月]/.test(before) && /\d/.test(after))
    const mixed = (alone(before) && isHan(after)) || (isHan(before) && alone(after))
    if (
      isProseLine
        ? close || besideDigit || (mixed && isSpacedOut(text, start, end))
        : close && isSpacedOut(text, start, end)
    ) {
      found.push({ start, end, after: '', kind: 'space' })
    }
  }
  return found
}

const NO_WIDTH = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+/g

/** Characters of no width; they go first, since they stand inside everything that is looked for. */
export function findNoWidth(text: string): Edit[] {
  return Array.from(text.matchAll(NO_WIDTH), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    after: '',
    kind: 'space' as const,
  }))
}

const LOST_INDENT =
  /(?<=^|\n)[ \t\u3000]{0,8}(?:[?？]{2,}[ \t\u3000\u00a0]*|[?？][ \t\u3000\u00a0]{1,8}|[?？](?=\r?\n|$))|(?<=[。！”])[?？]{2,}[ \t\u3000\u00a0]*(?=[\u4e00-\u9fff“\d])/g

/** ????元月6日: the spaces that indent a paragraph, each turned into a question mark. Behind a stop they open a new one. */
export function findLostIndents(text: string): Edit[] {
  if (!/[?？]/.test(text)) return []
  return Array.from(text.matchAll(LOST_INDENT), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    after: match.index === 0 || text[match.index - 1] === '\n' ? '' : '\n',
    kind: 'space' as const,
  }))
}

/** 省 总 工 会: single characters on both sides. */
function isSpacedOut(text: string, start: number, end: number): boolean {
  const blank = (unit: string | undefined) => unit !== undefined && /[\s\u3000]/.test(unit)
  return blank(text[start - 2]) && blank(text[end + 1])
}
