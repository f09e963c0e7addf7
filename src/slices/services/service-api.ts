import { may } from '#platform/auth/actor.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { namesOfPeople } from '#slices/people'
import { addService } from './add-service.ts'
import { changeService } from './change-service.ts'
import { checkService } from './check-service.ts'
import { freshnessOf } from './freshness-store.ts'
import { restoreService } from './restore-service.ts'
import { serviceRoutes } from './service-contract.ts'
import { historyOf } from './service-history.ts'
import { countsOfServices, listServices } from './service-list-store.ts'
import { servicesByIds } from './service-store.ts'
import { keeperNames, showService, showServices } from './service-view.ts'
import { setFreshness } from './set-freshness.ts'
import { aService } from './take-service.ts'
import { withdrawService } from './withdraw-service.ts'

export const serviceApi = [
  answer(serviceRoutes.list, async ({ tx, actor, query, now }) => {
    const today = dayOf(now)
    const freshness = await freshnessOf(tx)
    const question = { filter: query, own: actor.organisations, today, freshness }
    const { rows, total, next } = await listServices(tx, question, query)
    return { items: await showServices(tx, actor, rows, today), total, next }
  }),
  answer(serviceRoutes.counts, async ({ tx, actor, now }) => {
    const freshness = await freshnessOf(tx)
    const question = { own: actor.organisations, today: dayOf(now), freshness }
    const { keepers, ...counts } = await countsOfServices(tx, question)
    const names = await keeperNames(
      tx,
      actor.language,
      keepers.map(({ id }) => id),
    )
    return { ...counts, keepers: keepers.map(({ id, ...numbers }) => ({ ...names(id), ...numbers })) }
  }),
  answer(serviceRoutes.freshness, async ({ tx, actor }) => {
    const { staleAfter, hideAfter, person, at } = await freshnessOf(tx)
    const names = person === null ? new Map() : await namesOfPeople(tx, [person])
    const setBy = person === null ? null : { id: person, name: names.get(person) ?? '—' }
    return { staleAfter, hideAfter, setBy, setAt: at, maySet: may(actor, 'service.set-freshness') }
  }),
  obey(serviceRoutes.setFreshness, setFreshness),
  answer(serviceRoutes.get, async ({ tx, actor, params, now }) => {
    const [service] = await servicesByIds(tx, [params.service])
    if (!service) throw notFound(aService)
    return showService(tx, actor, service, dayOf(now))
  }),
  answer(serviceRoutes.history, async ({ tx, actor, params }) => {
    const [service] = await servicesByIds(tx, [params.service])
    if (!service) throw notFound(aService)
    return { items: await historyOf(tx, actor, service.id) }
  }),
  obey(serviceRoutes.add, addService),
  obey(serviceRoutes.change, changeService),
  obey(serviceRoutes.check, checkService),
  obey(serviceRoutes.withdraw, withdrawService),
  obey(serviceRoutes.restore, restoreService),
]
