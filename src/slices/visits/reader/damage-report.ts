import { createRequire } from 'node:module'

/**
 * Damages a clean report the way mirrors do, for tests and samples: Traditional characters one by one, pinyin
 * behind every second kind of changed character or so, half-width marks. The same seed gives the same text.
 */
const require = createRequire(import.meta.url)

export interface Damage {
  traditional?: boolean
  glosses?: boolean
  halfWidth?: boolean
  doubledCommas?: boolean
}

export function damageReport(clean: string, seed: number, damage: Damage): string {
  const { pinyin }: typeof import('pinyin-pro') = require('pinyin-pro')
  toTraditional ??= loadTraditional()
  const pick = chooser(seed)
  const glossed = new Map<string, boolean>()
  let text = ''
  for (const [character, traditional] of pairs(clean, damage.traditional ? toTraditional : (same) => same)) {
    text += traditional
    if (damage.glosses && traditional !== character) {
      if (!glossed.has(character)) glossed.set(character, pick() < 0.6)
      if (glossed.get(character)) text += `(${pinyin(character)})`
    }
  }
  if (damage.halfWidth)
    text = text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')')
  if (damage.doubledCommas)
    text = text.replace(/[,，]/g, (comma) => (pick() < 0.2 ? `${comma}${comma}` : comma))
  return text
}

let toTraditional: ((text: string) => string) | undefined

function loadTraditional(): (text: string) => string {
  const { Converter }: typeof import('opencc-js/cn2t') = require('opencc-js/cn2t')
  return Converter({ from: 'cn', to: 'tw' })
}

function pairs(clean: string, convert: (text: string) => string): [string, string][] {
  const before = [...clean]
  const after = [...convert(clean)]
  if (before.length === after.length) return before.map((character, i) => [character, after[i]!])
  return before.map((character) => [character, convert(character)])
}

/** Numbers from 0 to 1, the same for the same seed. */
function chooser(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
