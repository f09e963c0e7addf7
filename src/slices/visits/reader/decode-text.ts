import { FREQUENT } from './han.ts'

export interface DecodedText {
  text: string
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`. */
  encoding: string
}

const SAMPLE = 64 * 1024
/**
 * Reads the bytes of a plain text or an HTML page. A byte-order mark decides, then valid UTF-8, then which
 * of UTF-16, GB18030 and Big5 gives Chinese prose; a declared charset only breaks a tie. Text that was taken for Latin
 * letters and saved so (å¤©å¨ for 天全) is read back where no byte of it was lost. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  const sixteen = utf16Without(bytes)
  if (sixteen) return decoded(bytes, sixteen)
  if (isUtf8(bytes)) return readBack(decoded(bytes, 'utf-8').text) ?? decoded(bytes, 'utf-8')
  const sample = bytes.subarray(0, SAMPLE)
  const declared = declaredCharset(sample)
  const scores = (['gb18030', 'big5', 'utf-8'] as const).map((encoding) => ({
    encoding,
    score: likeness(new TextDecoder(encoding).decode(sample)) + (declared === encoding ? 0.05 : 0),
  }))
  return decoded(bytes, scores.reduce((best, one) => (one.score > best.score ? one : best)).encoding)
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding }
}

/** What Windows shows for the bytes 0x80 to 0x9f, where it shows anything. */
const WINDOWS = new Map(
  Array.from({ length: 32 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)),
    0x80 + at,
  ]),
)

/** Bytes of UTF-8 or GBK that each became a Latin letter; null for any other text. */
function readBack(text: string): DecodedText | null {
  const head = text.slice(0, 4000)
  const letters = head.match(/[\u0080-\u00ff]/g)?.length ?? 0
  if (letters < 12 || /[\u3000-\u9fff]/.test(head)) return null
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : WINDOWS.get(text[at]!)
    if (byte === undefined) return null
    bytes[at] = byte
  }
  const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030'
  const back = decoded(bytes, encoding)
  return likeness(back.text.slice(0, SAMPLE)) > 0.3 ? back : null
}

/** A text cut off inside its last character is still UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
      return true
    } catch {}
  }
  return false
}

/** UTF-16 without a mark: its commas, digits and line ends leave a zero byte on always the same side. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length < 4 || !sample.includes(0)) return null
  const little = likeness(new TextDecoder('utf-16le').decode(sample))
  const big = likeness(new TextDecoder('utf-16be').decode(sample))
  if (Math.max(little, big) < 0.2) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

function declaredCharset(sample: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(sample.subarray(0, 2048))
  const name = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (!name) return null
  if (name.startsWith('gb')) return 'gb18030'
  return name.startsWith('big5') ? 'big5' : name
}

/** The share of frequent characters among all that are not ASCII, less what could not be read. */
function likeness(text: string): number {
  let known = 0
  let wide = 0
  let bad = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) {
      if (code < 9) bad++
      continue
    }
    wide++
    if (FREQUENT.has(character) || '，。、；：“”（）'.includes(character)) known++
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad++
  }
  return wide === 0 ? 0 : (known - bad * 2) / wide
}
