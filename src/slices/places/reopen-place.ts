import { command } from '#platform/commands/command.ts'
import { faultOfMove } from './place.ts'
import { reopenPlaceInput } from './place-contract.ts'
import { holdersOf, namesOfPlaces, setLive } from './place-name-store.ts'
import { cannotStandThere, nameHeld, placeOpen } from './place-problems.ts'
import { endClosure, placesByIds, updatePlace } from './place-store.ts'
import { keeperOf, takePlace } from './take-place.ts'

/**
 * Reopens a place: its names mean it again. Refused where another place took one of them meanwhile, or where the
 * place above is closed; each says which.
 */
export const reopenPlace = command('place.reopen', {
  may: { permission: 'place.manage', at: keeperOf },
  input: reopenPlaceInput,
  event: 'place.reopened',
  async decide(work, { place: id }) {
    const { tx, actor, now } = work
    const place = await takePlace(work, id)
    if (place.closedAt === null) throw placeOpen(place.name)
    const [parent] = place.parent === null ? [] : await placesByIds(tx, [place.parent])
    const fault = faultOfMove(place, parent ?? null, 0)
    if (fault) throw cannotStandThere(fault, place.name, parent?.name ?? '')
    const keys = (await namesOfPlaces(tx, [id])).map(({ key }) => key)
    const [holder] = await holdersOf(tx, keys, id)
    if (holder) throw nameHeld(holder.text, holder.placeName, holder.place)
    await endClosure(tx, id, { person: actor.person, at: now.toISOString() })
    await setLive(tx, id, true)
    const version = await updatePlace(tx, id, { closedAt: null })
    return { result: { id, version }, event: { about: { kind: 'place', id }, data: { version } } }
  },
})
