import type { Tx } from '#platform/db/database.ts'
import { organisationsByIds } from '#slices/organisations'
import { areasOf, villageOf } from './county-areas.ts'
import { shortFormsOf, type ShortForm } from './place-name.ts'
import { namesOfPlaces } from './place-name-store.ts'
import { type PlaceRow, termsOf } from './place-store.ts'

/** What a name of a place comes down to; a town that the name does not say is the one of its village. */
export function formsOf(county: string, text: string, village: string | null): ShortForm[] {
  const lies = village === null ? null : (villageOf(village)?.township.name ?? null)
  return shortFormsOf(text, areasOf(county)).map(({ core, township }) => ({
    core,
    township: township ?? lies,
  }))
}

/** What a place is found by, with all that its names, its keeper and its village add. */
export async function tellTerms(
  tx: Tx,
  place: Pick<PlaceRow, 'id' | 'name' | 'keeper' | 'village' | 'address' | 'phone' | 'note'>,
) {
  const aliases = (await namesOfPlaces(tx, [place.id])).filter(({ own }) => !own).map(({ text }) => text)
  const keepers = await organisationsByIds(tx, [place.keeper])
  const village = place.village === null ? undefined : villageOf(place.village)
  return termsOf(place, {
    aliases,
    keeper: keepers.flatMap(({ name, shortName }) => [name, shortName]),
    village: village ? [village.name, village.township.name] : [],
  })
}
