import { expect, test } from 'vitest'
import { passwordFault } from '#platform/auth/password.ts'
import { oneTimePassword } from './one-time-password.ts'

const made = Array.from({ length: 4000 }, oneTimePassword)

test('it has the shape of the one that the server makes, and the server would take it', () => {
  for (const password of made) {
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/)
    expect(passwordFault(password, 'someone')).toBeNull()
  }
})

test('none comes twice, and every letter of the alphabet comes about equally often', () => {
  expect(new Set(made).size).toBe(made.length)
  const counts = new Map<string, number>()
  for (const letter of made.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(31)
  const expected = (made.length * 12) / 31
  // Chi-squared with 30 degrees of freedom: beyond 73 lies one run in forty thousand.
  const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  expect(chiSquared).toBeLessThan(90)
})
