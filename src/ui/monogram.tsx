import './monogram.css'

const latin = /^[\p{Script=Latin}\d]/u
const places = /^(?:.{1,4}?(?:[省州市县]|(?<!社)区)|县)/u

/**
 * The one or two characters by which an organisation is known: 天全县总工会 → 工, 团县委 → 团,
 * Women's Federation → WF. The place in front says nothing inside one county, and 总 is on every union.
 */
export function monogramOf(name: string): string {
  const plain = name.trim()
  if (latin.test(plain)) {
    const words = plain.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
    const initials = words.map((word) => word[0]).join('')
    return (initials || plain).slice(0, 2).toUpperCase()
  }
  if (plain.includes('共青团')) return '团'
  const inside = plain.startsWith('团') ? plain : plain.replace(places, '')
  const core = inside.replace(/^总(?=.)/u, '')
  return [...(core || plain)][0] ?? ''
}

const hues = 6

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % hues
}

/** The face of an organisation. Its name stands beside it, so that the drawing itself is not read out. */
export function Monogram({ name }: { name: string }) {
  return (
    <span className={`monogram monogram-${hueOf(name)}`} aria-hidden="true" title={name}>
      {monogramOf(name)}
    </span>
  )
}
