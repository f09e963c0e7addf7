import type { Tx } from '#platform/db/database.ts'
import { theCounty } from '#slices/organisations'
import { areasOf } from './county-areas.ts'
import { nameKey, type ShortForm, shortFormsOf, townshipsAgree } from './place-name.ts'
import { type Called, namesCalled } from './place-name-store.ts'

/** An open place that a name may mean, and how it was known: by its own name, by an alias, by a short form. */
export interface PlaceCalled {
  id: string
  name: string
  by: 'name' | 'alias' | 'short'
}

/** More places than these no name can mean; 妇女之家 alone means nothing. */
const mostMeant = 20

/**
 * Which open places of the county each of these names means. A whole name, own or alias, decides; only where there is
 * none, short forms are compared. Where several fit equally well all of them are returned, by name: nothing is
 * guessed. A name that means no place is not in the map. One question, however many names.
 */
export async function placesCalled(tx: Tx, names: readonly string[]): Promise<Map<string, PlaceCalled[]>> {
  const wanted = [...new Set(names)].filter((name) => nameKey(name) !== '')
  if (wanted.length === 0) return new Map()
  const county = await theCounty(tx)
  const areas = county && (areasOf(county.county) ?? { name: county.name, above: [], townships: [] })
  const forms = new Map(wanted.map((name) => [name, shortFormsOf(name, areas)]))
  const found = await namesCalled(
    tx,
    wanted.map(nameKey),
    [...forms.values()].flat().map(({ core }) => core),
  )
  const means = wanted.map((name): [string, PlaceCalled[]] => [
    name,
    meantBy(nameKey(name), forms.get(name) ?? [], found),
  ])
  return new Map(means.filter(([, places]) => places.length > 0))
}

/** What one name means among what was found. Pure. */
export function meantBy(key: string, forms: readonly ShortForm[], found: readonly Called[]): PlaceCalled[] {
  const whole = found.filter((one) => one.short === null && one.key === key)
  if (whole.length > 0) return eachPlace(whole, ({ own }) => (own ? 'name' : 'alias'))
  for (const form of forms) {
    const fits = found.filter((one) => one.short === form.core && townshipsAgree(one.township, form.township))
    // Where the name itself says its town, the place that is said to lie there fits better than one of nowhere.
    const sameTown = fits.filter((one) => form.township !== null && one.township === form.township)
    const best = sameTown.length > 0 ? sameTown : fits
    if (best.length > 0) return eachPlace(best, () => 'short')
  }
  return []
}

function eachPlace(rows: readonly Called[], by: (row: Called) => PlaceCalled['by']): PlaceCalled[] {
  const places = new Map<string, PlaceCalled>()
  for (const row of rows) {
    if (!places.has(row.place)) places.set(row.place, { id: row.place, name: row.name, by: by(row) })
  }
  return [...places.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostMeant)
}
