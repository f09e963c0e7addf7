import { createRequire } from 'node:module'
import { sql, type RawBuilder } from 'kysely'

/**
 * Search by Chinese, pinyin and initials, with nothing but a GIN index of PostgreSQL.
 * A record keeps its terms as a tsvector: every Han character and pair of neighbours (so that any stretch of
 * a text is found), and for its names also pinyin and initials from each character on (so that `lr`, `rong`
 * and `lirong` find 李蓉). A query asks for all of its words at once, Latin ones as beginnings.
 */

type Pinyin = typeof import('pinyin-pro')
let loaded: Pinyin | undefined

/** The dictionary takes some 30 MB and 100 ms: it comes with the first write, not with the start. */
function pinyinPro(): Pinyin {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as Pinyin
  return loaded
}

const han = /\p{Script=Han}/u
const initialsLength = 8

/** The terms of a record. `names` (people, organisations, places) get pinyin as names; `texts` initials only. */
export function searchTerms(content: { names: readonly string[]; texts: readonly string[] }): string[] {
  const terms = new Set<string>()
  for (const name of content.names) {
    addWritten(terms, name)
    addSpoken(terms, name, true)
  }
  for (const text of content.texts) {
    addWritten(terms, text)
    addSpoken(terms, text, false)
  }
  return [...terms]
}

function addWritten(terms: Set<string>, text: string): void {
  for (const word of words(text)) {
    if (!han.test(word)) {
      terms.add(word)
      continue
    }
    const characters = [...word]
    characters.forEach((character, i) => {
      terms.add(character)
      if (i > 0) terms.add(characters[i - 1] + character)
    })
  }
}

function addSpoken(terms: Set<string>, text: string, asName: boolean): void {
  for (const word of words(text)) {
    if (!han.test(word)) continue
    const options = { toneType: 'none', type: 'array', v: true } as const
    const readings = [pinyinPro().pinyin(word, options)]
    // 曾 as a surname is zēng, in a text céng: a name is found by both.
    if (asName) readings.push(pinyinPro().pinyin(word, { ...options, surname: 'head' }))
    for (const syllables of readings) {
      syllables.forEach((_, i) => {
        const rest = syllables.slice(i, i + initialsLength)
        // A character beyond the BMP that has no reading stands for itself, whole.
        terms.add(rest.map((syllable) => [...syllable][0]).join(''))
        if (asName) terms.add(rest.join(''))
      })
    }
  }
}

/** Runs of Han, and runs of Latin letters or digits, in lower case. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu) ?? []
  )
}

/** For an insert or update: the terms as a tsvector. */
export function termsVector(terms: readonly string[]): RawBuilder<string> {
  return sql`array_to_tsvector(${terms.length ? [...terms] : sql`array[]::text[]`}::text[])`
}

/**
 * What to look for, as a tsquery in its text form, or null when the text holds nothing to search for.
 * A single Latin letter says too little to search by; it is passed over unless it stands alone.
 */
export function searchQuery(text: string): string | null {
  const parts: string[] = []
  for (const word of words(text.slice(0, 100))) {
    const quoted = (term: string) => `'${term}'`
    if (!han.test(word)) {
      parts.push(`${quoted(word)}:*`)
      continue
    }
    const characters = [...word]
    if (characters.length === 1) parts.push(quoted(word))
    for (let i = 1; i < characters.length; i += 1) parts.push(quoted(`${characters[i - 1]}${characters[i]}`))
  }
  return parts.length ? parts.slice(0, 24).join(' & ') : null
}

/** The condition `column matches text`; true for every row when there is nothing to search for. */
export function matches(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const query = searchQuery(text)
  return query === null ? sql<boolean>`true` : sql<boolean>`${column} @@ ${query}::tsquery`
}
