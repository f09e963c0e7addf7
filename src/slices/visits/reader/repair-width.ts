import type { Edit } from './edited-text.ts'
import { isHan } from './han.ts'

const FULL: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '｡': '。',
  '､': '、',
  '．': '.',
}
const NEAR_HAN = '“”‘’「」『』《》〈〉【】（）、。，；：！？()[]%％'

/**
 * Half-width punctuation between Han becomes full-width, full-width digits and letters become ordinary ones.
 * Brackets stay as found, since they may be part of a name: 川藏物流(旅游)产业园.
 */
export function findWidths(text: string): Edit[] {
  const found: Edit[] = []
  const put = (at: number, after: string) => found.push({ start: at, end: at + 1, after, kind: 'width' })
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const unit = text[at]!
    if (
      (code >= 0xff10 && code <= 0xff19) ||
      (code >= 0xff21 && code <= 0xff3a) ||
      (code >= 0xff41 && code <= 0xff5a)
    ) {
      put(at, String.fromCharCode(code - 0xfee0))
    } else if (code >= 0x300c && code <= 0x300f) {
      put(at, '“”‘’'[code - 0x300c]!)
    } else if (code === 0x2e) {
      if (isFullStop(text, at)) put(at, '。')
    } else if (unit in FULL && (code > 0x7f || standsBetweenHan(text, at))) put(at, FULL[unit]!)
  }
  return [...found, ...findQuotes(text)].sort((a, b) => a.start - b.start)
}

function standsBetweenHan(text: string, at: number): boolean {
  const before = lastBefore(text, at)
  const after = text[at + 1]
  if (isDigit(before) && isDigit(after)) return false
  if (text[at] === '?' && isHan(before) && isHan(after)) return false
  if (isHan(before)) return after === undefined || !/[/\\]/.test(after)
  return (
    (before !== undefined && before > ' ' && (isHan(after) || opensHan(text, at + 1))) ||
    (before !== undefined && after !== undefined && NEAR_HAN.includes(before) && NEAR_HAN.includes(after))
  )
}

/** “ and 《 stand before Han, and so does a number that is counted in Han: ,10月20日. */
function opensHan(text: string, at: number): boolean {
  const after = text[at]
  if (after === undefined) return false
  return (
    '“‘《（'.includes(after) || (isDigit(after) && /^\d{1,4}[\u4e00-\u9fff]/.test(text.slice(at, at + 5)))
  )
}

/** The unit before, past a few spaces that a later repair takes out: 体 ,扎. */
function lastBefore(text: string, at: number): string | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    if (text[before] !== ' ' && text[before] !== '\u3000') return text[before]
  }
  return text[at - 1]
}

function isFullStop(text: string, at: number): boolean {
  const after = text[at + 1]
  const before = text[at - 1]
  const ends = isHan(before) || (before !== undefined && '”’）》%'.includes(before))
  if (!ends || /(?:^|\n)[\s\u3000]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 6), at)))
    return false
  return (
    after === undefined ||
    '\n\r“‘《（<　 '.includes(after) ||
    isHan(after) ||
    (isDigit(after) && isHan(text[at + 2] ?? text[at + 3]))
  )
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9'
}

/** Straight quotes are turned only where a line holds an even number of them and Han stands inside. */
function findQuotes(text: string): Edit[] {
  const found: Edit[] = []
  let lineStart = 0
  while (lineStart <= text.length && text.indexOf('"', lineStart) !== -1) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd === -1) lineEnd = text.length
    const places: number[] = []
    for (let at = text.indexOf('"', lineStart); at !== -1 && at < lineEnd; at = text.indexOf('"', at + 1))
      places.push(at)
    if (
      places.length > 0 &&
      places.length % 2 === 0 &&
      places.every((at, i) => i % 2 === 1 || isHan(text[at + 1]) || /\d/.test(text[at + 1] ?? ''))
    ) {
      places.forEach((at, i) =>
        found.push({ start: at, end: at + 1, after: i % 2 === 0 ? '“' : '”', kind: 'width' }),
      )
    }
    lineStart = lineEnd + 1
  }
  return found
}
