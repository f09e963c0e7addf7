import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { closePlaceInput } from './place-contract.ts'
import { setLive } from './place-name-store.ts'
import { holdsOpenPlaces } from './place-problems.ts'
import { countBelow, insertClosure, openBelow, updatePlace } from './place-store.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/** So many of the places below are named to whoever may not close yet. */
const mostNamed = 5

/** Closes a place. Its records and names stay, its names mean it no longer. Refused while it holds open places. */
export const closePlace = command('place.close', {
  may: { permission: 'place.manage', at: keeperOf },
  input: closePlaceInput,
  event: 'place.closed',
  async decide(work, { place: id, reason }) {
    const { tx, actor, now } = work
    const place = await takeOpenPlace(work, id)
    const below = (await countBelow(tx, [id])).get(id) ?? 0
    if (below > 0) {
      const names = (await openBelow(tx, id, mostNamed)).map(({ name }) => name)
      throw holdsOpenPlaces(place.name, names, below)
    }
    const at = now.toISOString()
    const { county, person } = actor
    await insertClosure(tx, { county, id: newId(now), place: id, reason, person, at })
    await setLive(tx, id, false)
    const version = await updatePlace(tx, id, { closedAt: at })
    return {
      result: { id, version },
      event: { about: { kind: 'place', id }, data: { version, reason } },
    }
  },
})
