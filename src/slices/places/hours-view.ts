import type { z } from 'zod'
import { type Actor, may } from '#platform/auth/actor.ts'
import { addDays, dayOf, holidayName, isAnnounced } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { namesOfPeople } from '#slices/people'
import type { hoursRoutes, openStateShape } from './hours-contract.ts'
import { exceptionsOf, hoursOfPlaces, saidHours } from './hours-store.ts'
import { exceptionOn, openState, spansByDay } from './opening-hours.ts'
import type { PlaceRow } from './place-store.ts'

type State = z.input<typeof openStateShape>

/** So many days are shown, today first. */
const daysShown = 14

/** What these places are now; each is in the map. A closed place is given up, whatever its hours were. */
export async function openStates(
  tx: Tx,
  places: readonly Pick<PlaceRow, 'id' | 'closedAt'>[],
  now: Date,
): Promise<Map<string, State>> {
  const ids = places.map(({ id }) => id)
  const hours = await hoursOfPlaces(tx, ids, addDays(dayOf(now), -1))
  return new Map(
    places.map(({ id, closedAt }): [string, State] => {
      const held = hours.get(id)
      if (closedAt !== null) return [id, { is: 'given-up' }]
      return [id, held ? inWords(openState(held, now)) : { is: 'unknown' }]
    }),
  )
}

function inWords(state: ReturnType<typeof openState>): State {
  switch (state.is) {
    case 'open':
      return { is: 'open', until: state.until?.toISOString() ?? null }
    case 'closed':
      return { ...state, next: state.next?.toISOString() ?? null }
    case 'unknown':
      return state
  }
}

/** When a place is open: what was said, and what comes of it in the next two weeks. */
export async function showHours(
  tx: Tx,
  actor: Actor,
  place: PlaceRow,
  now: Date,
): Promise<z.input<typeof hoursRoutes.get.response>> {
  const today = dayOf(now)
  const said = await saidHours(tx, place.id)
  const exceptions = await exceptionsOf(tx, [place.id], today)
  const hours = { rules: said.rules, exceptions }
  const names = await namesOfPeople(
    tx,
    [said.person, ...exceptions.map(({ person }) => person)].flatMap((person) => person ?? []),
  )
  const named = (person: string | null) => (person ? { id: person, name: names.get(person) ?? '—' } : null)
  const days = [...spansByDay(hours, today, addDays(today, daysShown - 1))]
  return {
    version: said.version,
    state: (await openStates(tx, [place], now)).get(place.id) ?? { is: 'unknown' },
    rules: said.rules,
    exceptions: exceptions.map(({ id, first, last, spans, reason, person }) => ({
      id,
      first,
      last,
      spans,
      reason,
      person: named(person),
    })),
    days: days.map(([day, spans]) => ({
      day,
      spans,
      holiday: holidayName(day),
      reason: exceptionOn(hours, day)?.reason ?? null,
    })),
    announced: days.every(([day]) => isAnnounced(day)),
    said: said.at === null ? null : { person: named(said.person), at: said.at },
    mayChange: place.closedAt === null && may(actor, 'place.manage', [place.keeper]),
  }
}
