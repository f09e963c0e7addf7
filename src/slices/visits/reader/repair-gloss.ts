import { pinyinReadings } from './dictionaries.ts'
import type { Edit } from './edited-text.ts'
import { HAN } from './han.ts'

const BRACKETED = new RegExp(`([${HAN}])[(（]([A-Za-zÀ-ɏḀ-ỿ?'’̀-̌·]{1,8})[)）]`, 'g')
/** Three glosses that are certain make a text in which the half-destroyed ones count too. */
const GLOSSED_TEXT = 3

/**
 * Finds machine-made pinyin in brackets behind a character: 統(tǒng). The letters must be one of the
 * character's own readings, never only the first (長 is zhǎng here), so (GDP), (旅游) and (a) stay.
 */
export function findGlosses(text: string): Edit[] {
  const certain: Edit[] = []
  const doubtful: Edit[] = []
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index + match[1]!.length
    const edit: Edit = { start, end: match.index + match[0].length, after: '', kind: 'pinyin-gloss' }
    const fit = fitsReading(match[2]!, tonelessReadings(match[1]!))
    if (fit === 'yes') certain.push(edit)
    else if (fit === 'worn') doubtful.push(edit)
  }
  if (certain.length < GLOSSED_TEXT) return certain
  return [...certain, ...doubtful].sort((a, b) => a.start - b.start)
}

function fitsReading(letters: string, own: string[]): 'yes' | 'worn' | 'no' {
  const bare = bareLetters(letters)
  if (own.includes(bare)) return 'yes'
  if (!bare.includes('?') && !own.some((reading) => bare.length < reading.length)) return 'no'
  const kept = bare.replaceAll('?', '')
  return own.some((reading) => isWornFrom(kept, reading)) ? 'worn' : 'no'
}

/** `tng` and `t?ng` are what is left of `tong`. */
function isWornFrom(kept: string, reading: string): boolean {
  let at = 0
  for (const letter of reading) if (letter === kept[at]) at++
  return at === kept.length && reading.length - kept.length <= 2
}

const knownLetters = new Map<string, string>()

function bareLetters(letters: string): string {
  let bare = knownLetters.get(letters)
  if (bare === undefined) {
    bare = toneless(letters)
    if (knownLetters.size < 5000) knownLetters.set(letters, bare)
  }
  return bare
}

const known = new Map<string, string[]>()

function tonelessReadings(character: string): string[] {
  let readings = known.get(character)
  if (!readings) {
    readings = pinyinReadings(character).map(toneless)
    known.set(character, readings)
  }
  return readings
}

function toneless(letters: string): string {
  return letters
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’·]/g, '')
    .toLowerCase()
    .replace(/v|ü/g, 'u')
    .replaceAll('ɡ', 'g')
    .replaceAll('ɑ', 'a')
}
