import type { Edit } from './edited-text.ts'
import { findHalfCharacters } from './half-characters.ts'
import { linesOf } from './repair-boilerplate.ts'
import { endsWithoutStop, losesStops, widthOf } from './repair-line-break.ts'
import { endsAsPlace } from './place-words.ts'

const BARE_PLACES = /(^|[\n。])([ \t　]*在)([^，。；：！？\n]{2,120})。(?=[^\n。]{2,200})/g
const HAS_VERB = /[了]|召开|调研|查看|参观|座谈|听取|举行|开展|期间|过程中|上$/

/** …参加调研骆清荷一行先后走访了…: all breaks were lost, and this stop with them. */
const RUN_TOGETHER =
  /(?<=(?:陪同|参加|一同|随同)(?:调研|走访|慰问|考察|检查|活动|视察))(?=(?!座谈|组|员|时|中)(?:[\u4e00-\u9fff]{2,4}一行(?:先后|首先|深入|来到|前往|实地)|随后，|座谈会上，|调研中，|每到一处，|在[^，。、]{3,30}，))/g
const MAY_BE_HALF = /[?？!！]/

/**
 * 在甲、乙、丙。李蓉深入了解…: a full stop where only the place was named; the grammar wants a comma. And …调研??h人大…: the
 * stop was lost with half of the character behind it, so that one is put before what is left. And paragraphs whose stop
 * is missing before another one opens; not at the end of the text, which may have been cut off.
 */
export function findLostStops(text: string): Edit[] {
  const found: Edit[] = []
  for (const match of text.matchAll(BARE_PLACES)) {
    const places = match[3]!
    if (HAS_VERB.test(places) || !places.split('、').every((place) => endsAsPlace(place))) continue
    const at = match.index + match[1]!.length + match[2]!.length + places.length
    found.push({ start: at, end: at + 1, after: '，', kind: 'lost-stop' })
  }
  const put = (at: number) => found.push({ start: at, end: at, after: '。', kind: 'lost-stop' })
  for (const match of text.matchAll(RUN_TOGETHER)) put(match.index)
  const lines = linesOf(text).filter((line) => line.text.trim() !== '')
  const lostStops = losesStops(lines)
  const width = widthOf(lines)
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (next && endsWithoutStop(line, next, lostStops, width)) put(line.start + line.text.trimEnd().length)
  })
  if (!MAY_BE_HALF.test(text)) return found.sort((a, b) => a.start - b.start)
  for (const half of findHalfCharacters(text)) {
    if (half.afterStop) put(half.start)
  }
  return found.sort((a, b) => a.start - b.start)
}
