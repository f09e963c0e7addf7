import { command } from '#platform/commands/command.ts'
import { addPieceInput } from './equipment-contract.ts'
import { numberIsHeld } from './equipment-problems.ts'
import { insertPiece, numberHeld } from './equipment-store.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/** Registers a piece that a place lends, by the number on its sticker. */
export const addPiece = command('equipment.add', {
  may: { permission: 'place.manage', at: keeperOf },
  input: addPieceInput,
  event: 'place.equipment-added',
  async decide(work, { piece: id, place, ...facts }) {
    const { tx, actor, now } = work
    await takeOpenPlace(work, place)
    if (await numberHeld(tx, place, facts.number)) throw numberIsHeld(facts.number)
    const by = { county: actor.county, addedBy: actor.person, addedAt: now.toISOString() }
    await insertPiece(tx, { ...facts, id, place, ...by })
    const text = `${facts.name} ${facts.number}`
    return {
      result: { id },
      event: { about: { kind: 'place', id: place }, data: { piece: id, text, ...facts } },
    }
  },
})
