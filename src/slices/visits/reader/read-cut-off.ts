import { CLOSERS, STOPS } from './han.ts'
import type { Document } from './sentences.ts'

/** True where the last prose stops inside a sentence, or 一是 is never followed by 二是. */
export function isCutOff(document: Document): boolean {
  const last = document.paragraphs.findLast(
    (paragraph) => paragraph.text.length >= 30 || /[，。]/.test(paragraph.text),
  )
  if (!last) return false
  const end = last.text.replace(/[\s|｜>＞*#]+$/, '').at(-1) ?? ''
  if (end !== '' && !STOPS.includes(end) && !CLOSERS.includes(end)) return true
  const tail = document.text.slice(-4000)
  return /[：，；]一是/.test(tail) && !/二是|二要/.test(tail)
}
