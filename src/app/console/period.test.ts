import { expect, test } from 'vitest'
import { periodOf } from './period.ts'

test.each([
  ['month', '2026-11-24', { from: '2026-11-01', to: '2026-11-24' }],
  ['quarter', '2026-11-24', { from: '2026-10-01', to: '2026-11-24' }],
  ['quarter', '2026-01-01', { from: '2026-01-01', to: '2026-01-01' }],
  ['quarter', '2026-09-30', { from: '2026-07-01', to: '2026-09-30' }],
  ['year', '2026-11-24', { from: '2026-01-01', to: '2026-11-24' }],
  ['last-year', '2026-01-01', { from: '2025-01-01', to: '2025-12-31' }],
  [undefined, '2026-11-24', {}],
] as const)('%s on %s', (period, today, days) => {
  expect(periodOf(period, today)).toEqual(days)
})
