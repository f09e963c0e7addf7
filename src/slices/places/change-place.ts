import { command, type Work } from '#platform/commands/command.ts'
import type { Conflict } from '#platform/http/changed-meanwhile.ts'
import { newId } from '#platform/records/new-id.ts'
import { whoLastChanged } from '#slices/people'
import { refuseHeldName, refuseUnfitKeeper, refuseUnfitVillage, refuseUnknownPerson } from './fit-place.ts'
import { pinyinOrder } from './pinyin-order.ts'
import { conflictsOf, type FactChange, type FactItem, type PlaceFacts, withChanges } from './place.ts'
import { changePlaceInput } from './place-contract.ts'
import { nameKey } from './place-name.ts'
import { dropName, insertName, namesOfPlaces, rewriteForms, rewriteOwnName } from './place-name-store.ts'
import { nothingChanged, placeWasChanged } from './place-problems.ts'
import { type PlaceRow, updatePlace } from './place-store.ts'
import { wordsOf } from './place-facts-in-words.ts'
import { formsOf, tellTerms } from './place-words.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/**
 * Changes what is said of a place. Each change says what its sender saw; where something else stands there now,
 * nothing is changed and the sender learns what stands there, and by whom. A place that is given to another keeper
 * is given by somebody whose permission reaches both.
 */
export const changePlace = command('place.change', {
  may: { permission: 'place.manage', at: keeperOf },
  input: changePlaceInput,
  event: 'place.changed',
  async decide(work, input) {
    const { tx } = work
    const place = await takeOpenPlace(work, input.place)
    const conflicts = conflictsOf(place, input.changes)
    if (conflicts.length > 0) throw placeWasChanged(await conflictsInWords(work, place, conflicts))
    const { facts, changes } = withChanges(place, input.changes)
    if (changes.length === 0) throw nothingChanged()
    await refuseUnfit(work, place, facts)
    await tellNames(work, place, facts, input.keepFormerName)
    const terms = await tellTerms(tx, { ...facts, id: place.id })
    const nameOrder = facts.name === place.name ? place.nameOrder : pinyinOrder(facts.name)
    const version = await updatePlace(tx, place.id, { ...pickFacts(facts), nameOrder, terms })
    return {
      result: { id: place.id, version },
      event: { about: { kind: 'place', id: place.id }, data: { version, changes } },
    }
  },
})

function pickFacts(facts: PlaceFacts): PlaceFacts {
  const { name, kind, village, keeper, keeperPerson, phone, address, accessibility, languages, note } = facts
  return { name, kind, village, keeper, keeperPerson, phone, address, accessibility, languages, note }
}

async function refuseUnfit(work: Work, place: PlaceRow, facts: PlaceFacts): Promise<void> {
  if (facts.keeper !== place.keeper) await refuseUnfitKeeper(work, facts.keeper)
  if (facts.keeperPerson !== place.keeperPerson) await refuseUnknownPerson(work, facts.keeperPerson)
  if (facts.village !== place.village) refuseUnfitVillage(work, facts.village)
  if (facts.name !== place.name) await refuseHeldName(work, facts.name, place.id)
}

/** The names follow: the own one is written anew, what all of them come down to depends on the town. */
async function tellNames(
  { tx, actor, now }: Work,
  place: PlaceRow,
  facts: PlaceFacts,
  keepFormer: boolean,
): Promise<void> {
  const { county, person } = actor
  const at = now.toISOString()
  const names = await namesOfPlaces(tx, [place.id])
  const own = names.find((name) => name.own)
  if (!own) throw new Error(`place ${place.id} has no name of its own`)
  if (facts.name !== place.name) {
    const key = nameKey(facts.name)
    // What was an alias is now the name: it stands once.
    const taken = names.find((name) => !name.own && name.key === key)
    if (taken) await dropName(tx, taken.id, { person, at })
    const forms = formsOf(county, facts.name, facts.village)
    await rewriteOwnName(tx, county, { id: own.id, text: facts.name, key, person, at }, forms)
    if (keepFormer && own.key !== key) {
      const former = { ...own, id: newId(now), own: false, source: 'former' as const, person, at }
      await insertName(tx, county, former, formsOf(county, own.text, facts.village))
    }
  }
  if (facts.village === place.village) return
  for (const { id, text } of await namesOfPlaces(tx, [place.id])) {
    await rewriteForms(tx, county, id, formsOf(county, text, facts.village))
  }
}

async function conflictsInWords(
  { tx, actor }: Work,
  place: PlaceRow,
  conflicts: readonly FactChange[],
): Promise<Conflict<FactItem>[]> {
  const items = conflicts.map(({ item }) => item)
  const last = await whoLastChanged(tx, { kind: 'place', id: place.id }, items)
  const words = await wordsOf(
    tx,
    actor.language,
    items.map((item) => [item, place[item]]),
  )
  return items.map((item) => ({ item, now: words(item, place[item]), ...last(item) }))
}
