import type { Edit } from './edited-text.ts'
import { findHalfCharacters } from './half-characters.ts'
import { HAN } from './han.ts'

const BROKEN = new RegExp(
  `(?:\\ufffd|[\\ue000-\\uf8ff]|锟斤拷|烫烫烫|屯屯屯|[À-Öà-öù-ÿÙ-ßØø]\\?|(?<=[${HAN}])\\?(?=[${HAN}]))`,
  'g',
)
/** Bytes of UTF-8 or GBK that were shown as Latin letters: ÌìÈ«ÏØ, å¤©å¨å¿. */
const AS_LATIN = /[\u0080-\u009f\u00a1-\u00af\u00b1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/
const SHORTEST_AS_LATIN = 5
const MAY_BE_BROKEN = /[\ufffd\ue000-\uf8ff?？!！锟烫屯\u0080-\u009f\u00a1-\u00ff]/

/** Characters that an earlier step destroyed. They are flagged and stay: nobody knows what they were. */
export function findBroken(text: string): Edit[] {
  if (!MAY_BE_BROKEN.test(text)) return []
  const places: [number, number][] = [
    ...Array.from(text.matchAll(BROKEN), (match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]),
    ...findHalfCharacters(text).map((half): [number, number] => [half.start, half.end]),
    ...findAsLatin(text),
  ]
  places.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const found: Edit[] = []
  for (const [start, end] of places) {
    const last = found.at(-1)
    if (last && last.end >= start) last.end = Math.max(last.end, end)
    else found.push({ start, end, after: '', kind: 'broken-character' })
  }
  for (const flag of found) flag.after = text.slice(flag.start, flag.end)
  return found
}

function findAsLatin(text: string): [number, number][] {
  const found: [number, number][] = []
  let start = -1
  let end = -1
  let letters = 0
  const close = () => {
    if (letters >= SHORTEST_AS_LATIN) found.push([start, end])
    start = -1
    letters = 0
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x80 && code <= 0xff && AS_LATIN.test(text[at]!)) {
      if (start === -1) start = at
      end = at + 1
      letters++
    } else if (start !== -1 && (code > 0x2fff || at - end >= 2)) close()
  }
  if (start !== -1) close()
  return found
}
