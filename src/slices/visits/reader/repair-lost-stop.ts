import type { Edit } from './edited-text.ts'
import { findHalfCharacters } from './half-characters.ts'
import { endsAsPlace } from './place-words.ts'

const BARE_PLACES = /(^|[\n。])([ \t　]*在)([^，。；：！？\n]{2,120})。(?=[^\n。]{2,200})/g
const HAS_VERB = /[了]|召开|调研|查看|参观|座谈|听取|举行|开展|期间|过程中|上$/

const MAY_BE_HALF = /[?？!！]/

/**
 * 在甲、乙、丙。李蓉深入了解…: a full stop where only the place was named; the grammar wants a comma. And …调研??h人大…: the
 * stop was lost with half of the character behind it, so that one is put before what is left.
 */
export function findLostStops(text: string): Edit[] {
  const found: Edit[] = []
  for (const match of text.matchAll(BARE_PLACES)) {
    const places = match[3]!
    if (HAS_VERB.test(places) || !places.split('、').every((place) => endsAsPlace(place))) continue
    const at = match.index + match[1]!.length + match[2]!.length + places.length
    found.push({ start: at, end: at + 1, after: '，', kind: 'lost-stop' })
  }
  if (!MAY_BE_HALF.test(text)) return found
  for (const half of findHalfCharacters(text)) {
    if (half.afterStop) found.push({ start: half.start, end: half.start, after: '。', kind: 'lost-stop' })
  }
  return found.sort((a, b) => a.start - b.start)
}
