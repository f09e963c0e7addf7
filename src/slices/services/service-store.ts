import { sql } from 'kysely'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { SpokenLanguage } from '#slices/places/contract'
import type { OwnHours, Paper, ServiceCategory, ServiceFacts, ServicePlace } from './service.ts'

/** A card as it stands. */
export interface ServiceRow extends ServiceFacts {
  id: string
  nameOrder: string
  version: number
  checkedOn: Day
  checkedBy: string | null
  warnedOn: Day | null
  withdrawnAt: string | null
  addedBy: string | null
  addedAt: string
}

interface Card {
  county: string
  id: string
  name: string
  nameEn: string | null
  nameOrder: string
  alsoCalled: string[]
  summary: string
  summaryEn: string | null
  category: ServiceCategory
  who: string
  papers: Paper[]
  free: boolean
  cost: string | null
  duration: string | null
  keeper: string
  keeperPerson: string | null
  phone: string | null
  legalBasis: string | null
  languages: SpokenLanguage[]
  online: string | null
  version: number
  checkedOn: Day
  checkedBy: string | null
  warnedOn: Day | null
  withdrawnAt: string | null
  addedBy: string | null
  addedAt: string
}

interface Withdrawal {
  county: string
  id: string
  service: string
  reason: string
  person: string | null
  at: string
  restoredBy: string | null
  restoredAt: string | null
}

export type ServiceTables = {
  services: Card
  servicePlaces: {
    county: string
    service: string
    place: string
    position: number
    hours: OwnHours[] | null
    note: string | null
  }
  serviceChecks: { county: string; id: string; service: string; day: Day; person: string | null; at: string }
  serviceWithdrawals: Withdrawal
}

const tables = (tx: Tx) => tx.withTables<ServiceTables>()

export const serviceColumns = [
  'id',
  'name',
  'nameEn',
  'nameOrder',
  'alsoCalled',
  'summary',
  'summaryEn',
  'category',
  'who',
  'papers',
  'free',
  'cost',
  'duration',
  'keeper',
  'keeperPerson',
  'phone',
  'legalBasis',
  'languages',
  'online',
  'version',
  'checkedOn',
  'checkedBy',
  'warnedOn',
  'withdrawnAt',
  'addedBy',
  'addedAt',
] as const
export type CardRow = Pick<Card, (typeof serviceColumns)[number]>

/** Holds the county's cards until the transaction ends: changes are few, and so no two cards get one name. */
export async function holdCards(tx: Tx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`services of ${county}`}, 0))`.execute(tx)
}

/** Those of the ids that are cards of the county, in no particular order, with their places. */
export async function servicesByIds(tx: Tx, ids: readonly string[]): Promise<ServiceRow[]> {
  if (ids.length === 0) return []
  const cards = await tables(tx)
    .selectFrom('services')
    .select(serviceColumns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return withPlaces(tx, cards)
}

/** Cards with the places of each, asked for in one go. */
export async function withPlaces(tx: Tx, cards: readonly CardRow[]): Promise<ServiceRow[]> {
  if (cards.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('servicePlaces')
    .select(['service', 'place', 'hours', 'note'])
    .where(
      'service',
      'in',
      cards.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const of = Map.groupBy(rows, ({ service }) => service)
  return cards.map((card) => ({
    ...card,
    places: (of.get(card.id) ?? []).map(({ place, hours, note }) => ({ place, hours, note })),
  }))
}

/** The cards that name a place, in the order of lists. */
export async function servicesAt(tx: Tx, place: string): Promise<ServiceRow[]> {
  const cards = await tables(tx)
    .selectFrom('services')
    .select(serviceColumns)
    .where('id', 'in', tables(tx).selectFrom('servicePlaces').select('service').where('place', '=', place))
    .orderBy('nameOrder')
    .orderBy('id')
    .execute()
  return withPlaces(tx, cards)
}

/** Another card of this organisation with the name, not withdrawn. */
export function holderOfName(
  tx: Tx,
  { name, keeper, except }: { name: string; keeper: string; except?: string },
): Promise<{ id: string; name: string } | undefined> {
  let query = tables(tx)
    .selectFrom('services')
    .select(['id', 'name'])
    .where('keeper', '=', keeper)
    .where('name', '=', name)
    .where('withdrawnAt', 'is', null)
  if (except) query = query.where('id', '!=', except)
  return query.executeTakeFirst()
}

type NewCard = ServiceFacts & Pick<ServiceRow, 'id' | 'nameOrder' | 'checkedOn' | 'addedBy' | 'addedAt'>

export async function insertService(tx: Tx, county: string, service: NewCard): Promise<void> {
  const { places, papers, addedBy, ...card } = service
  await tx
    .withTables<{ services: Omit<Card, 'version' | 'warnedOn' | 'withdrawnAt'> }>()
    .insertInto('services')
    .values({ ...card, papers: asJson(papers), county, addedBy, checkedBy: addedBy })
    .execute()
  await insertPlaces(tx, county, service.id, places)
}

async function insertPlaces(tx: Tx, county: string, service: string, places: readonly ServicePlace[]) {
  if (places.length === 0) return
  await tables(tx)
    .insertInto('servicePlaces')
    .values(
      places.map(({ place, hours, note }, position) => ({
        county,
        service,
        place,
        position,
        hours: hours === null ? null : asJson(hours),
        note,
      })),
    )
    .execute()
}

function asJson<T>(value: T) {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** Writes what is said of a service anew and counts its version up. Returns the version. */
export async function updateFacts(
  tx: Tx,
  county: string,
  id: string,
  { places, papers, ...facts }: ServiceFacts & { nameOrder: string },
): Promise<number> {
  await tables(tx).deleteFrom('servicePlaces').where('service', '=', id).execute()
  await insertPlaces(tx, county, id, places)
  return updateCard(tx, id, { ...facts, papers: asJson(papers) })
}

type CardChange = Partial<{ [Column in keyof Card]: Card[Column] | ReturnType<typeof asJson<Card[Column]>> }>

/** Changes a card's row and counts its version up. Returns the version. */
export async function updateCard(tx: Tx, id: string, change: CardChange): Promise<number> {
  const { version } = await tables(tx)
    .updateTable('services')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function insertCheck(tx: Tx, check: ServiceTables['serviceChecks']): Promise<void> {
  await tables(tx).insertInto('serviceChecks').values(check).execute()
}

export async function insertWithdrawal(
  tx: Tx,
  withdrawal: Omit<Withdrawal, 'restoredBy' | 'restoredAt'>,
): Promise<void> {
  await tables(tx)
    .insertInto('serviceWithdrawals')
    .values({ ...withdrawal, restoredBy: null, restoredAt: null })
    .execute()
}

export async function endWithdrawal(
  tx: Tx,
  service: string,
  by: { person: string | null; at: string },
): Promise<void> {
  await tables(tx)
    .updateTable('serviceWithdrawals')
    .set({ restoredBy: by.person, restoredAt: by.at })
    .where('service', '=', service)
    .where('restoredAt', 'is', null)
    .execute()
}

/** Why, by whom and since when a service is withdrawn; undefined while it is offered. */
export function withdrawalOf(
  tx: Tx,
  service: string,
): Promise<Pick<Withdrawal, 'reason' | 'person' | 'at'> | undefined> {
  return tables(tx)
    .selectFrom('serviceWithdrawals')
    .select(['reason', 'person', 'at'])
    .where('service', '=', service)
    .where('restoredAt', 'is', null)
    .executeTakeFirst()
}

export async function servicesKeptBy(tx: Tx, keeper: string): Promise<string[]> {
  const rows = await tables(tx).selectFrom('services').select('id').where('keeper', '=', keeper).execute()
  return rows.map(({ id }) => id)
}
