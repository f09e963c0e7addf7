import { printableText, widthInCharacters } from './document-text.ts'

const neverFirst = /^[，。、；：？！）》〉」』”’…—·,.;:?!)\]的和与及等了]/
const neverLast = /[（《〈「『“‘([第和与及]$/

/**
 * A title's lines, no wider than `most` characters: broken between words (词意完整), as even as the words
 * allow (长短适宜), never before a closing mark or a particle. Line breaks of the author's are kept.
 * GB/T 9704-2012, 7.3.1.
 */
export function titleLines(title: string, most: number): string[] {
  return printableText(title)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => evenLines(line, most))
}

function evenLines(line: string, most: number): string[] {
  const width = widthInCharacters(line)
  if (width <= most) return [line]
  const pieces = wordsOf(line, most)
  for (let count = Math.ceil(width / most); count <= pieces.length; count++) {
    const lines = cheapest(pieces, count, most, width / count)
    if (lines) return lines
  }
  return pieces
}

function wordsOf(line: string, most: number): string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(line)
  return Array.from(segments, ({ segment }) => segment).flatMap((word) =>
    widthInCharacters(word) <= most ? [word] : Array.from(word),
  )
}

/** The way to lay the words on exactly `count` lines that strays least from the even width, if there is one. */
function cheapest(words: readonly string[], count: number, most: number, even: number): string[] | undefined {
  type Layout = { cost: number; lines: string[] }
  let layouts = new Map<number, Layout>([[0, { cost: 0, lines: [] }]])
  for (let lineNumber = 0; lineNumber < count; lineNumber++) {
    const next = new Map<number, Layout>()
    for (const [start, layout] of layouts) {
      for (let end = start + 1; end <= words.length; end++) {
        const text = words.slice(start, end).join('').trim()
        const width = widthInCharacters(text)
        if (width > most) break
        const cost = layout.cost + (width - even) ** 2 + (breaksBadly(text, start > 0) ? 400 : 0)
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost, lines: [...layout.lines, text] })
      }
    }
    layouts = next
  }
  return layouts.get(words.length)?.lines
}

function breaksBadly(line: string, afterBreak: boolean): boolean {
  return (afterBreak && neverFirst.test(line)) || neverLast.test(line)
}
