import { toSimplified } from './dictionaries.ts'
import { gbkCharacter, gbkCode } from './gbk-bytes.ts'
import { FREQUENT, isHan, STOPS } from './han.ts'

/**
 * A page in GBK that lost the first byte of one character: from there every pair of bytes is read one byte off, until a
 * single byte sets it right again. 。縣人大 is left as ??h人大, 。“圣地”项目 as !笆サ亍毕钅?. Which byte was lost nobody
 * knows, so that nothing here is put back; but the other bytes, read in their true order, tell where the damage begins
 * and ends, and whether a sentence ended there.
 */
export interface HalfCharacters {
  start: number
  end: number
  /** What was lost before was a full stop: its second byte is there, and what follows it begins a sentence. */
  afterStop: boolean
}

const HEAD = /[?？!！]/g
/** 。 is A1 A3. */
const STOP_SECOND = 0xa3
const LONGEST = 60
const GLOSS = /^\([a-zà-ɏ?]{1,6}\)/i
/** The second bytes of “ ” ‘ ’ 《 》 （. */
const MARKS_BEHIND_STOP = new Set([0xb0, 0xb1, 0xae, 0xaf, 0xb6, 0xb7])
const FULL_WIDTH = new Map([
  ['?', '？'],
  ['!', '！'],
  [';', '；'],
  [':', '：'],
  [',', '，'],
])
/** Behind 保, 常, 希 and 校, whose second byte is that of the full stop: 保护, 保险, 常会, 希望, 校园. */
const CONTINUES_WORD = '护護好持留障证證卡单單险險温鲜鮮'

let lastRead: { text: string; found: HalfCharacters[] } | null = null

/** Where bytes of GBK were lost. Several steps ask for it of the same text, one after the other. */
export function findHalfCharacters(text: string): HalfCharacters[] {
  if (lastRead?.text !== text) lastRead = { text, found: readHalfCharacters(text) }
  return lastRead.found
}

function readHalfCharacters(text: string): HalfCharacters[] {
  const found: HalfCharacters[] = []
  let read = 0
  HEAD.lastIndex = 0
  for (let match = HEAD.exec(text); match; match = HEAD.exec(text)) {
    const start = match.index
    if (start < read || !standsWhereOneIsLost(text, start)) continue
    const run = likeliest(text, start)
    if (!run) continue
    const { end, afterStop } = run
    found.push({ start, end, afterStop })
    read = end
    HEAD.lastIndex = end
  }
  return found
}

/** The first marks may stand for bytes that were lost, or for the full-width ？ and ！ that two bytes make by chance. */
function likeliest(text: string, start: number): Run | null {
  let best: Run | null = null
  for (let head = start; head <= start + 2; head++) {
    const run = runFrom(text, start, head)
    if (run && (!best || run.likely > best.likely)) best = run
    if (!isLost(text[head] ?? '')) break
  }
  return best
}

const isLost = (unit: string) => unit === '?' || unit === '？'

function standsWhereOneIsLost(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  if (after === undefined || after <= ' ') return false
  if (before !== undefined && !(isHan(before) || '，。、；”’）)》\n'.includes(before))) return false
  if (isLost(text[at]!)) return isHan(after) || after > '\u00ff' || /[!-~]/.test(after)
  // 。“ without its first byte is ！ and a character whose first byte was the second one of “.
  return MARKS_BEHIND_STOP.has(gbkCode(after) >> 8)
}

interface Run {
  end: number
  afterStop: boolean
  /** By the share of frequent characters in what the bytes mean in their true order. */
  likely: number
}

/** Reads from `head`, whose first byte is taken for the second one of what was lost. */
function runFrom(text: string, start: number, head: number): Run | null {
  const first = text[head]
  if (first === undefined) return null
  const code = gbkCode(FULL_WIDTH.get(first) ?? first)
  if (code === 0) return null
  const bytes = [code & 0xff]
  let seen = ''
  let best: Run | null = null
  let at = head + 1
  for (; at < text.length && at - head < LONGEST; at++) {
    const gloss = text[at] === '(' ? GLOSS.exec(text.slice(at, at + 9)) : null
    if (gloss) {
      // Behind the last broken character, or behind one that only looks Traditional: what comes next decides.
      best ??= judge(text, start, at, bytes, seen, code >> 8)
      at += gloss[0].length - 1
      continue
    }
    const next = gbkCode(text[at] === '!' ? '！' : text[at]!)
    if (next === 0 || text[at] === '€') break
    bytes.push(next >> 8, next & 0xff)
    seen += text[at]
  }
  const single = text[at]
  const endsCertainly = single === '€' || (single !== undefined && /[@A-Z[\\\]^_`a-z{|}~]/.test(single))
  if (endsCertainly) bytes.push(single === '€' ? 0x80 : single.charCodeAt(0))
  const isEnd = endsCertainly || single === '?' || single === '？'
  const whole = judge(text, start, isEnd ? at + 1 : at, bytes, seen, code >> 8)
  if (!best || !whole) return best ?? whole
  return endsCertainly && whole.likely > 0.75 ? whole : best
}

function judge(
  text: string,
  start: number,
  end: number,
  bytes: number[],
  seen: string,
  lostSecond: number,
): Run | null {
  let meant = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const character = gbkCharacter(bytes[at]!, bytes[at + 1]!)
    if (character === null) return null
    meant += character
  }
  meant = toSimplified(meant)
  const isSingle = seen === ''
  const isCertain =
    lostSecond === STOP_SECOND && isLost(text[start]!) && /^[＂-～\ue000-\uf8ff]$/.test(text[start + 1] ?? '')
  if (isSingle && !(isHan(text[end]) && (isCertain || FREQUENT.has(meant)))) return null
  const known = frequentPart(meant)
  const gain = known - frequentPart(seen)
  if (!isSingle && gain < 0.3 && !(isCertain && /[!-~€]/.test(text[end - 1]!))) return null
  const gloss = GLOSS.exec(text.slice(end, end + 9))
  const before = text[start - 1] ?? '\n'
  return {
    // A full stop is lost far more often than anything else.
    likely: known + (lostSecond === STOP_SECOND ? 0.3 : 0),
    end: end + (gloss?.[0].length ?? 0),
    afterStop:
      lostSecond === STOP_SECOND &&
      !'，、\n'.includes(before) &&
      !STOPS.includes(before) &&
      (isHan(meant[0]) ? !CONTINUES_WORD.includes(meant[0]!) : '“‘《（'.includes(meant[0] ?? ' ')),
  }
}

function frequentPart(text: string): number {
  let known = 0
  for (const unit of text) if (FREQUENT.has(unit) || '，。、；：“”‘’（）《》'.includes(unit)) known++
  return text === '' ? 0 : known / text.length
}
