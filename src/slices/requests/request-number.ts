/**
 * The number by which somebody follows what they sent: twelve digits, since digits can be read aloud on any telephone
 * and typed by anybody. Eleven are random, so that it cannot be guessed from another one; the last checks them
 * (ISO/IEC 7064, MOD 11,10), so that a slip is told from a number that is not there.
 */
const digitsIn = 12

/** A new number. `draw` gives a whole number from 0 up to, not including, its argument. */
export function newRequestNumber(draw: (below: number) => number): string {
  // 0 and 1 stand at the beginning of telephone numbers.
  const digits = String(2 + draw(8)) + Array.from({ length: digitsIn - 2 }, () => draw(10)).join('')
  return digits + checkDigit(digits)
}

/** What somebody typed or was told as the number that it is, or null when there is a slip in it. */
export function requestNumberOf(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\-–—.·]/gu, '')
  if (!/^[2-9]\d{11}$/.test(digits)) return null
  return checkDigit(digits.slice(0, -1)) === digits.at(-1) ? digits : null
}

/** As it is shown and read aloud: three groups of four. */
export function requestNumberInGroups(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** The digit that stands behind these. */
export function checkDigit(digits: string): string {
  let rest = 10
  for (const digit of digits) {
    rest = (rest + Number(digit)) % 10 || 10
    rest = (rest * 2) % 11
  }
  return String((11 - rest) % 10)
}
