import { expect, test } from 'vitest'
import { fileResponse } from './file-response.ts'

const headersOf = (name: string, type = 'text/plain', inline = false) =>
  fileResponse({ name, type, bytes: new Uint8Array(1), inline }).headers

test.each([
  [
    '督办单（第1号）.docx',
    '_____1__.docx',
    '%E7%9D%A3%E5%8A%9E%E5%8D%95%EF%BC%88%E7%AC%AC1%E5%8F%B7%EF%BC%89.docx',
  ],
  [`it's "50%" (a*b).txt`, `it's _50__ (a*b).txt`, 'it%27s%20%2250%25%22%20%28a%2ab%29.txt'],
  ['line\r\nbreak.txt', 'line__break.txt', 'line%0D%0Abreak.txt'],
  ['half \ud83d.txt', 'half _.txt', 'half%20%EF%BF%BD.txt'],
])('the name %j reaches the browser whole, and old ones as far as they can', (name, plain, encoded) => {
  expect(headersOf(name).get('content-disposition')).toBe(
    `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  )
})

test('what is opened in the browser can neither run nor be guessed nor kept', () => {
  for (const type of ['image/png', 'application/pdf', 'text/plain']) {
    const headers = headersOf('a', type, true)
    expect(headers.get('content-disposition')).toMatch(/^inline;/)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe-eval/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  }
})
