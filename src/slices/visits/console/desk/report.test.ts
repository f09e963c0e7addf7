import { expect, test } from 'vitest'
import { readReport } from '../../reader/index.ts'
import { nothingUndone, readingText, spanOfWords, trimWords, wholeRepairs } from './report.ts'
import { wordsOfStretch } from './selected-words.ts'

const original = '縣(xiàn)婦聯主席趙小滿到仁和鄉調(diào)研。趙小滿要求,辦好夜校。'
const report = readReport(original)
const text = readingText(report, nothingUndone)
const at = (words: string) => original.indexOf(words)

test('finds typed words where the damaged report holds them', () => {
  const span = spanOfWords(text, '办好夜校')
  expect(span && original.slice(span.start, span.end)).toBe('辦好夜校')
})

test('finds the second mention behind a place', () => {
  const span = spanOfWords(text, '赵小满', at('研。'))
  expect(span?.start).toBe(original.lastIndexOf('趙小滿'))
})

test('gives no span for words that are not there', () => {
  expect(spanOfWords(text, '办好食堂')).toBeNull()
  expect(spanOfWords(text, '  ')).toBeNull()
})

test('a span that cuts a repair in two is widened to hold it', () => {
  const gloss = at('(xiàn)')
  expect(wholeRepairs(report, { start: gloss + 2, end: gloss + 9 })).toEqual({ start: gloss, end: gloss + 9 })
})

test('marked words come without the stops around them', () => {
  const chosen = wordsOfStretch(report, text, { start: at(',辦'), end: original.length })
  expect(chosen?.text).toBe('办好夜校')
  expect(chosen?.span && original.slice(chosen.span.start, chosen.span.end)).toBe('辦好夜校')
})

test('nothing is left of stops alone', () => {
  expect(wordsOfStretch(report, text, { start: original.length - 1, end: original.length })).toBeNull()
  expect(trimWords('，。')).toEqual({ text: '', cut: 0 })
})
