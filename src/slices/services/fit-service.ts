import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { nameKey, placesByIds } from '#slices/places'
import type { ServiceFacts, ServicePlace } from './service.ts'
import {
  costMissing,
  keeperClosed,
  serviceNameHeld,
  nameSaysNothing,
  placeUnfit,
} from './service-problems.ts'
import { holderOfName } from './service-store.ts'

/** Throws where an organisation cannot give a service: it is not there, closed, or beyond the actor's reach. */
export async function refuseUnfitKeeper({ tx, actor, today }: Work, keeper: string): Promise<void> {
  const [organisation] = await organisationsByIds(tx, [keeper])
  if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
  if (!may(actor, 'service.manage', [keeper])) throw notAllowed('service.manage')
  const { closedOn } = organisation
  if (closedOn !== null && closedOn <= today) throw keeperClosed(nameIn(organisation, actor.language))
}

/** Throws where nobody of the county has this id. */
export async function refuseUnknownPerson({ tx }: Work, person: string | null): Promise<void> {
  if (person === null) return
  const names = await namesOfPeople(tx, [person])
  if (!names.has(person)) throw notFound({ zh: '这个人', en: 'This person' })
}

/** Throws where a place is not there, or closed; those in `already` stood on the card before and may stay. */
export async function refuseUnfitPlaces(
  { tx }: Work,
  places: readonly ServicePlace[],
  already: readonly ServicePlace[] = [],
): Promise<void> {
  const stood = new Set(already.map(({ place }) => place))
  const ids = places.map(({ place }) => place)
  const found = new Map((await placesByIds(tx, ids)).map((place) => [place.id, place]))
  for (const id of ids) {
    const place = found.get(id)
    if (!place) throw notFound({ zh: '这处阵地', en: 'This place' })
    if (place.closedAt !== null && !stood.has(id)) throw placeUnfit(place.name)
  }
}

/** Throws where the name says nothing, or another card of the organisation has it. */
export async function refuseHeldName(
  { tx }: Work,
  { name, keeper }: Pick<ServiceFacts, 'name' | 'keeper'>,
  except?: string,
): Promise<void> {
  if (nameKey(name) === '') throw nameSaysNothing()
  const holder = await holderOfName(tx, { name, keeper, except })
  if (holder) throw serviceNameHeld(name, holder)
}

/** Throws where a service is not free and nobody says what it costs. */
export function refuseUntoldCost({ free, cost }: Pick<ServiceFacts, 'free' | 'cost'>): void {
  if (!free && cost === null) throw costMissing()
}
