import { isHan } from './han.ts'
import { gbkCharacter, gbkCode } from './gbk-bytes.ts'

/** The encodings in which reports are found; the platform itself only writes UTF-8. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** A character that the encoding lacks is left out. */
export function encodeReport(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'gb18030':
      return twoBytes(text, gbkCode)
    case 'big5':
      big5 ??= makeBig5()
      return twoBytes(text, (unit) => big5!.get(unit) ?? 0)
  }
}

function twoBytes(text: string, codeOf: (unit: string) => number): Uint8Array {
  const bytes: number[] = []
  for (const unit of text) {
    const ascii = unit.charCodeAt(0)
    if (ascii < 0x80) {
      bytes.push(ascii)
      continue
    }
    const code = codeOf(unit)
    if (code !== 0) bytes.push(code >> 8, code & 0xff)
  }
  return Uint8Array.from(bytes)
}

let big5: Map<string, number> | undefined

function makeBig5(): Map<string, number> {
  const made = new Map<string, number>()
  const decoder = new TextDecoder('big5')
  for (let lead = 0xf9; lead >= 0xa1; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd') made.set(character, (lead << 8) | trail)
    }
  }
  return made
}

const ASCII_FOR = new Map([
  [0xa3bf, '?'],
  [0xa3a1, '!'],
])

/**
 * What a page in GBK becomes that loses the first byte of a full stop: 。縣人大 is left as ??h人大. Only where the bytes
 * come right again within a few characters; `loses` is asked at each such place.
 */
export function loseHalves(text: string, loses: () => boolean): string {
  const LONGEST = 12
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const broken = text[at] === '。' && isHan(text[at + 1]) ? halfOf(text, at, LONGEST) : null
    if (broken && loses()) {
      result += broken.text
      at = broken.end - 1
    } else result += text[at]
  }
  return result
}

function halfOf(text: string, at: number, longest: number): { text: string; end: number } | null {
  const bytes: number[] = []
  for (let end = at; end < Math.min(text.length, at + longest); end++) {
    const code = gbkCode(text[end]!)
    if (code === 0) return null
    bytes.push(code >> 8, code & 0xff)
    const last = code & 0xff
    if (end > at && last === 0x80) return { text: `?${oneOff(bytes.slice(0, -1))}€`, end: end + 1 }
    if (end > at && last < 0x80)
      return { text: `?${oneOff(bytes)}${String.fromCharCode(last)}`, end: end + 1 }
  }
  return null
}

/** The bytes without the first, two by two. */
function oneOff(bytes: readonly number[]): string {
  let result = ''
  for (let at = 1; at + 1 < bytes.length; at += 2) {
    const pair = (bytes[at]! << 8) | bytes[at + 1]!
    result += ASCII_FOR.get(pair) ?? gbkCharacter(bytes[at]!, bytes[at + 1]!) ?? '?'
  }
  return result
}
