import { expect, test } from 'vitest'
import { manyIn, template, wordsOf } from './template.ts'

const label = { zh: '试', en: 'A try' }
const assigned = template('test.assigned', {
  label,
  values: { number: 'text', due: 'day' },
  zh: { title: '督办事项 {number}', body: '请于{due}前办结。', many: '{count} 项督办事项' },
  en: { title: 'Follow-up {number}', body: 'Due on {due}.', many: '{count} follow-ups' },
})

test('a notice is said in each language, days as it writes them', () => {
  const values = { number: '2026-0007', due: '2026-12-31' }
  expect(wordsOf(assigned, values, 'zh')).toEqual({
    title: '督办事项 2026-0007',
    body: '请于2026年12月31日前办结。',
  })
  expect(wordsOf(assigned, values, 'en').body).toBe('Due on 31 December 2026.')
  expect(wordsOf(assigned, { ...values, due: null }, 'en').body).toBe('Due on not set.')
  expect(manyIn(assigned, 7, 'en')).toBe('7 follow-ups')
})

test('a value cannot begin another header of a mail, nor fill another place', () => {
  const values = { number: '1\r\nBcc: everybody@example.org {due}', due: null }
  expect(wordsOf(assigned, values, 'en').title).toBe('Follow-up 1 Bcc: everybody@example.org {due}')
})

test('a place that nothing fills, and a value that stands nowhere, stop the start', () => {
  const many = { zh: '{count} 件', en: '{count} things' }
  const make = (body: string, values: Record<string, 'text'> = { number: 'text' }) =>
    template('test.wrong', {
      label,
      values,
      zh: { title: '{number}', body: '无', many: many.zh },
      en: { title: '{number}', body: body as '', many: many.en },
    })
  expect(() => make('of {whom}')).toThrow('notice test.wrong, en: no value fills {whom}')
  expect(() => make('', { number: 'text', lead: 'text' })).toThrow(
    'notice test.wrong, zh: {lead} stands nowhere',
  )
  expect(make('').name).toBe('test.wrong')
})

test('a wrong place does not compile', () => {
  const wrong = () =>
    template('test.wrong', {
      label,
      values: { number: 'text' },
      // @ts-expect-error: no value is called numbr
      zh: { title: '{numbr}', body: '无', many: '{count} 件' },
      en: { title: '{number}', body: '', many: '{count} things' },
    })
  expect(wrong).toThrow('no value fills {numbr}')
})
