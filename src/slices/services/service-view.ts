import type { z } from 'zod'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { placesByIds } from '#slices/places'
import { freshnessOf } from './freshness-store.ts'
import { hoursInWords } from './own-hours.ts'
import { actionsFor, stateOf, termsOf } from './service.ts'
import type { serviceRow, serviceShape } from './service-contract.ts'
import { type ServiceRow, withdrawalOf } from './service-store.ts'

type Shown = z.input<typeof serviceRow>

/** Names of organisations in the reader's language, asked for in one go. */
export async function keeperNames(tx: Tx, language: Language, ids: readonly string[]) {
  const names = new Map(
    (await organisationsByIds(tx, [...new Set(ids)])).map((one) => [one.id, nameIn(one, language)]),
  )
  return (id: string) => ({ id, name: names.get(id) ?? '—' })
}

/** Cards as a list shows them: keepers, places and terms are each asked for once. */
export async function showServices(
  tx: Tx,
  actor: Actor,
  services: readonly ServiceRow[],
  today: Day,
): Promise<Shown[]> {
  const freshness = await freshnessOf(tx)
  const keepers = await keeperNames(
    tx,
    actor.language,
    services.map(({ keeper }) => keeper),
  )
  const places = await placesByIds(tx, [
    ...new Set(services.flatMap((service) => service.places.map(({ place }) => place))),
  ])
  const open = new Map(
    places.filter(({ closedAt }) => closedAt === null).map(({ id, name }) => [id, { id, name }]),
  )
  return services.map((service) => {
    const { id, name, summary, category, free, keeper, phone, checkedOn, withdrawnAt } = service
    return {
      id,
      name,
      summary,
      category,
      free,
      keeper: keepers(keeper),
      phone,
      places: service.places.flatMap(({ place }) => open.get(place) ?? []),
      state: stateOf(service, today, freshness),
      checkedOn,
      ...termsOf(service, freshness),
      withdrawnAt,
    }
  })
}

/** One card with all that is said on it, and what the actor may do with it now. */
export async function showService(
  tx: Tx,
  actor: Actor,
  service: ServiceRow,
  today: Day,
): Promise<z.input<typeof serviceShape>> {
  const [row] = await showServices(tx, actor, [service], today)
  if (!row) throw new Error('a card shows as one row')
  const withdrawal = await withdrawalOf(tx, service.id)
  const people = await namesOfPeople(
    tx,
    [service.keeperPerson, service.checkedBy, withdrawal?.person].filter((id) => id != null),
  )
  const person = (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? '—' })
  const { version, nameEn, alsoCalled, summaryEn, who, papers, cost, duration } = service
  const { legalBasis, languages, online, addedAt } = service
  return {
    ...row,
    version,
    nameEn,
    alsoCalled,
    summaryEn,
    who,
    papers,
    cost,
    duration,
    places: await placesShown(tx, actor, service),
    keeperPerson: person(service.keeperPerson),
    legalBasis,
    languages,
    online,
    checkedBy: person(service.checkedBy),
    addedAt,
    withdrawal: withdrawal
      ? { reason: withdrawal.reason, at: withdrawal.at, person: person(withdrawal.person) }
      : null,
    actions: actionsFor(service, { keeps: may(actor, 'service.manage', [service.keeper]) }),
  }
}

async function placesShown(tx: Tx, { language }: Actor, service: ServiceRow) {
  const ids = service.places.map(({ place }) => place)
  const found = new Map((await placesByIds(tx, ids)).map((place) => [place.id, place]))
  return service.places.map(({ place: id, hours, note }) => {
    const place = found.get(id)
    return {
      id,
      name: place?.name ?? '—',
      address: place?.address ?? null,
      phone: place?.phone ?? null,
      closed: place?.closedAt != null,
      hours,
      hoursInWords: hours?.map((one) => hoursInWords(one, language)) ?? null,
      note,
    }
  })
}
