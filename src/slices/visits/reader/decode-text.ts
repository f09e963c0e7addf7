export interface DecodedText {
  text: string
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`. */
  encoding: string
}

const SAMPLE = 64 * 1024
/** The characters that any Chinese prose of this kind is full of. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严國會來們說產種這個為時過動學經進員發對',
)

/**
 * Reads the bytes of a plain text or an HTML page. A byte-order mark decides, then valid UTF-8, then which
 * of UTF-16, GB18030 and Big5 gives Chinese prose; a declared charset only breaks a tie. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  const sixteen = utf16Without(bytes)
  if (sixteen) return decoded(bytes, sixteen)
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8')
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
