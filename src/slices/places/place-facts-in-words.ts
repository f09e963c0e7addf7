import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { villageOf } from './county-areas.ts'
import type { FactItem, PlaceKind } from './place.ts'
import { placeMessages } from './place-messages.ts'
import { placesByIds } from './place-store.ts'

export type Item = FactItem | 'parent'

/** Says what stands, or stood, in a place: names for ids, words for terms; asked for in one go. */
export async function wordsOf(
  tx: Tx,
  language: Language,
  values: readonly (readonly [Item, unknown])[],
): Promise<(item: Item, value: unknown) => string | null> {
  const idsOf = (wanted: Item) => [
    ...new Set(
      values.flatMap(([item, value]) => (item === wanted && typeof value === 'string' ? [value] : [])),
    ),
  ]
  const keepers = new Map(
    (await organisationsByIds(tx, idsOf('keeper'))).map((one) => [one.id, nameIn(one, language)]),
  )
  const people = await namesOfPeople(tx, idsOf('keeperPerson'))
  const places = new Map((await placesByIds(tx, idsOf('parent'))).map(({ id, name }) => [id, name]))
  const t = placeMessages[language]
  const list = (words: readonly string[]) =>
    words.length > 0 ? words.join(language === 'zh' ? '、' : ', ') : null
  return (item, value) => {
    if (Array.isArray(value)) {
      const terms: Record<string, string> = item === 'languages' ? t.spoken : t.access
      return list(value.map((term: string) => terms[term] ?? term))
    }
    if (typeof value !== 'string') return null
    switch (item) {
      case 'keeper':
        return keepers.get(value) ?? '—'
      case 'keeperPerson':
        return people.get(value) ?? '—'
      case 'parent':
        return places.get(value) ?? '—'
      case 'kind':
        return t.kinds[value as PlaceKind]
      case 'village': {
        const village = villageOf(value)
        return village ? `${village.township.name}${village.name}` : value
      }
      case 'accessibility':
      case 'languages':
      case 'name':
      case 'phone':
      case 'address':
      case 'note':
        return value
    }
  }
}
