import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { newId } from '#platform/records/new-id.ts'
import { refuseHeldName, refuseUnfitKeeper, refuseUnfitVillage, refuseUnknownPerson } from './fit-place.ts'
import { pinyinOrder } from './pinyin-order.ts'
import { faultOfMove } from './place.ts'
import { addPlaceInput } from './place-contract.ts'
import { nameKey } from './place-name.ts'
import { insertName } from './place-name-store.ts'
import { cannotStandThere } from './place-problems.ts'
import { holdRegister, insertPlace, placesByIds } from './place-store.ts'
import { formsOf, tellTerms } from './place-words.ts'
import { thePlaceAbove } from './take-place.ts'

/**
 * Registers a place. The permission must reach the organisation that keeps it; the place above may be anybody's: a
 * union's rest station stands in a community that the community keeps.
 */
export const addPlace = command('place.add', {
  may: { permission: 'place.manage', at: async (_work, input) => [input.keeper] },
  input: addPlaceInput,
  event: 'place.added',
  async decide(work, input) {
    const { tx, actor, now } = work
    const { county } = actor
    await holdRegister(tx, county)
    const { place: id, parent: above, ...facts } = input
    const [parent] = above === null ? [] : await placesByIds(tx, [above])
    if (above !== null && !parent) throw notFound(thePlaceAbove)
    await refuseUnfitKeeper(work, facts.keeper)
    await refuseUnknownPerson(work, facts.keeperPerson)
    refuseUnfitVillage(work, facts.village)
    await refuseHeldName(work, facts.name)
    const standing = { id, path: [id], closedAt: null }
    const fault = faultOfMove(standing, parent ?? null, 0)
    if (fault) throw cannotStandThere(fault, facts.name, parent?.name ?? '')
    const at = now.toISOString()
    const path = [...(parent?.path ?? []), id]
    const written = { ...facts, id, parent: above, path, nameOrder: pinyinOrder(facts.name) }
    const terms = await tellTerms(tx, written)
    await insertPlace(tx, county, { ...written, addedBy: actor.person, addedAt: at }, terms)
    const name = {
      id: newId(now),
      place: id,
      own: true,
      text: facts.name,
      key: nameKey(facts.name),
      source: null,
      aboutKind: null,
      aboutId: null,
      person: actor.person,
      at,
    }
    await insertName(tx, county, name, formsOf(county, facts.name, facts.village))
    return {
      result: { id, version: 1 },
      event: { about: { kind: 'place', id }, data: { ...facts, parent: above } },
    }
  },
})
