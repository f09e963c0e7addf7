import { expect, test } from 'vitest'
import { changedItems } from './changed-elsewhere.ts'

test('tells what was added, changed and taken out, whatever the order of the fields', () => {
  const title = { text: '赵小满到天全县调研', spans: [] }
  const before = { title, 'undone:r1': { id: 'r1' }, 'undone:r2': { id: 'r2' } }
  const after = {
    title: { spans: [], text: title.text },
    'undone:r2': { id: 'r9' },
    'undone:r3': { id: 'r3' },
  }
  expect(changedItems(before, after)).toEqual(['undone:r1', 'undone:r2', 'undone:r3'])
})
