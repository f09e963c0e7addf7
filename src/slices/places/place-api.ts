import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { addPlace } from './add-place.ts'
import { alsoCallPlace } from './also-call-place.ts'
import { changePlace } from './change-place.ts'
import { closePlace } from './close-place.ts'
import { areasOf, villagesOf } from './county-areas.ts'
import { dropPlaceName } from './drop-place-name.ts'
import { movePlace } from './move-place.ts'
import { placeRoutes } from './place-contract.ts'
import { historyOf } from './place-history.ts'
import { countsOfPlaces, listPlaces } from './place-list-store.ts'
import { placesByIds } from './place-store.ts'
import { keeperNames, showPlace, showPlaces } from './place-view.ts'
import { reopenPlace } from './reopen-place.ts'
import { aPlace } from './take-place.ts'

export const placeApi = [
  answer(placeRoutes.list, async ({ tx, actor, query }) => {
    const question = { filter: query, own: actor.organisations }
    const { rows, total, next } = await listPlaces(tx, question, query)
    return { items: await showPlaces(tx, actor, rows), total, next }
  }),
  answer(placeRoutes.counts, async ({ tx, actor }) => {
    const { keepers, townships, ...counts } = await countsOfPlaces(tx)
    const names = await keeperNames(
      tx,
      actor,
      keepers.map(({ id }) => id),
    )
    const held = new Map(townships.map(({ code, count }) => [code, count]))
    const known = areasOf(actor.county)?.townships ?? townships.map(({ code }) => ({ code, name: code }))
    return {
      ...counts,
      keepers: keepers.map(({ id, count }) => ({ ...names(id), count })),
      townships: known.map(({ code, name }) => ({ code, name, count: held.get(code) ?? 0 })),
    }
  }),
  answer(placeRoutes.villages, async ({ actor }) => ({ items: villagesOf(actor.county) })),
  answer(placeRoutes.get, async ({ tx, actor, params }) => {
    const [place] = await placesByIds(tx, [params.place])
    if (!place) throw notFound(aPlace)
    return showPlace(tx, actor, place)
  }),
  answer(placeRoutes.history, async ({ tx, actor, params }) => {
    const [place] = await placesByIds(tx, [params.place])
    if (!place) throw notFound(aPlace)
    return { items: await historyOf(tx, actor, place.id) }
  }),
  obey(placeRoutes.add, addPlace),
  obey(placeRoutes.change, changePlace),
  obey(placeRoutes.move, movePlace),
  obey(placeRoutes.close, closePlace),
  obey(placeRoutes.reopen, reopenPlace),
  obey(placeRoutes.alsoCall, alsoCallPlace),
  obey(placeRoutes.dropName, dropPlaceName),
]
