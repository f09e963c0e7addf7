import { createRequire } from 'node:module'

/**
 * The two dictionaries are loaded at the first text that needs them and not before, since a server that
 * reads no report should not carry their 40 MB. `require` keeps `readReport` synchronous.
 */
const require = createRequire(import.meta.url)

type ToSimplified = (text: string) => string
type ReadingsOf = (character: string) => string[]

let simplify: ToSimplified | undefined
let readings: ReadingsOf | undefined

/** `tw` and not `t`: it alone turns 著力 into 着力; not `twp`, which rewrites 整合资源. */
export function toSimplified(text: string): string {
  simplify ??= loadOpencc()
  return simplify(text)
}

/** Every reading of one character, with tone marks: 長 has cháng and zhǎng. */
export function pinyinReadings(character: string): string[] {
  readings ??= loadPinyin()
  return readings(character)
}

function loadOpencc(): ToSimplified {
  const opencc: typeof import('opencc-js/t2cn') = require('opencc-js/t2cn')
  return opencc.Converter({ from: 'tw', to: 'cn' })
}

function loadPinyin(): ReadingsOf {
  const { pinyin }: typeof import('pinyin-pro') = require('pinyin-pro')
  return (character) => pinyin(character, { multiple: true, type: 'array' })
}
