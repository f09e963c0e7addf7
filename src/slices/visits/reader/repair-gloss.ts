import { pinyinReadings } from './dictionaries.ts'
import type { Edit } from './edited-text.ts'
import { HAN, isHan } from './han.ts'

const LETTERS = "A-Za-zÀ-ɏɑɡḀ-ỿ?'’̀-̌·"
const BRACKETED = new RegExp(
  `(?<=[${HAN}])[ \\u3000]?[(（[][ ]?([${LETTERS}]{1,8}[1-5]?(?:[ ,，、/|]{1,2}[${LETTERS}]{1,8}[1-5]?){0,5})[ ]?[)）\\]]`,
  'g',
)
/** Three glosses that are certain make a text in which the half-destroyed ones count too. */
const GLOSSED_TEXT = 3
const LONGEST_WORD = 4

type Fit = 'yes' | 'worn' | 'no'

/**
 * Finds machine-made pinyin in brackets behind a character: 統(tǒng), 統(tong), 統(t?ng), 長(cháng/zhǎng). The letters
 * must be one of the character's own readings, never only the first (長 is zhǎng here), so (GDP), (旅游) and (a) stay.
 */
export function findGlosses(text: string): Edit[] {
  const certain: Edit[] = []
  const doubtful: Edit[] = []
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index
    const edit: Edit = { start, end: start + match[0].length, after: '', kind: 'pinyin-gloss' }
    const fit = fitOf(match[1]!, text, start)
    if (fit === 'yes') certain.push(edit)
    else if (fit === 'worn') doubtful.push(edit)
  }
  if (certain.length < GLOSSED_TEXT) return certain
  return [...certain, ...doubtful].sort((a, b) => a.start - b.start)
}

function fitOf(gloss: string, text: string, at: number): Fit {
  const own = pinyinReadings(text[at - 1]!)
  const parts = gloss.split(/[ ,，、/|]+/)
  const fits = parts.map((part) => fitsReading(bareLetters(part), own))
  if (fits.every((fit) => fit === 'yes')) return 'yes'
  if (fits.every((fit) => fit !== 'no')) return 'worn'
  return isWordGloss(parts.map(bareLetters).join(''), text, at) ? 'worn' : 'no'
}

function fitsReading(letters: string, own: readonly string[]): Fit {
  if (own.includes(letters)) return 'yes'
  const lost = letters.includes('?')
  if (lost && letters.length > 1 && own.some((reading) => isMaskOf(letters, reading))) return 'yes'
  if (!lost && !own.some((reading) => letters.length < reading.length)) return 'no'
  const kept = letters.replaceAll('?', '')
  return own.some((reading) => isWornFrom(kept, reading)) ? 'worn' : 'no'
}

/** `t?ng` is `tong` with its vowel lost. */
function isMaskOf(letters: string, reading: string): boolean {
  if (letters.length !== reading.length) return false
  for (let at = 0; at < letters.length; at++) {
    if (letters[at] === '?' ? !'aeiou'.includes(reading[at]!) : letters[at] !== reading[at]) return false
  }
  return true
}

/** `tng` and `t??ng` are what is left of `tong`. */
function isWornFrom(kept: string, reading: string): boolean {
  let at = 0
  for (const letter of reading) if (letter === kept[at]) at++
  return at === kept.length && reading.length - kept.length <= 2
}

/** 調研(diàoyán): the letters are the readings of the characters before, one after another. */
function isWordGloss(letters: string, text: string, end: number): boolean {
  let rests = [letters]
  for (let at = end - 1; at >= 0 && at >= end - LONGEST_WORD && isHan(text[at]); at--) {
    const own = pinyinReadings(text[at]!)
    rests = rests.flatMap((rest) =>
      own.filter((reading) => rest.endsWith(reading)).map((reading) => rest.slice(0, -reading.length)),
    )
    if (rests.includes('')) return at < end - 1
  }
  return false
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

function toneless(letters: string): string {
  return letters
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’·1-5]/g, '')
    .toLowerCase()
    .replace(/v|ü/g, 'u')
    .replaceAll('ɡ', 'g')
    .replaceAll('ɑ', 'a')
}
