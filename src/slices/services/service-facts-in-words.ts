import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { placesByIds } from '#slices/places'
import { placeMessages } from '#slices/places/contract'
import { hoursInWords } from './own-hours.ts'
import type { FactItem, Paper, ServiceCategory, ServicePlace } from './service.ts'
import { serviceMessages } from './service-messages.ts'

/** Says what stands, or stood, on a card: names for ids, words for terms; asked for in one go. */
export async function wordsOf(
  tx: Tx,
  language: Language,
  values: readonly (readonly [FactItem, unknown])[],
): Promise<(item: FactItem, value: unknown) => string | null> {
  const of = (wanted: FactItem) => values.flatMap(([item, value]) => (item === wanted ? [value] : []))
  const idsOf = (wanted: FactItem) => [
    ...new Set(of(wanted).flatMap((value) => (typeof value === 'string' ? [value] : []))),
  ]
  const keepers = new Map(
    (await organisationsByIds(tx, idsOf('keeper'))).map((one) => [one.id, nameIn(one, language)]),
  )
  const people = await namesOfPeople(tx, idsOf('keeperPerson'))
  const placeIds = of('places').flatMap((value) => (value as ServicePlace[]).map(({ place }) => place))
  const places = new Map((await placesByIds(tx, placeIds)).map(({ id, name }) => [id, name]))
  const t = serviceMessages[language]
  const list = (words: readonly string[], between = language === 'zh' ? '、' : ', ') =>
    words.length > 0 ? words.join(between) : null
  const place = ({ place: id, hours, note }: ServicePlace) => {
    const more = [...(hours ?? []).map((one) => hoursInWords(one, language)), ...(note ? [note] : [])]
    const name = places.get(id) ?? '—'
    return more.length > 0 ? name + t.paperFrom(more.join(language === 'zh' ? '；' : '; ')) : name
  }
  return (item, value) => {
    switch (item) {
      case 'keeper':
        return keepers.get(value as string) ?? '—'
      case 'keeperPerson':
        return value === null ? null : (people.get(value as string) ?? '—')
      case 'category':
        return t.categories[value as ServiceCategory]
      case 'free':
        return value === true ? t.free : t.notFree
      case 'papers':
        return list((value as Paper[]).map(({ name, from }) => (from ? name + t.paperFrom(from) : name)))
      case 'places':
        return list((value as ServicePlace[]).map(place), language === 'zh' ? '；' : '; ')
      case 'languages': {
        const spoken: Record<string, string> = placeMessages[language].spoken
        return list((value as string[]).map((one) => spoken[one] ?? one))
      }
      case 'alsoCalled':
        return list(value as string[])
      case 'name':
      case 'nameEn':
      case 'summary':
      case 'summaryEn':
      case 'who':
      case 'cost':
      case 'duration':
      case 'phone':
      case 'legalBasis':
      case 'online':
        return value as string | null
    }
  }
}
