import { expect, test } from 'vitest'
import { actionsFor, levelsOf, proposedChoice } from './import.ts'
import { noRows } from './import-row-store.ts'

test('a record comes after what it hangs on, however the file has them; a circle has no level', () => {
  const levels = levelsOf([
    { record: 'shelf', after: 'room' },
    { record: 'room', after: 'house' },
    { record: 'house', after: null },
    { record: 'a', after: 'b' },
    { record: 'b', after: 'a' },
    { record: 'hangs on the circle', after: 'a' },
    { record: 'itself', after: 'itself' },
  ])
  expect(Object.fromEntries(levels)).toEqual({
    shelf: 2,
    room: 1,
    house: 0,
    a: null,
    b: null,
    'hangs on the circle': null,
    itself: null,
  })
})

test('a thousand places below each other are no trouble', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({
    record: `${i}`,
    after: i === 0 ? null : `${i - 1}`,
  }))
  expect(levelsOf(rows.toReversed()).get('4999')).toBe(4999)
})

test('nothing is proposed where a person has to say', () => {
  expect(proposedChoice({ values: {}, match: null })).toBe('new')
  expect(proposedChoice({ values: {}, match: { sure: 'exact' } })).toBe('skip')
  expect(proposedChoice({ values: {}, match: { sure: 'likely' } })).toBeNull()
  expect(proposedChoice({ values: null, match: null })).toBeNull()
})

test('an import is started only when nothing is open, and undone only when something was written', () => {
  const counts = { ...noRows(), all: 3, new: 2, undecided: 1 }
  expect(actionsFor('tried', counts)).toEqual(['lay-out', 'decide'])
  expect(actionsFor('tried', { ...counts, undecided: 0 })).toEqual(['lay-out', 'decide', 'start'])
  expect(actionsFor('stopped', { ...counts, undecided: 0, added: 1 })).toEqual(['start', 'undo'])
  expect(actionsFor('applying', counts)).toEqual(['stop'])
  expect(actionsFor('applied', noRows())).toEqual([])
  expect(actionsFor('undone', { ...noRows(), kept: 1 })).toEqual(['undo'])
})
