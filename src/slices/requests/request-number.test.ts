import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkDigit, newRequestNumber, requestNumberInGroups, requestNumberOf } from './request-number.ts'

const numbers = Array.from({ length: 200 }, () => newRequestNumber((below) => randomInt(below)))

test('a number has twelve digits, no two are alike, and none looks like a telephone number', () => {
  expect(new Set(numbers).size).toBe(200)
  for (const number of numbers) expect(number).toMatch(/^[2-9]\d{11}$/)
})

test('the check digit is that of the standard’s own example', () => {
  expect(checkDigit('0794')).toBe('5')
})

test('what is read in groups, with dashes or in full width is the same number', () => {
  for (const number of numbers.slice(0, 20)) {
    const grouped = requestNumberInGroups(number)
    expect(grouped).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(requestNumberOf(grouped)).toBe(number)
    expect(requestNumberOf(` ${grouped.replaceAll(' ', '-')} `)).toBe(number)
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    expect(requestNumberOf(wide)).toBe(number)
  }
})

test('every wrong digit is noticed, and nearly every exchange of neighbours', () => {
  let exchanged = 0
  let unnoticed = 0
  for (const number of numbers.slice(0, 50)) {
    for (let i = 0; i < number.length; i += 1) {
      for (let digit = i === 0 ? 2 : 0; digit < 10; digit += 1) {
        const wrong = number.slice(0, i) + digit + number.slice(i + 1)
        if (wrong !== number) expect(requestNumberOf(wrong), wrong).toBeNull()
      }
      const swapped = number.slice(0, i) + (number[i + 1] ?? '') + number[i] + number.slice(i + 2)
      if (i < number.length - 1 && swapped !== number) {
        exchanged += 1
        if (requestNumberOf(swapped)) unnoticed += 1
      }
    }
  }
  expect(exchanged).toBeGreaterThan(300)
  expect(unnoticed / exchanged).toBeLessThan(0.03)
})

test.each(['', '123', '1234 5678 9012', '2815 9037 446', '二八一五', 'https://example.org'])(
  '%s is no number',
  (text) => expect(requestNumberOf(text)).toBeNull(),
)
