import type { z } from 'zod'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { villageOf } from './county-areas.ts'
import { actionsFor, type NameSource } from './place.ts'
import type { placeRow, placeShape } from './place-contract.ts'
import { type PlaceName, namesOfPlaces } from './place-name-store.ts'
import { closureOf, countBelow, placesByIds, type PlaceRow } from './place-store.ts'

type Shown = z.input<typeof placeRow>

/** Names of organisations in the reader's language, asked for in one go. */
export async function keeperNames(tx: Tx, actor: Actor, ids: readonly string[]) {
  const names = new Map(
    (await organisationsByIds(tx, [...new Set(ids)])).map((one) => [one.id, nameIn(one, actor.language)]),
  )
  return (id: string) => ({ id, name: names.get(id) ?? '—' })
}

/** Places as a list shows them: names above, keepers, aliases and counts are each asked for once. */
export async function showPlaces(tx: Tx, actor: Actor, places: readonly PlaceRow[]): Promise<Shown[]> {
  const ids = places.map(({ id }) => id)
  const above = new Map(
    (
      await placesByIds(
        tx,
        places.flatMap(({ path }) => path.slice(0, -1)),
      )
    ).map(({ id, name }) => [id, { id, name }]),
  )
  const keepers = await keeperNames(
    tx,
    actor,
    places.map(({ keeper }) => keeper),
  )
  const below = await countBelow(tx, ids)
  const aliases = Map.groupBy(
    (await namesOfPlaces(tx, ids)).filter(({ own }) => !own),
    ({ place }) => place,
  )
  return places.map(({ id, name, kind, parent, path, village, keeper, phone, address, closedAt }) => ({
    id,
    name,
    kind,
    parent,
    ancestors: path.slice(0, -1).flatMap((one) => above.get(one) ?? []),
    village: villageShown(village),
    keeper: keepers(keeper),
    phone,
    address,
    aliases: (aliases.get(id) ?? []).map(({ text }) => text),
    below: below.get(id) ?? 0,
    closedAt,
  }))
}

function villageShown(code: string | null) {
  if (code === null) return null
  const village = villageOf(code)
  return { code, name: village?.name ?? code, township: village?.township.name ?? null }
}

/** One place with all that is said of it, and what the actor may do with it now. */
export async function showPlace(tx: Tx, actor: Actor, place: PlaceRow): Promise<z.input<typeof placeShape>> {
  const [row] = await showPlaces(tx, actor, [place])
  if (!row) throw new Error('a place shows as one row')
  const names = (await namesOfPlaces(tx, [place.id])).filter(({ own }) => !own)
  const closure = await closureOf(tx, place.id)
  const people = await namesOfPeople(
    tx,
    [place.keeperPerson, closure?.person, ...names.map(({ person }) => person)].filter((id) => id != null),
  )
  const person = (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? '—' })
  const { aliases: _, ...rest } = row
  const { version, accessibility, languages, note, addedAt } = place
  return {
    ...rest,
    version,
    keeperPerson: person(place.keeperPerson),
    accessibility,
    languages,
    note,
    addedAt,
    names: names.map((name) => ({ ...nameShown(name), person: person(name.person) })),
    closure: closure ? { reason: closure.reason, at: closure.at, person: person(closure.person) } : null,
    actions: actionsFor(place, {
      keeps: may(actor, 'place.manage', [place.keeper]),
      names: may(actor, 'place.name', [place.keeper]),
      adds: may(actor, 'place.manage'),
    }),
  }
}

function nameShown({ id, text, source, aboutKind, aboutId, at }: PlaceName) {
  const about = aboutKind !== null && aboutId !== null ? { kind: aboutKind, id: aboutId } : null
  return { id, text, source: source ?? ('local' satisfies NameSource), about, at }
}
