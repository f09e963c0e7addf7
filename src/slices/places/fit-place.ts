import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { villageFault } from './county-areas.ts'
import { nameKey } from './place-name.ts'
import { holdersOf } from './place-name-store.ts'
import { keeperClosed, nameHeld, nameSaysNothing, villageUnfit } from './place-problems.ts'

/** Throws where an organisation cannot keep a place: it is not there, closed, or beyond the actor's reach. */
export async function refuseUnfitKeeper({ tx, actor, today }: Work, keeper: string): Promise<void> {
  const [organisation] = await organisationsByIds(tx, [keeper])
  if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
  if (!may(actor, 'place.manage', [keeper])) throw notAllowed('place.manage')
  const { closedOn } = organisation
  if (closedOn !== null && closedOn <= today) throw keeperClosed(nameIn(organisation, actor.language))
}

/** Throws where nobody of the county has this id. */
export async function refuseUnknownPerson({ tx }: Work, person: string | null): Promise<void> {
  if (person === null) return
  const names = await namesOfPeople(tx, [person])
  if (!names.has(person)) throw notFound({ zh: '这个人', en: 'This person' })
}

/** Throws where the county has no such village. */
export function refuseUnfitVillage({ actor }: Work, village: string | null): void {
  const fault = village === null ? null : villageFault(actor.county, village)
  if (fault && village) throw villageUnfit(fault, village)
}

/** Throws where another open place has this name, and says which; or where it says nothing. */
export async function refuseHeldName({ tx }: Work, text: string, except?: string): Promise<void> {
  const key = nameKey(text)
  if (key === '') throw nameSaysNothing()
  const [holder] = await holdersOf(tx, [key], except)
  if (holder) throw nameHeld(text, holder.placeName, holder.place)
}
