import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { addOrganisation } from './add-organisation.ts'
import { closeOrganisation } from './close-organisation.ts'
import { organisationRoutes } from './organisation-contract.ts'
import { findOrganisations, organisationsByIds, pathOf } from './organisation-store.ts'
import { renameOrganisation } from './rename-organisation.ts'

export const organisationApi = [
  answer(organisationRoutes.list, async ({ tx, query }) => {
    const items = await findOrganisations(tx, query)
    return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
  }),
  answer(organisationRoutes.get, async ({ tx, params }) => {
    const path = await pathOf(tx, params.organisation)
    const all = new Map((await organisationsByIds(tx, path)).map((one) => [one.id, one]))
    const found = all.get(params.organisation)
    if (!found) throw notFound({ zh: '这个组织', en: 'This organisation' })
    return { ...found, ancestors: path.slice(0, -1).flatMap((id) => all.get(id) ?? []) }
  }),
  obey(organisationRoutes.add, addOrganisation),
  obey(organisationRoutes.rename, renameOrganisation),
  obey(organisationRoutes.close, closeOrganisation),
]
