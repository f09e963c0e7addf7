import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { dropPlaceNameInput } from './place-contract.ts'
import { dropName, namesOfPlaces } from './place-name-store.ts'
import { ownNameStays } from './place-problems.ts'
import { updatePlace } from './place-store.ts'
import { tellTerms } from './place-words.ts'
import { keeperOf, takePlace } from './take-place.ts'

/** Drops a name by which a place is also called; the ledger keeps who added it and who dropped it. */
export const dropPlaceName = command('place.drop-name', {
  may: { permission: 'place.name', at: keeperOf },
  input: dropPlaceNameInput,
  event: 'place.name-dropped',
  async decide(work, { place: id, name }) {
    const { tx, actor, now } = work
    const place = await takePlace(work, id)
    const found = (await namesOfPlaces(tx, [id])).find((one) => one.id === name)
    if (!found) throw notFound({ zh: '这个名称', en: 'This name' })
    if (found.own) throw ownNameStays()
    await dropName(tx, name, { person: actor.person, at: now.toISOString() })
    const version = await updatePlace(tx, id, { terms: await tellTerms(tx, place) })
    const { text, source } = found
    return {
      result: { id: name, version },
      event: { about: { kind: 'place', id }, data: { version, name, text, source } },
    }
  },
})
