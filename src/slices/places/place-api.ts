import { may } from '#platform/auth/actor.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { addPiece } from './add-piece.ts'
import { addPlace } from './add-place.ts'
import { addRoom } from './add-room.ts'
import { alsoCallPlace } from './also-call-place.ts'
import { changePlace } from './change-place.ts'
import { changeRoom } from './change-room.ts'
import { closePlace } from './close-place.ts'
import { closeRoom } from './close-room.ts'
import { areasOf, villagesOf } from './county-areas.ts'
import { dropDays } from './drop-exception.ts'
import { dropPlaceName } from './drop-place-name.ts'
import { equipmentRoutes } from './equipment-contract.ts'
import { showEquipment } from './equipment-view.ts'
import { exceptDays } from './except-days.ts'
import { hoursRoutes } from './hours-contract.ts'
import { showHours } from './hours-view.ts'
import { lendPiece } from './lend-piece.ts'
import { movePlace } from './move-place.ts'
import { placeRoutes } from './place-contract.ts'
import { historyOf } from './place-history.ts'
import { countsOfPlaces, listPlaces } from './place-list-store.ts'
import { placesByIds, type PlaceRow } from './place-store.ts'
import { keeperNames, showPlace, showPlaces } from './place-view.ts'
import { reopenPlace } from './reopen-place.ts'
import { retirePiece } from './retire-piece.ts'
import { roomRoutes } from './room-contract.ts'
import { roomsOfPlaces, roomsToBook } from './room-store.ts'
import { showRooms } from './room-view.ts'
import { setHours } from './set-hours.ts'
import { takeBackPiece } from './take-back-piece.ts'
import { aPlace } from './take-place.ts'

async function placeOf(tx: Tx, id: string): Promise<PlaceRow> {
  const [place] = await placesByIds(tx, [id])
  if (!place) throw notFound(aPlace)
  return place
}

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
    return showPlace(tx, actor, await placeOf(tx, params.place))
  }),
  answer(placeRoutes.history, async ({ tx, actor, params }) => {
    const place = await placeOf(tx, params.place)
    return { items: await historyOf(tx, actor, place.id) }
  }),
  obey(placeRoutes.add, addPlace),
  obey(placeRoutes.change, changePlace),
  obey(placeRoutes.move, movePlace),
  obey(placeRoutes.close, closePlace),
  obey(placeRoutes.reopen, reopenPlace),
  obey(placeRoutes.alsoCall, alsoCallPlace),
  obey(placeRoutes.dropName, dropPlaceName),
  answer(hoursRoutes.get, async ({ tx, actor, params, now }) =>
    showHours(tx, actor, await placeOf(tx, params.place), now),
  ),
  obey(hoursRoutes.set, setHours),
  obey(hoursRoutes.except, exceptDays),
  obey(hoursRoutes.dropException, dropDays),
  answer(roomRoutes.ofPlace, async ({ tx, actor, params }) => {
    const place = await placeOf(tx, params.place)
    const open = (await roomsOfPlaces(tx, [place.id])).filter(({ closedAt }) => closedAt === null)
    const mayChange = place.closedAt === null && may(actor, 'place.manage', [place.keeper])
    return { items: await showRooms(tx, open), mayChange }
  }),
  answer(roomRoutes.list, async ({ tx, query }) => ({
    items: await showRooms(tx, await roomsToBook(tx, query)),
  })),
  obey(roomRoutes.add, addRoom),
  obey(roomRoutes.change, changeRoom),
  obey(roomRoutes.close, closeRoom),
  answer(equipmentRoutes.ofPlace, async ({ tx, actor, params, now }) =>
    showEquipment(tx, actor, await placeOf(tx, params.place), now),
  ),
  obey(equipmentRoutes.add, addPiece),
  obey(equipmentRoutes.lend, lendPiece),
  obey(equipmentRoutes.return, takeBackPiece),
  obey(equipmentRoutes.retire, retirePiece),
]
