import { expect, test } from 'vitest'
import { widthInCharacters } from './document-text.ts'
import { titleLines } from './title-lines.ts'

test('a short title stays on one line', () => {
  expect(titleLines('关于开展冬季走访的通知', 19)).toEqual(['关于开展冬季走访的通知'])
})

test('a long title is broken between words, evenly, and nothing is lost', () => {
  const title = '关于进一步建好用好管好群团综合服务平台切实做好重点事项督办落实工作的通知'
  const lines = titleLines(title, 19)
  expect(lines.join('')).toBe(title)
  expect(lines).toHaveLength(2)
  const widths = lines.map(widthInCharacters)
  expect(Math.max(...widths)).toBeLessThanOrEqual(19)
  expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThanOrEqual(3)
})

test('no line begins with a closing mark or 的, none ends with an opening one', () => {
  const title = '天全县群团综合服务中心关于印发《群团综合服务平台重点事项督办落实管理办法（试行）》的通知'
  const lines = titleLines(title, 19)
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines.slice(1)) expect(line).not.toMatch(/^[》）的，、]/)
  for (const line of lines) expect(line).not.toMatch(/[《（]$/)
})

test('the breaks of the author are kept', () => {
  expect(titleLines('关于开展冬季走访\n工作的通知', 19)).toEqual(['关于开展冬季走访', '工作的通知'])
})

test('a word longer than a line is cut rather than lost', () => {
  const lines = titleLines('A'.repeat(100), 19)
  expect(lines.join('')).toBe('A'.repeat(100))
  expect(Math.max(...lines.map(widthInCharacters))).toBeLessThanOrEqual(19)
})
