import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { pinyinOrder } from '#slices/places'
import {
  refuseHeldName,
  refuseUnfitKeeper,
  refuseUnfitPlaces,
  refuseUnknownPerson,
  refuseUntoldCost,
} from './fit-service.ts'
import { addServiceInput } from './service-contract.ts'
import { holdCards, insertCheck, insertService } from './service-store.ts'
import { tellDirectory } from './service-words.ts'

/** Adds a card. The permission must reach the organisation that gives the service. Who writes a card has checked it. */
export const addService = command('service.add', {
  may: { permission: 'service.manage', at: async (_work, input) => [input.keeper] },
  input: addServiceInput,
  event: 'service.added',
  async decide(work, input) {
    const { tx, actor, now, today } = work
    const { county, person } = actor
    await holdCards(tx, county)
    const { service: id, ...facts } = input
    await refuseUnfitKeeper(work, facts.keeper)
    await refuseUnknownPerson(work, facts.keeperPerson)
    await refuseUnfitPlaces(work, facts.places)
    await refuseHeldName(work, facts)
    refuseUntoldCost(facts)
    const at = now.toISOString()
    const written = { ...facts, id, nameOrder: pinyinOrder(facts.name), checkedOn: today }
    await insertService(tx, county, { ...written, addedBy: person, addedAt: at })
    await insertCheck(tx, { county, id: newId(now), service: id, day: today, person, at })
    await tellDirectory(tx, county, { ...written, withdrawnAt: null })
    return { result: { id, version: 1 }, event: { about: { kind: 'service', id }, data: facts } }
  },
})
