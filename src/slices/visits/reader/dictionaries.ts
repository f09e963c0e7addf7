import { createRequire } from 'node:module'
import { PINYIN_OF_HAN } from './pinyin-of-han.ts'
import { KEPT_AS_WRITTEN, OWN_CHARACTERS, OWN_PHRASES } from './traditional-words.ts'

/**
 * OpenCC's tables are read at the first text that needs them, into two maps of our own: its converter would build a
 * tree of maps for each of them, 20 MB where half a megabyte does. `require` keeps `readReport` synchronous.
 */
const require = createRequire(import.meta.url)

interface Simplification {
  characters: Map<string, string>
  /** By their first character, the longest first; source and result are of one length. */
  phrases: Map<string, [string, string][]>
}

let loaded: Simplification | undefined

/**
 * Traditional to Simplified, character by character but for the phrases that need more, as OpenCC's `tw2s` does it
 * (and not `twp`, which rewrites 整合资源), with what it gets wrong for county reports set right. The result has the
 * length of the text, so that unit stands beside unit.
 */
export function toSimplified(text: string): string {
  loaded ??= load()
  const { characters, phrases } = loaded
  let result = ''
  let read = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x3400) continue
    const unit = code >= 0xd840 && code <= 0xd888 ? text.slice(at, at + 2) : text[at]!
    const phrase = phrases.get(unit)?.find(([source]) => text.startsWith(source, at))
    const [source, after] = phrase ?? [unit, characters.get(unit)]
    if (after !== undefined && after.length === source.length) {
      result += text.slice(read, at) + after
      read = at + source.length
    }
    at += source.length - 1
  }
  return read === 0 ? text : result + text.slice(read)
}

type Table = [string, string][]

function tableOf(name: string): Table {
  const { default: lines }: { default: string } = require(`opencc-js/dict/${name}`)
  return lines.split('|').map((line) => {
    const [before, after] = line.split(' ')
    return [before!, after!]
  })
}

function load(): Simplification {
  const characters = new Map([...tableOf('TSCharacters'), ...OWN_CHARACTERS])
  const oneByOne = (text: string) => Array.from(text, (unit) => characters.get(unit) ?? unit).join('')
  const table = new Map<string, string>()
  for (const [source, after] of tableOf('TSPhrases')) {
    if (oneByOne(source) !== after && source.length === after.length) table.set(source, after)
  }
  for (const [source, after] of OWN_PHRASES) table.set(source, after)
  for (const word of KEPT_AS_WRITTEN) table.set(word, oneByOne(word).replaceAll('着', '著'))
  const phrases = new Map<string, [string, string][]>()
  for (const [source, after] of table) {
    const first = String.fromCodePoint(source.codePointAt(0)!)
    const others = phrases.get(first)
    if (others) others.push([source, after])
    else phrases.set(first, [[source, after]])
  }
  for (const list of phrases.values()) list.sort((a, b) => b[0].length - a[0].length)
  return { characters, phrases }
}

const readings = new Map<string, readonly string[]>()

/** Every reading of one character, without tones and with u for ü: 長 has chang and zhang. */
export function pinyinReadings(character: string): readonly string[] {
  let known = readings.get(character)
  if (!known) {
    known = findReadings(character)
    readings.set(character, known)
  }
  return known
}

/** The table is one text that is looked through once for each character that a report asks for; few ever are. */
function findReadings(character: string): string[] {
  const found: string[] = []
  for (let at = PINYIN_OF_HAN.indexOf(character); at !== -1; at = PINYIN_OF_HAN.indexOf(character, at + 1)) {
    const line = PINYIN_OF_HAN.lastIndexOf('\n', at)
    found.push(PINYIN_OF_HAN.slice(line + 1, PINYIN_OF_HAN.indexOf(' ', line + 3)).trim())
  }
  return found
}
