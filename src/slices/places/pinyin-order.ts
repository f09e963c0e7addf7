import { createRequire } from 'node:module'

type Pinyin = typeof import('pinyin-pro')
let loaded: Pinyin | undefined

/** The dictionary takes some 30 MB and 100 ms: it comes with the first write, not with the start. */
function pinyinPro(): Pinyin {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as Pinyin
  return loaded
}

/**
 * A key that sorts names by their pinyin, syllable by syllable, in plain byte order: 凤翔社区 (`feng xiang she qu`)
 * stands before 凤翔社区儿童之家. Numbers come before letters, and by their value.
 */
export function pinyinOrder(name: string): string {
  const syllables = pinyinPro().pinyin(name.normalize('NFKC').toLowerCase(), {
    toneType: 'num',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
  return syllables
    .map((syllable) => syllable.replace(/\d+/g, (digits) => digits.padStart(4, '0')))
    .join(' ')
    .slice(0, 400)
}
