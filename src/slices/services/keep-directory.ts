import type { EventHandler } from '#platform/commands/run-command.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationsByIds } from '#slices/organisations'
import { type PlaceRow, placesByIds, placesCalled, villageOf } from '#slices/places'
import { addWords, entryOf, markEntry, writeEntry } from './directory-store.ts'
import { servicesAt, servicesKeptBy } from './service-store.ts'
import { tellDirectory } from './service-words.ts'

/**
 * Writes what places are found by in the search of services and places. For whoever brings in places in bulk; those
 * that come one by one are told by their events.
 */
export async function tellPlaces(tx: Tx, county: string, ids: readonly string[]): Promise<void> {
  for (const place of await placesByIds(tx, ids)) {
    const entry = await entryOf(tx, place.id)
    await tellPlace(tx, county, place, entry?.names ?? [])
  }
}

async function tellPlace(tx: Tx, county: string, place: PlaceRow, names: string[]): Promise<void> {
  const { id, name, nameOrder, keeper, village, address, phone, note, closedAt } = place
  const keepers = await organisationsByIds(tx, [keeper])
  const area = village === null ? undefined : villageOf(village)
  await writeEntry(
    tx,
    county,
    { kind: 'place', id, name, nameOrder, names, checkedOn: null, live: closedAt === null },
    {
      words: [
        ...keepers.flatMap((one) => [one.name, one.shortName]),
        ...(area ? [area.name, area.township.name] : []),
      ],
      texts: [address ?? '', phone ?? '', phone?.replace(/\D/g, '') ?? '', note ?? ''],
    },
  )
}

/** A place was added or changed: it is found as it stands, and services by what it is called now. */
const followPlace: EventHandler = async ({ tx, actor }, { about, data }) => {
  const [place] = await placesByIds(tx, [about.id])
  if (!place) return
  const before = await entryOf(tx, about.id)
  const names = [...(before?.names ?? []), ...(before ? [before.name] : [])].filter(
    (one) => one !== place.name,
  )
  await tellPlace(tx, actor.county, place, await stillMeaning(tx, place.id, names))
  const renamed = (data.changes as { item: string }[] | undefined)?.some(({ item }) => item === 'name')
  if (!renamed) return
  for (const service of await servicesAt(tx, about.id)) await tellDirectory(tx, actor.county, service)
}

/** A place was closed or reopened. Its names stay: they mean it again when it opens. */
const followClosure: EventHandler = async ({ tx }, { about, name }) =>
  markEntry(tx, about.id, { live: name === 'place.reopened' })

/** Those of the names that still mean the place: a former one goes unless it was kept as an alias. */
async function stillMeaning(tx: Tx, place: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const called = await placesCalled(tx, names)
  return names.filter((name) => called.get(name)?.some(({ id, by }) => id === place && by === 'alias'))
}

/** A place got a further name, or lost one. */
const followName: EventHandler = async ({ tx, actor }, { about, name, data }) => {
  const [place] = await placesByIds(tx, [about.id])
  if (!place || typeof data.text !== 'string') return
  const { text } = data
  const others = ((await entryOf(tx, about.id))?.names ?? []).filter((one) => one !== text)
  await tellPlace(tx, actor.county, place, name === 'place.named' ? [...others, text] : others)
}

/** An organisation got another name: what it gives is found by the new one, and still by the old. */
const followKeeper: EventHandler = async ({ tx }, event) => {
  const [organisation] = await organisationsByIds(tx, [event.about.id])
  if (!organisation) return
  const kept = await servicesKeptBy(tx, organisation.id)
  await addWords(tx, kept, [organisation.name, organisation.shortName])
}

export const keepDirectory: Record<string, EventHandler> = {
  'place.added': followPlace,
  'place.changed': followPlace,
  'place.closed': followClosure,
  'place.reopened': followClosure,
  'place.named': followName,
  'place.name-dropped': followName,
  'organisation.renamed': followKeeper,
}
