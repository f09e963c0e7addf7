import { expect, test } from 'vitest'
import { innerAddress } from './inner-address.ts'

test.each([
  ['/followups?lamp=overdue', '/followups?lamp=overdue'],
  [null, '/'],
  ['', '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/sign-in?then=/x', '/'],
])('after signing in %s leads to %s', (then, where) => {
  expect(innerAddress(then)).toBe(where)
})
