import type { Edit } from './edited-text.ts'
import { CLOSERS, isHan, STOPS } from './han.ts'
import { mayEndSentence, openingOf } from './paragraph-openers.ts'
import { type Line, linesOf } from './repair-boilerplate.ts'

const STARTS_BODY =
  /^[\s　]*(?:(?:本报|本网|.{2,8})讯|(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|连日来|为|昨日|\d{1,2}日)/

const OPENS_PARAGRAPH = /^[\s\u3000]*(?:[^，。]{0,8}一行|随后|接着|座谈|会上|据悉|调研|活动|最后)/

/** Joins a sentence that was broken over lines: hard-wrapped mail, pages torn inside a word. */
export function findLineBreaks(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '')
  const wrapped = isHardWrapped(lines)
  const width = widthOf(lines)
  const lostStops = losesStops(lines)
  const found: Edit[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]!
    if (endsWithoutStop(line, next, lostStops, width)) continue
    const full = line.text.trimEnd().length >= width - 1 && !/^[\s\u3000]/.test(next.text)
    if (full && beginsAnew(line, next)) continue
    if (!(full && hasProse(lines, i)) && !isBroken(line, next, wrapped, hasProse(lines, i))) continue
    const start = line.start + line.text.trimEnd().length
    const end = next.start + (next.text.length - next.text.trimStart().length)
    const gap = text.slice(start, end).split('\n').length
    if (gap > 3 || (gap === 3 && !wrapped && OPENS_PARAGRAPH.test(next.text))) continue
    found.push({ start, end, after: '', kind: 'line-break' })
  }
  return found
}

/** Behind a stop that happens to fill its line: a heading, or how paragraphs open. */
function beginsAnew(line: Line, next: Line): boolean {
  if (!STOPS.includes(line.text.trimEnd().at(-1)!)) return false
  return (next.text.length < 24 && !/[，。、]/.test(next.text)) || openingOf(next.text) !== 'none'
}

/** Most lines that end without a stop are followed by one that opens a paragraph: the stops were lost, not the lines torn. */
export function losesStops(lines: readonly Line[]): boolean {
  let open = 0
  let opened = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.text.trimEnd()
    if (line.length < 20 || !isHan(line.at(-1)) || !/[，。]/.test(line.slice(-2000))) continue
    open++
    if (openingOf(lines[i + 1]!.text) !== 'none' && mayEndSentence(line)) opened++
  }
  return opened > 1 && opened * 2 >= open
}

/** A paragraph that lost its full stop. */
export function endsWithoutStop(line: Line, next: Line, lostStops: boolean, width: number): boolean {
  const before = line.text.trimEnd()
  if (before.length < 20 || before.length >= width - 1 || !isHan(before.at(-1)) || !mayEndSentence(before))
    return false
  if (!/[，。]/.test(before.slice(-2000))) return false
  const opening = openingOf(next.text)
  return opening === 'strong' || (lostStops && (opening === 'likely' || /^[\s\u3000]{2}/.test(next.text)))
}

/** How many characters fill a line of hard-wrapped text: what most of the long lines hold. */
export function widthOf(lines: Line[]): number {
  if (!isHardWrapped(lines)) return Number.POSITIVE_INFINITY
  const times = new Map<number, number>()
  for (const line of lines) {
    const length = line.text.trimEnd().length
    if (length >= 16) times.set(length, (times.get(length) ?? 0) + 1)
  }
  let best = Number.POSITIVE_INFINITY
  let most = 2
  for (const [length, count] of times) if (count > most) [best, most] = [length, count]
  return best
}

function isBroken(line: Line, next: Line, wrapped: boolean, inBody: boolean): boolean {
  const before = line.text.trimEnd()
  const after = next.text.trimStart()
  const last = before.at(-1)!
  const first = after[0]!
  if ('，、；：“（《'.includes(last) && last !== '：') return true
  if ('，,、；;。”）》'.includes(first) && inBody) return true
  if (STOPS.includes(last) || CLOSERS.includes(last) || last === '：') return false
  if (/^[一二三四五六七八九十]{1,2}、|^[（(][一二三四五六七八九十\d]/.test(after)) return false
  if (!isHan(last) && !/[\d%]/.test(last)) return false
  if (!isHan(first) && !/[\d“《]/.test(first)) return false
  if (STARTS_BODY.test(next.text) && !inBody) return false
  if (wrapped) return inBody || before.length >= 28
  return inBody && /[，。、]/.test(before) && before.length >= 10
}

function hasProse(lines: Line[], index: number): boolean {
  const text = lines[index]!.text
  return (
    /[，。]/.test(text.slice(0, 4000)) ||
    (index > 0 &&
      /[，。]/.test(lines[index - 1]!.text.slice(-4000)) &&
      !/[。！？”]\s*$/.test(lines[index - 1]!.text))
  )
}

/** Most lines of the body stop in the middle of a sentence, and none is long. */
function isHardWrapped(lines: Line[]): boolean {
  const body = lines.slice(1)
  if (body.length < 4) return false
  const open = body.filter((line) => !/[。！？；：”）…]\s*$/.test(line.text)).length
  return open / body.length > 0.4 && body.every((line) => line.text.length <= 120)
}
