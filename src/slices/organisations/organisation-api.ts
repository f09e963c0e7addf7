import { type Actor, may } from '#platform/auth/actor.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { addOrganisation } from './add-organisation.ts'
import { alsoCallOrganisation } from './also-call-organisation.ts'
import { closeOrganisation } from './close-organisation.ts'
import { dropOrganisationName } from './drop-organisation-name.ts'
import type { Organisation } from './organisation.ts'
import { organisationRoutes } from './organisation-contract.ts'
import { findOrganisations, organisationsByIds, otherNamesOf, pathOf } from './organisation-store.ts'
import { renameOrganisation } from './rename-organisation.ts'

export const organisationApi = [
  answer(organisationRoutes.list, async ({ tx, query }) => {
    const items = await findOrganisations(tx, query)
    return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
  }),
  answer(organisationRoutes.get, async ({ tx, actor, params }) => {
    const path = await pathOf(tx, params.organisation)
    const all = new Map((await organisationsByIds(tx, path)).map((one) => [one.id, one]))
    const found = all.get(params.organisation)
    if (!found) throw notFound({ zh: '这个组织', en: 'This organisation' })
    const ancestors = path.slice(0, -1).flatMap((id) => all.get(id) ?? [])
    return {
      ...found,
      ancestors,
      actions: actionsFor(found, actor),
      alsoCalled: await otherNamesOf(tx, found.id),
      mayName: !found.closedOn && may(actor, 'organisation.name', [found.id]),
    }
  }),
  obey(organisationRoutes.add, addOrganisation),
  obey(organisationRoutes.rename, renameOrganisation),
  obey(organisationRoutes.close, closeOrganisation),
  obey(organisationRoutes.alsoCall, alsoCallOrganisation),
  obey(organisationRoutes.dropName, dropOrganisationName),
]

/** The county itself can be renamed and added to; only what stands below something can be closed. */
function actionsFor(organisation: Organisation, actor: Actor): ('add' | 'rename' | 'close')[] {
  if (!may(actor, 'organisation.manage', [organisation.id]) || organisation.closedOn) return []
  return organisation.parent === null ? ['add', 'rename'] : ['add', 'rename', 'close']
}
