import type { DocumentLanguage, HeadingLevel } from './official-document.ts'

const digits = '零一二三四五六七八九'

/** 1 to 999 as Chinese numerals, without the 一 before a leading 十: 十二, 二十, 一百零五. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no numeral for ${value}`)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const units = value % 10
  const digit = (d: number) => digits.charAt(d)
  const head = hundreds > 0 ? `${digit(hundreds)}百` : ''
  const gap = hundreds > 0 && tens === 0 && units > 0 ? '零' : ''
  const middle = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`
  return head + gap + middle + (units > 0 ? digit(units) : '')
}

/** The marks of one document's headings and lists, each by where it stands. */
export function startNumbering(language: DocumentLanguage) {
  const counts = [0, 0, 0, 0]
  let depth = 0
  return {
    heading(level: HeadingLevel): string {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1
      counts.fill(0, level)
      depth = level
      return language === 'zh' ? zhHeading(level, counts[level - 1] ?? 0) : enHeading(level, counts)
    },
    item(position: number, ordered: boolean): string {
      if (!ordered) return language === 'zh' ? '——' : '– '
      return language === 'zh' ? zhItem(depth, position) : `(${position}) `
    },
  }
}

/** GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）. */
function zhHeading(level: HeadingLevel, count: number): string {
  if (level === 1) return `${chineseNumeral(count)}、`
  if (level === 2) return `（${chineseNumeral(count)}）`
  return level === 3 ? `${count}.` : `（${count}）`
}

function enHeading(level: HeadingLevel, counts: readonly number[]): string {
  if (level === 1) return `${counts[0]}. `
  // A level that was jumped over counts as one, so that no number has a zero in it.
  return level === 4
    ? `(${letters(counts[3] ?? 1)}) `
    : `${counts
        .slice(0, level)
        .map((n) => Math.max(1, n))
        .join('.')} `
}

function letters(count: number): string {
  const before = Math.floor((count - 1) / 26)
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((count - 1) % 26))
}

/** A list takes the marks of the level below the heading that it stands under. */
function zhItem(depth: number, position: number): string {
  if (depth < 3) return `${position}.`
  if (depth === 3 || position > 20) return `（${position}）`
  return String.fromCodePoint(0x2460 + position - 1)
}
