import { expect, test } from 'vitest'
import { type Known, notKnown, type VisitContent } from '../../visit.ts'
import { completedDay, deskQuestions } from './desk-questions.ts'

const sure = { confidence: 1, reason: 'person' }
const directive = {
  text: '要办好夜校',
  force: 'should' as const,
  subject: null,
  theme: null,
  means: [],
  goals: [],
  quantities: [],
  measurable: false,
  deadline: null,
  places: ['site:s1'],
  spans: [],
  rank: 1,
  ...sure,
}
const site = {
  name: '仁和乡妇女之家',
  holder: null,
  parts: [],
  seen: [],
  praised: [],
  spans: [],
  rank: 1,
  ...notKnown,
  ...sure,
}
const content: VisitContent = {
  date: { value: '2025-05-10', spans: [], ...sure },
  'site:s1': site,
  'directive:d1': directive,
}

test('asks nothing where everything is known', () => {
  expect(deskQuestions(content)).toEqual([])
})

test('asks for a missing year before what is only unsure, and for each item once', () => {
  const questions = deskQuestions({
    ...content,
    date: { value: '--05-10', spans: [], confidence: 0.3, reason: 'year-missing' },
    'site:s1': { ...site, confidence: 0.6, reason: 'only-in-list' },
    'directive:d1': { ...directive, confidence: 0.5, reason: 'no-speaker' },
  })
  expect(questions).toEqual([
    { ask: 'year', key: 'date', monthDay: '05-10' },
    { ask: 'whether', key: 'directive:d1', about: 'directive' },
    { ask: 'whether', key: 'site:s1', about: 'site' },
  ])
})

test('asks for the day where none was found, and not where nobody knows it', () => {
  const dated = (value: string | null) => deskQuestions({ ...content, date: { value, spans: [], ...sure } })
  expect(dated(null)).toEqual([{ ask: 'day', key: 'date' }])
  expect(dated('unknown')).toEqual([])
})

test('asks where a directive belongs whose place is gone', () => {
  const { 'site:s1': _, ...rest } = content
  expect(deskQuestions(rest)).toEqual([{ ask: 'place', key: 'directive:d1' }])
})

test('asks about the subject where only that is unsure', () => {
  const unsure = { ...directive, subject: '各单位', confidence: 0.6, reason: 'subject-inherited' }
  expect(deskQuestions({ ...content, 'directive:d1': unsure })).toEqual([
    { ask: 'whether', key: 'directive:d1', about: 'subject' },
  ])
})

test('a year completes a day that it has, and no other', () => {
  expect(completedDay('05-10', 2025)).toBe('2025-05-10')
  expect(completedDay('02-29', 2024)).toBe('2024-02-29')
  expect(completedDay('02-29', 2025)).toBeNull()
  expect(completedDay('05-10', 25)).toBeNull()
})

test('asks which of several things of the county a site is, after whether it is a site at all', () => {
  const possible: Known[] = [
    { kind: 'place', id: 'a', by: 'short' },
    { kind: 'organisation', id: 'b', by: 'short' },
  ]
  expect(deskQuestions({ ...content, 'site:s1': { ...site, possible } })).toEqual([
    { ask: 'known', key: 'site:s1' },
  ])
  const unsure = { ...site, possible, confidence: 0.6, reason: 'only-in-list' }
  expect(deskQuestions({ ...content, 'site:s1': unsure })).toEqual([
    { ask: 'whether', key: 'site:s1', about: 'site' },
  ])
  const said: Known = { kind: 'place', id: 'a', by: 'person' }
  expect(deskQuestions({ ...content, 'site:s1': { ...site, known: said } })).toEqual([])
})
