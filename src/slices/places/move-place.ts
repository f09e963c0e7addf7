import { command } from '#platform/commands/command.ts'
import { eventsOf } from '#platform/events/event-store.ts'
import { notFound } from '#platform/http/problems.ts'
import { namesOfPeople } from '#slices/people'
import { faultOfMove } from './place.ts'
import { movePlaceInput } from './place-contract.ts'
import { cannotStandThere, nothingChanged, placeWasChanged } from './place-problems.ts'
import { hangUnder, levelsBelow, placesByIds } from './place-store.ts'
import { keeperOf, takeOpenPlace, thePlaceAbove } from './take-place.ts'

/** Moves a place, with all that it holds, below another one or to the top. */
export const movePlace = command('place.move', {
  may: { permission: 'place.manage', at: keeperOf },
  input: movePlaceInput,
  event: 'place.moved',
  async decide(work, { place: id, before, after }) {
    const { tx } = work
    const place = await takeOpenPlace(work, id)
    if (place.parent !== before) {
      const [above] = place.parent === null ? [] : await placesByIds(tx, [place.parent])
      const event = (await eventsOf(tx, { kind: 'place', id })).findLast(({ name }) => name === 'place.moved')
      const names = await namesOfPeople(tx, event?.person ? [event.person] : [])
      const by = names.get(event?.person ?? '') ?? null
      throw placeWasChanged([{ item: 'parent', now: above?.name ?? null, by, at: event?.at ?? null }])
    }
    if (after === before) throw nothingChanged()
    const [parent] = after === null ? [] : await placesByIds(tx, [after])
    if (after !== null && !parent) throw notFound(thePlaceAbove)
    const fault = faultOfMove(place, parent ?? null, await levelsBelow(tx, place))
    if (fault) throw cannotStandThere(fault, place.name, parent?.name ?? '')
    const version = await hangUnder(tx, place, parent ?? null)
    return {
      result: { id, version },
      event: { about: { kind: 'place', id }, data: { version, before, after } },
    }
  },
})
