/** Han characters of the basic plane with 々 and 〇; the rare ones beyond it by their surrogates. */
export const HAN = '\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ud840-\\ud888\\udc00-\\udfff'

const hanUnit = new RegExp(`^[${HAN}]$`)

export function isHan(unit: string | undefined): boolean {
  if (unit === undefined || unit === '') return false
  const code = unit.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return code > 0x3000 && hanUnit.test(unit)
}

/** What a sentence may end with. */
export const STOPS = '。！？…'
export const CLOSERS = '”’」』）)》】〉"'
