import type { Edit } from './edited-text.ts'

const RUNS = /([，,、；;：。])(?:[，,]+|\1+)|[，,]+(?=[、；：。！？])/g

/** Doubled punctuation (，，  。。) and the comma noise that some mirrors put beside another mark (，、). */
export function findDoubled(text: string): Edit[] {
  const found: Edit[] = []
  for (const match of text.matchAll(RUNS)) {
    const keep = match[1]
    const start = match.index + (keep ? 1 : 0)
    const end = match.index + match[0].length
    if (/^\d,$/.test(text.slice(end - 2, end)) && /\d/.test(text[end] ?? '')) continue
    found.push({ start, end, after: '', kind: 'doubled' })
  }
  return found
}
