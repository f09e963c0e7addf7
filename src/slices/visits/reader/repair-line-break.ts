import type { Edit } from './edited-text.ts'
import { CLOSERS, isHan, STOPS } from './han.ts'
import { type Line, linesOf } from './repair-boilerplate.ts'

const STARTS_BODY =
  /^[\s　]*(?:(?:本报|本网|.{2,8})讯|(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|连日来|为|昨日|\d{1,2}日)/

const OPENS_PARAGRAPH = /^[\s\u3000]*(?:[^，。]{0,8}一行|随后|接着|座谈|会上|据悉|调研|活动|最后)/

/** Joins a sentence that was broken over lines: hard-wrapped mail, pages torn inside a word. */
export function findLineBreaks(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '')
  const wrapped = isHardWrapped(lines)
  const width = wrapped ? widthOf(lines) : Number.POSITIVE_INFINITY
  const found: Edit[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]!
    const full = line.text.trimEnd().length >= width - 1 && !/^[\s\u3000]/.test(next.text)
    if (!(full && hasProse(lines, i)) && !isBroken(line, next, wrapped, hasProse(lines, i))) continue
    const start = line.start + line.text.trimEnd().length
    const end = next.start + (next.text.length - next.text.trimStart().length)
    const gap = text.slice(start, end).split('\n').length
    if (gap > 3 || (gap === 3 && !wrapped && OPENS_PARAGRAPH.test(next.text))) continue
    found.push({ start, end, after: '', kind: 'line-break' })
  }
  return found
}

/** How many characters fill a line: what most of the long lines hold. */
function widthOf(lines: Line[]): number {
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
  if ('，、；。”）》'.includes(first) && inBody) return true
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
