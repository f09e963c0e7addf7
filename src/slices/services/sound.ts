import { createRequire } from 'node:module'

type Pinyin = typeof import('pinyin-pro')
let loaded: Pinyin | undefined

/** The dictionary takes some 30 MB and 100 ms: it comes with the first write or search, not with the start. */
function pinyinPro(): Pinyin {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as Pinyin
  return loaded
}

/**
 * How a name sounds, for finding it by a slip of the fingers or the ear: pinyin without tones and spaces, Latin
 * letters as they are. Folded as people here mix sounds up: zh ch sh as z c s, -ng as -n, n as l, ü as u. Letters are
 * folded alike wherever they stand, so that what is typed in one go needs no cutting into syllables. 0026-places-sound.sql folds the
 * names of places in the same way.
 */
export function soundOf(name: string): string {
  return fold(
    pinyinPro()
      .pinyin(plain(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .join(''),
  )
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function fold(spoken: string): string {
  return spoken
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/n/g, 'l')
    .replace(/lv/g, 'lu')
}

/** The sounds of several names, each once, as a row keeps them. English words are words of their own. */
export function soundsOf(names: readonly string[]): string {
  const sounds = names.flatMap((name) =>
    /\p{Script=Han}/u.test(name) ? [soundOf(name)] : plain(name).split(/\s+/).map(soundOf),
  )
  return [...new Set(sounds.filter(Boolean))].join(' ')
}
