import { expect, test } from 'vitest'
import { reapply } from './reapply.ts'

const before = {
  name: '赵小满',
  titles: ['主席'],
  spans: [{ start: 0, end: 3 }],
  rank: 1,
  confidence: 0.5,
  reason: 'rare-name',
}

test('keeps what the other person changed where this one left it alone', () => {
  const mine = { ...before, name: '赵小曼' }
  const theirs = { ...before, titles: ['主席', '书记'] }
  expect(reapply(before, mine, theirs)).toEqual({ ...theirs, name: '赵小曼' })
})

test('takes mine where both changed the same', () => {
  expect(reapply(before, { ...before, name: '赵小曼' }, { ...before, name: '赵晓满' })).toMatchObject({
    name: '赵小曼',
  })
})

test('takes out, or puts back, as it was meant', () => {
  expect(reapply(before, null, { ...before, name: '赵晓满' })).toBeNull()
  expect(reapply(before, before, null)).toEqual(before)
})
