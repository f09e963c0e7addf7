/**
 * Telephone numbers as a county uses them: mobiles and landlines of the mainland, its service numbers, and those of
 * Hong Kong (852) and Macau (853), where donors and partners sit.
 */

const mobile = /^1[3-9]\d{9}$/
/** An area code of two to four digits without its zero: 10 and 20 to 29 have eight-digit numbers behind them. */
const landline = /^0(10|2\d|[3-9]\d{2})([2-8]\d{6,7})$/
/** 400 and 800 with ten digits; 95 and 96 with five to eight; 12 and 11 with three to five (12351, 12345, 110). */
const service = /^(?:[48]00\d{7}|9[56]\d{3,6}|1[12]\d{1,3})$/
const hongKong = /^852([2-9]\d{7})$/
const macau = /^853((?:28|8\d|6\d)\d{6})$/

/**
 * The number in the one form in which it is kept (`0835-7222345-8012`, `138 0000 0000`, `+852 2345 6789`), or null
 * when it is none. Spaces, dashes, brackets and full-width digits are the sender's own.
 */
export function phoneOf(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const [number = '', extension, ...more] = plain.split(/\s*(?:转|#|ext\.?|x)\s*/iu)
  if (more.length > 0 || !/^\+?[\d\s().–—-]+$/u.test(number)) return null
  const [main, trailing] = extension === undefined ? withExtension(number) : [number, extension]
  const kept = keptForm(main)
  if (kept === null) return extension === undefined ? keptForm(number) : null
  if (trailing === null) return kept
  // Mobiles and short service numbers have no extension behind them.
  return /^(?:0|\+85)/.test(kept) && /^\d{1,6}$/.test(trailing) ? `${kept}-${trailing}` : null
}

/** What a telephone dials for a kept number: a pause before the extension. */
export function dialled(kept: string): string {
  const [number = '', extension] = kept.split(/(?<=\d{4})-(?=\d{1,6}$)/)
  const plain = number.replace(/[\s-]/g, '')
  return extension === undefined ? plain : `${plain},${extension}`
}

/** A dash behind what is a whole number already begins an extension: `0835-7222345-8012`. */
function withExtension(number: string): [string, string | null] {
  const found = /^(.*\d)[-–—](\d{1,6})$/u.exec(number.trim())
  return found?.[1] && found[2] && keptForm(found[1]) !== null ? [found[1], found[2]] : [number, null]
}

function keptForm(number: string): string | null {
  const abroad = /^\s*(?:\+|00)/.test(number)
  const digits = number.replace(/\D/g, '').replace(/^00/, '')
  const home = digits.replace(/^86(?=0?[1-9]\d{8,})/, '')
  if (mobile.test(home)) return `${home.slice(0, 3)} ${home.slice(3, 7)} ${home.slice(7)}`
  const area = landline.exec(home) ?? (abroad && home !== digits ? landline.exec(`0${home}`) : null)
  if (area?.[1] && area[2] && wholeLandline(area[1], area[2])) return `0${area[1]}-${area[2]}`
  const far = hongKong.exec(digits) ?? macau.exec(digits)
  if (far?.[1]) return `+${digits.slice(0, 3)} ${far[1].slice(0, 4)} ${far[1].slice(4)}`
  return !abroad && service.test(digits) ? digits : null
}

/** The large cities' numbers have eight digits, all others seven or eight. */
function wholeLandline(area: string, number: string): boolean {
  return area.length === 2 ? number.length === 8 : true
}
