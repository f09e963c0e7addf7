import { expect, test } from 'vitest'
import { FORCES, KIND_REASONS, KINDS, REASONS, REPAIR_KINDS, readerMessages } from './index.ts'

test.each(['zh', 'en'] as const)('every code of a reading has its sentence in %s', (language) => {
  const messages = readerMessages[language]
  expect(Object.keys(messages.repairs).sort()).toEqual([...REPAIR_KINDS].sort())
  expect(Object.keys(messages.kinds).sort()).toEqual([...KINDS].sort())
  expect(Object.keys(messages.kindReasons).sort()).toEqual([...KIND_REASONS].sort())
  expect(Object.keys(messages.reasons).sort()).toEqual([...REASONS].sort())
  expect(Object.keys(messages.forces).sort()).toEqual([...FORCES].sort())
})
