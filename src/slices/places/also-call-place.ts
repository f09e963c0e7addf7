import { command } from '#platform/commands/command.ts'
import { refuseHeldName } from './fit-place.ts'
import { alsoCallPlaceInput } from './place-contract.ts'
import { nameKey } from './place-name.ts'
import { insertName, namesOfPlaces } from './place-name-store.ts'
import { tooManyNames } from './place-problems.ts'
import { updatePlace } from './place-store.ts'
import { formsOf, tellTerms } from './place-words.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

const mostNames = 30

/**
 * Says how a place is also called, and where that was found. A name that the place has already is not added twice;
 * one that another open place of the county has is refused, and the answer says which.
 */
export const alsoCallPlace = command('place.also-call', {
  may: { permission: 'place.name', at: keeperOf },
  input: alsoCallPlaceInput,
  event: 'place.named',
  async decide(work, { place: id, name, text, source, about }) {
    const { tx, actor, now } = work
    const { county, person } = actor
    const place = await takeOpenPlace(work, id)
    await refuseHeldName(work, text, id)
    const key = nameKey(text)
    const names = await namesOfPlaces(tx, [id])
    const known = names.find((one) => one.key === key)
    if (!known) {
      if (names.length > mostNames) throw tooManyNames(mostNames)
      const found = { aboutKind: about?.kind ?? null, aboutId: about?.id ?? null }
      const written = { id: name, place: id, own: false, text, key, source, ...found }
      const forms = formsOf(county, text, place.village)
      await insertName(tx, county, { ...written, person, at: now.toISOString() }, forms)
    }
    const version = known ? place.version : await updatePlace(tx, id, { terms: await tellTerms(tx, place) })
    return {
      result: { id: known?.id ?? name, version },
      event: {
        about: { kind: 'place', id },
        data: { version, name: known?.id ?? name, text, source, about },
      },
    }
  },
})
