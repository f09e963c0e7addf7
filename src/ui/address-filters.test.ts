import { expect, test } from 'vitest'
import { aDay, anyText, oneOf, readFilters, writeFilters } from './address-filters.ts'

const schema = { lamp: oneOf('overdue', 'near'), lead: anyText(), from: aDay() }
const read = (search: string) => readFilters(schema, new URLSearchParams(search))

test('known filters are read, in the order of the schema', () => {
  expect(read('from=2025-05-10&lead=union&lamp=overdue')).toEqual({
    lamp: 'overdue',
    lead: 'union',
    from: '2025-05-10',
  })
})

test('what an old or broken address says is left out, not shown as an error', () => {
  expect(read('lamp=purple&from=2025-02-30&lead=%20%20')).toEqual({})
  expect(read('from=10.05.2025')).toEqual({})
})

test('a change keeps the other parameters and takes away what is not set', () => {
  const next = writeFilters(new URLSearchParams('tab=all&lamp=near&lead=union'), {
    lamp: 'overdue',
    lead: undefined,
  })
  expect(next.toString()).toBe('tab=all&lamp=overdue')
})
