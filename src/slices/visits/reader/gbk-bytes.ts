/** The two-byte part of GB18030, which is GBK: made from the platform's own decoder at first use. */

let codes: Uint16Array | undefined
let characters = ''

const FIRST_LEAD = 0x81
const FIRST_TRAIL = 0x40
const TRAILS = 0xff - FIRST_TRAIL

/** The two bytes of a character as one number, or 0 where GBK has none in two bytes. */
export function gbkCode(unit: string): number {
  codes ??= makeCodes()
  return codes[unit.charCodeAt(0)]!
}

/** The character of two bytes, or null where they are none. */
export function gbkCharacter(lead: number, trail: number): string | null {
  codes ??= makeCodes()
  if (lead < FIRST_LEAD || lead > 0xfe || trail < FIRST_TRAIL || trail === 0x7f || trail > 0xfe) return null
  return characters[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL]!
}

function makeCodes(): Uint16Array {
  const made = new Uint16Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const rows: string[] = []
  for (let lead = FIRST_LEAD; lead <= 0xfe; lead++) {
    const row = new Uint8Array(TRAILS * 2)
    for (let at = 0; at < TRAILS; at++) {
      row[at * 2] = lead
      row[at * 2 + 1] = at + FIRST_TRAIL === 0x7f ? FIRST_TRAIL : at + FIRST_TRAIL
    }
    rows.push(decoder.decode(row))
  }
  characters = rows.join('')
  for (let at = characters.length - 1; at >= 0; at--) {
    const trail = (at % TRAILS) + FIRST_TRAIL
    if (trail !== 0x7f)
      made[characters.charCodeAt(at)] = ((Math.floor(at / TRAILS) + FIRST_LEAD) << 8) | trail
  }
  return made
}
