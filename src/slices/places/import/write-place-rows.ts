import { setImmediate as nextTurn } from 'node:timers/promises'
import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import type { EventDraft } from '#platform/events/event.ts'
import type { ImportKind, Written, WrittenRows } from '#platform/import/import-kind.ts'
import { removeEach } from '#platform/import/remove-each.ts'
import { newId } from '#platform/records/new-id.ts'
import { searchTerms } from '#platform/search/search-terms.ts'
import { type Organisation, organisationsByIds } from '#slices/organisations'
import { villageOf } from '../county-areas.ts'
import { pinyinOrder } from '../pinyin-order.ts'
import { faultOfMove, type PlaceFacts } from '../place.ts'
import { nameKey } from '../place-name.ts'
import { holdersOf, namesOfPlaces, rewriteForms } from '../place-name-store.ts'
import { holdRegister, placesByIds, type PlaceRow, updatePlace, wordsToFindBy } from '../place-store.ts'
import { formsOf, tellTerms } from '../place-words.ts'
import { insertPlaces, removePlaces, restorePlace, type WholePlace } from './place-import-store.ts'
import { placeRemarks } from './place-import-words.ts'
import { changesFor, type PlaceValues } from './read-place-rows.ts'

type Rows = Parameters<ImportKind['add']>[1]
const refused = (record: string, why: ReturnType<typeof placeRemarks.goneSince>): Written => ({
  record,
  done: false,
  why,
})

/** The dictionaries work through a few places, then others have their turn. */
const placesInATurn = 12

/** Registers places by the rules of `place.add`, many in one go. */
export async function addPlaceRows(work: Work, rows: Rows): Promise<WrittenRows> {
  const { tx, actor, now } = work
  const { county } = actor
  await holdRegister(tx, county)
  const wanted = rows.map(({ record, values }) => ({ record, values: values as unknown as PlaceValues }))
  const keepers = await fitKeepers(
    work,
    wanted.map(({ values }) => values.keeper),
  )
  const holders = await holdersOf(
    tx,
    wanted.map(({ values }) => nameKey(values.name)),
  )
  const held = new Map(holders.map(({ text, placeName }) => [nameKey(text), placeName]))
  const above = new Map<string, Pick<PlaceRow, 'id' | 'path' | 'closedAt'>>(
    (
      await placesByIds(
        tx,
        wanted.flatMap(({ values }) => values.parent ?? []),
      )
    ).map((place) => [place.id, place]),
  )
  const written: Written[] = []
  const places: WholePlace[] = []
  const words = sharedWords()
  const at = now.toISOString()
  for (const [index, { record, values }] of wanted.entries()) {
    if (index % placesInATurn === 0) await nextTurn()
    const key = nameKey(values.name)
    const holder = held.get(key)
    const keeper = keepers.get(values.keeper)
    const parent = values.parent === null ? null : above.get(values.parent)
    const standing = { id: record, path: [record], closedAt: null }
    if (holder !== undefined) written.push(refused(record, placeRemarks.heldSince(holder)))
    else if (!keeper) written.push(refused(record, placeRemarks.keeperGone()))
    else if (parent === undefined || faultOfMove(standing, parent, 0)) {
      written.push(refused(record, placeRemarks.parentGone()))
    } else {
      const path = [...(parent?.path ?? []), record]
      held.set(key, values.name)
      above.set(record, { id: record, path, closedAt: null })
      places.push(
        wholePlace(county, words, { record, values, path, keeper }, { person: actor.person, now, at }),
      )
      written.push({ record, done: true, before: null })
    }
  }
  await insertPlaces(tx, county, places)
  const added = new Set(places.map(({ id }) => id))
  const events = wanted.flatMap(({ record, values }): EventDraft[] => {
    if (!added.has(record)) return []
    const { given: _, ...data } = values
    return [{ name: 'place.added', about: { kind: 'place', id: record }, data }]
  })
  return { rows: written, events }
}

type Words = (names: readonly string[]) => readonly string[]

/** The words of keepers and villages, each made once for a batch: hundreds of places share them. */
function sharedWords(): Words {
  const known = new Map<string, string[]>()
  return (names) => {
    const key = names.join('\n')
    const words = known.get(key) ?? searchTerms({ names, texts: [] })
    known.set(key, words)
    return words
  }
}

function wholePlace(
  county: string,
  words: Words,
  {
    record,
    values,
    path,
    keeper,
  }: { record: string; values: PlaceValues; path: string[]; keeper: Organisation },
  by: { person: string; now: Date; at: string },
): WholePlace {
  const { given: _, ...facts } = values
  const village = facts.village === null ? undefined : villageOf(facts.village)
  return {
    ...facts,
    id: record,
    path,
    nameOrder: pinyinOrder(facts.name),
    addedBy: by.person,
    addedAt: by.at,
    nameId: newId(by.now),
    key: nameKey(facts.name),
    forms: formsOf(county, facts.name, facts.village),
    terms: [
      ...new Set([
        ...wordsToFindBy(facts, { aliases: [], keeper: [], village: [] }),
        ...words([keeper.name, keeper.shortName]),
        ...words(village ? [village.name, village.township.name] : []),
      ]),
    ],
  }
}

/** Those of the organisations that may keep a place, for this actor, today. */
async function fitKeepers(
  { tx, actor, today }: Work,
  ids: readonly string[],
): Promise<Map<string, Organisation>> {
  const organisations = await organisationsByIds(tx, [...new Set(ids)])
  const fit = organisations.filter(
    ({ id, closedOn }) => (closedOn === null || closedOn > today) && may(actor, 'place.manage', [id]),
  )
  return new Map(fit.map((one) => [one.id, one]))
}

/** Takes over into places that are there what a file says otherwise. */
export async function mergePlaceRows(work: Work, rows: Rows): Promise<WrittenRows> {
  const { tx, actor } = work
  const { county } = actor
  await holdRegister(tx, county)
  const places = new Map(
    (
      await placesByIds(
        tx,
        rows.map(({ record }) => record),
      )
    ).map((one) => [one.id, one]),
  )
  const values = (row: Rows[number]) => row.values as unknown as PlaceValues
  const keepers = await fitKeepers(work, [
    ...rows.map((row) => values(row).keeper),
    ...[...places.values()].map(({ keeper }) => keeper),
  ])
  const written: Written[] = []
  const events: EventDraft[] = []
  for (const row of rows) {
    const place = places.get(row.record)
    if (!place || place.closedAt !== null) {
      written.push(refused(row.record, placeRemarks.goneSince()))
      continue
    }
    const changes = changesFor(place, values(row))
    const facts: PlaceRow = {
      ...place,
      ...Object.fromEntries(changes.map(({ item, after }) => [item, after])),
    }
    const known = keepers.has(place.keeper) && keepers.has(facts.keeper)
    if (!known || changes.length === 0) {
      written.push(refused(row.record, known ? placeRemarks.nothingToMerge() : placeRemarks.keeperGone()))
      continue
    }
    if (facts.village !== place.village) await retellForms(work, place.id, facts.village)
    const terms = await tellTerms(tx, facts)
    const changed = Object.fromEntries(changes.map(({ item, after }) => [item, after]))
    const version = await updatePlace(tx, place.id, { ...changed, terms })
    const was = Object.fromEntries(changes.map(({ item, before }) => [item, before]))
    places.set(place.id, { ...facts, version })
    written.push({ record: place.id, done: true, before: { ...was, version: place.version } })
    events.push({ name: 'place.changed', about: { kind: 'place', id: place.id }, data: { version, changes } })
  }
  return { rows: written, events }
}

async function retellForms({ tx, actor }: Work, place: string, village: string | null): Promise<void> {
  for (const { id, text } of await namesOfPlaces(tx, [place])) {
    await rewriteForms(tx, actor.county, id, formsOf(actor.county, text, village))
  }
}

/** Takes places out of the register again, and gives others back what stood there. */
export async function takeBackPlaceRows(
  work: Work,
  rows: Parameters<ImportKind['takeBack']>[1],
): Promise<WrittenRows> {
  const { tx, actor } = work
  await holdRegister(tx, actor.county)
  const places = new Map(
    (
      await placesByIds(
        tx,
        rows.map(({ record }) => record),
      )
    ).map((one) => [one.id, one]),
  )
  const mine = (place: PlaceRow | undefined) => place && may(actor, 'place.manage', [place.keeper])
  const written = new Map<string, Written>()
  const events: EventDraft[] = []
  const toRemove: string[] = []
  for (const { record, before } of rows) {
    const place = places.get(record)
    if (!place || !mine(place))
      written.set(record, refused(record, place ? placeRemarks.keeperGone() : placeRemarks.goneSince()))
    else if (before === null) toRemove.push(record)
    else {
      const { version, ...was } = before as Partial<PlaceFacts> & { version: number }
      const facts: PlaceRow = { ...place, ...was }
      if (facts.village !== place.village) await retellForms(work, record, facts.village)
      await restorePlace(tx, record, { ...was, version }, await tellTerms(tx, facts))
      const changes = Object.entries(was).map(([item, after]) => ({
        item,
        before: place[item as keyof PlaceFacts],
        after,
      }))
      events.push({
        name: 'place.change-undone',
        about: { kind: 'place', id: record },
        data: { version, changes },
      })
      written.set(record, { record, done: true, before: null })
    }
  }
  // Below first: what holds another place goes after it.
  const order = toRemove.toSorted(
    (a, b) => (places.get(b)?.path.length ?? 0) - (places.get(a)?.path.length ?? 0),
  )
  const kept = await removeEach(tx, order, (ids) => removePlaces(tx, ids))
  for (const record of toRemove) {
    if (kept.has(record)) written.set(record, refused(record, placeRemarks.holdsOthers()))
    else {
      written.set(record, { record, done: true, before: null })
      const { name = '' } = places.get(record) ?? {}
      events.push({ name: 'place.taken-back', about: { kind: 'place', id: record }, data: { name } })
    }
  }
  return { rows: rows.flatMap(({ record }) => written.get(record) ?? []), events }
}
