import { command, type Work } from '#platform/commands/command.ts'
import type { Conflict } from '#platform/http/changed-meanwhile.ts'
import { whoLastChanged } from '#slices/people'
import { pinyinOrder } from '#slices/places'
import {
  refuseHeldName,
  refuseUnfitKeeper,
  refuseUnfitPlaces,
  refuseUnknownPerson,
  refuseUntoldCost,
} from './fit-service.ts'
import { conflictsOf, type FactChange, type FactItem, type ServiceFacts, withChanges } from './service.ts'
import { changeServiceInput } from './service-contract.ts'
import { wordsOf } from './service-facts-in-words.ts'
import { nothingChanged, serviceWasChanged } from './service-problems.ts'
import { type ServiceRow, updateFacts } from './service-store.ts'
import { tellDirectory } from './service-words.ts'
import { keeperOf, takeOfferedService } from './take-service.ts'

/**
 * Changes what is said of a service. Each change says what its sender saw; where something else stands there now,
 * nothing is changed and the sender learns what stands there, and by whom. A card that is given to another keeper is
 * given by somebody whose permission reaches both. A change is not a check: who corrects a number has not read the rest.
 */
export const changeService = command('service.change', {
  may: { permission: 'service.manage', at: keeperOf },
  input: changeServiceInput,
  event: 'service.changed',
  async decide(work, input) {
    const { tx, actor } = work
    const service = await takeOfferedService(work, input.service)
    const conflicts = conflictsOf(service, input.changes)
    if (conflicts.length > 0) throw serviceWasChanged(await conflictsInWords(work, service, conflicts))
    const { facts, changes } = withChanges(service, input.changes)
    if (changes.length === 0) throw nothingChanged()
    await refuseUnfit(work, service, facts)
    const nameOrder = facts.name === service.name ? service.nameOrder : pinyinOrder(facts.name)
    const version = await updateFacts(tx, actor.county, service.id, { ...facts, nameOrder })
    await tellDirectory(tx, actor.county, { ...service, ...facts, nameOrder })
    return {
      result: { id: service.id, version },
      event: { about: { kind: 'service', id: service.id }, data: { version, changes } },
    }
  },
})

async function refuseUnfit(work: Work, service: ServiceRow, facts: ServiceFacts): Promise<void> {
  if (facts.keeper !== service.keeper) await refuseUnfitKeeper(work, facts.keeper)
  if (facts.keeperPerson !== service.keeperPerson) await refuseUnknownPerson(work, facts.keeperPerson)
  await refuseUnfitPlaces(work, facts.places, service.places)
  if (facts.name !== service.name || facts.keeper !== service.keeper) {
    await refuseHeldName(work, facts, service.id)
  }
  refuseUntoldCost(facts)
}

async function conflictsInWords(
  { tx, actor }: Work,
  service: ServiceRow,
  conflicts: readonly FactChange[],
): Promise<Conflict<FactItem>[]> {
  const items = conflicts.map(({ item }) => item)
  const last = await whoLastChanged(tx, { kind: 'service', id: service.id }, items)
  const words = await wordsOf(
    tx,
    actor.language,
    items.map((item) => [item, service[item]]),
  )
  return items.map((item) => ({ item, now: words(item, service[item]), ...last(item) }))
}
