import type { Edit } from './edited-text.ts'

const COMMAS = '，,'
const MARKS = '，,、；;：。'

/**
 * Doubled punctuation (，，  。。) and the comma noise that some mirrors put beside another mark (，、).
 * A scan rather than a pattern, since a run may be as long as the text.
 */
export function findDoubled(text: string): Edit[] {
  const found: Edit[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) {
      at++
      continue
    }
    const mark = text[at]!
    if (!MARKS.includes(mark)) {
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && (text[end] === mark || COMMAS.includes(text[end]!))) end++
    const isNoise = COMMAS.includes(mark) && end < text.length && '、；：。！？'.includes(text[end]!)
    const start = isNoise ? at : at + 1
    if (end > start && !isThousands(text, end)) found.push({ start, end, after: '', kind: 'doubled' })
    at = end
  }
  return found
}

/** 。,500 is hardly a number, but 1,500 is one. */
function isThousands(text: string, end: number): boolean {
  return text[end - 1] === ',' && /\d/.test(text[end] ?? '') && /\d/.test(text[end - 2] ?? '')
}
