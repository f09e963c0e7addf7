import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { matches, searchTerms, termsVector } from '#platform/search/search-terms.ts'
import type { DirectiveWords, Reading, Span } from './reading.ts'
import { itemOf, itemsOf, placesOf, type VisitContent, type VisitState, wholeContent } from './visit.ts'
import { type ConfirmedVisit, titleOf, toldOf } from './visit-summary.ts'

type Place = { kind: 'site' | 'meeting' | 'visit'; name: string }

/** What is kept of a reading beside the text itself. */
export type KeptReading = Pick<Reading, 'kind' | 'kindReason' | 'cutOff' | 'groups' | 'repairs'>

type VisitTables = {
  visits: {
    county: string
    id: string
    organisation: string
    recordedBy: string | null
    at: Date | string
    sourceName: string | null
    original: string
    textHash: string
    reading: KeptReading
    content: VisitContent
    version: number
    terms: string
    /** Since when its sites are looked up among what the county knows; null for a report that was read before. */
    sitesLookedUpAt: Date | string | null
  }
  /** Ids and terms of the county's visits, by an index that row-level security would not use. */
  visitTerms: { county: string; id: string; terms: string }
  visitConfirmations: {
    county: string
    visit: string
    day: string | null
    person: string | null
    at: Date | string
  }
  visitDismissals: { county: string; visit: string; reason: string; person: string | null; at: Date | string }
  directives: ConfirmedDirective & { county: string; spans: Span[] }
}

export interface VisitRow {
  id: string
  organisation: string
  recordedBy: string | null
  at: string
  sourceName: string | null
  original: string
  reading: KeptReading
  content: VisitContent
  version: number
  confirmedAt: string | null
  dismissedAt: string | null
  dismissedFor: string | null
}

export interface ConfirmedDirective extends DirectiveWords {
  id: string
  visit: string
  /** From 1, in the order of the text. */
  number: number
  places: Place[]
}

const tables = (tx: Tx) => tx.withTables<VisitTables>()

const select = (tx: Tx) =>
  tables(tx)
    .selectFrom('visits as v')
    .leftJoin('visitConfirmations as c', (join) =>
      join.onRef('c.county', '=', 'v.county').onRef('c.visit', '=', 'v.id'),
    )
    .leftJoin('visitDismissals as d', (join) =>
      join.onRef('d.county', '=', 'v.county').onRef('d.visit', '=', 'v.id'),
    )
    .select(['v.id', 'v.organisation', 'v.recordedBy', 'v.at', 'v.sourceName', 'v.content', 'v.version'])
    .select(['c.at as confirmedAt', 'd.at as dismissedAt', 'd.reason as dismissedFor'])

export async function findVisits(
  tx: Tx,
  filter: { q?: string; state?: readonly VisitState[]; after?: string; limit: number },
): Promise<(Omit<VisitRow, 'original' | 'reading'> & { kind: Reading['kind'] })[]> {
  let query = select(tx)
    .select(sql<Reading['kind']>`v.reading->>'kind'`.as('kind'))
    .orderBy('v.id', 'desc')
    .limit(filter.limit)
  if (filter.q) {
    const found = tables(tx)
      .selectFrom('visitTerms')
      .select('id')
      .where(matches(sql.ref('terms'), filter.q))
    query = query.where('v.id', 'in', found)
  }
  if (filter.after) query = query.where('v.id', '<', filter.after)
  const states = filter.state
  if (states?.length) {
    query = query.where((one) =>
      one.or([
        ...(states.includes('confirmed') ? [one('c.at', 'is not', null)] : []),
        ...(states.includes('dismissed') ? [one('d.at', 'is not', null)] : []),
        ...(states.includes('draft') ? [one.and([one('c.at', 'is', null), one('d.at', 'is', null)])] : []),
      ]),
    )
  }
  return (await query.execute()).map((row) => ({
    ...row,
    content: wholeContent(row.content),
    at: String(row.at),
  })) as never
}

export async function visitById(tx: Tx, id: string): Promise<VisitRow | undefined> {
  const row = await select(tx).select(['v.original', 'v.reading']).where('v.id', '=', id).executeTakeFirst()
  return row && ({ ...row, content: wholeContent(row.content) } as VisitRow)
}

/** What a line about each of the visits needs, in one question and without their texts. */
export async function contentsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; content: VisitContent }[]> {
  if (ids.length === 0) return []
  return tables(tx).selectFrom('visits').select(['id', 'content']).where('id', 'in', ids).execute()
}

/** Visits whose sites nobody has looked up yet, the newest first. */
export async function visitsToLookUp(
  tx: Tx,
  limit: number,
): Promise<
  (Pick<VisitRow, 'id' | 'content' | 'version' | 'confirmedAt' | 'dismissedAt'> & { day: string | null })[]
> {
  const rows = await select(tx)
    .select('c.day')
    .where('v.sitesLookedUpAt', 'is', null)
    .orderBy('v.id', 'desc')
    .limit(limit)
    .forUpdate('v')
    .execute()
  return rows.map((row) => ({ ...row, content: wholeContent(row.content) })) as never
}

export async function markLookedUp(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tables(tx).updateTable('visits').set({ sitesLookedUpAt: at }).where('id', 'in', ids).execute()
}

/** The visit, locked until the end of the transaction: two corrections follow each other. */
export async function lockVisit(tx: Tx, id: string): Promise<VisitRow | undefined> {
  const locked = await tables(tx)
    .selectFrom('visits')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && visitById(tx, id)
}

export function visitWithText(
  tx: Tx,
  textHash: string,
): Promise<{ id: string; content: VisitContent } | undefined> {
  return tables(tx)
    .selectFrom('visits')
    .select(['id', 'content'])
    .where('textHash', '=', textHash)
    .orderBy('id')
    .executeTakeFirst()
}

export async function insertVisit(tx: Tx, visit: Omit<VisitTables['visits'], 'terms'>): Promise<void> {
  const { reading, content, ...rest } = visit
  await tables(tx)
    .insertInto('visits')
    .values({
      ...rest,
      reading: JSON.stringify(reading) as never,
      content: JSON.stringify(content) as never,
      terms: termsOf(content),
    })
    .execute()
}

export async function updateContent(
  tx: Tx,
  id: string,
  content: VisitContent,
  version: number,
): Promise<void> {
  await tables(tx)
    .updateTable('visits')
    .set({ content: JSON.stringify(content) as never, version, terms: termsOf(content) })
    .where('id', '=', id)
    .execute()
}

export async function insertConfirmation(tx: Tx, row: VisitTables['visitConfirmations']): Promise<void> {
  await tables(tx).insertInto('visitConfirmations').values(row).execute()
}

export async function insertDismissal(tx: Tx, row: VisitTables['visitDismissals']): Promise<void> {
  await tables(tx).insertInto('visitDismissals').values(row).execute()
}

export async function insertDirectives(tx: Tx, rows: readonly VisitTables['directives'][]): Promise<void> {
  await tables(tx)
    .insertInto('directives')
    .values(
      rows.map(({ places, spans, ...rest }) => ({
        ...rest,
        places: JSON.stringify(places) as never,
        spans: JSON.stringify(spans) as never,
      })),
    )
    .execute()
}

/** What the confirmed visits asked for, in the order of their numbers. */
export function directivesOf(tx: Tx, visits: readonly string[]): Promise<ConfirmedDirective[]> {
  if (visits.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('directives')
    .select([
      'id',
      'visit',
      'number',
      'text',
      'force',
      'subject',
      'theme',
      'means',
      'goals',
      'quantities',
      'measurable',
      'deadline',
      'places',
    ])
    .where('visit', 'in', visits)
    .orderBy('visit')
    .orderBy('number')
    .execute()
}

/** What a directive says by which means, to which end, how much; empty where it does not say, or is not there. */
export async function saidBesideOf(
  tx: Tx,
  directive: string | null,
): Promise<Pick<ConfirmedDirective, 'means' | 'goals' | 'quantities'>> {
  const nothing = { means: [], goals: [], quantities: [] }
  if (directive === null) return nothing
  const row = await tables(tx)
    .selectFrom('directives')
    .select(['means', 'goals', 'quantities'])
    .where('id', '=', directive)
    .executeTakeFirst()
  return row ?? nothing
}

/** Those of the visits that are confirmed. */
export async function confirmedVisits(tx: Tx, ids: readonly string[]): Promise<ConfirmedVisit[]> {
  if (ids.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('visits as v')
    .innerJoin('visitConfirmations as c', (join) =>
      join.onRef('c.county', '=', 'v.county').onRef('c.visit', '=', 'v.id'),
    )
    .select(['v.id', 'v.content', 'c.day'])
    .where('v.id', 'in', ids)
    .execute()
  return rows.map(({ id, content, day }) => ({ id, day, ...toldOf(content) }))
}

/** Visits that wait for somebody's confirmation, the oldest first. */
export async function draftVisits(
  tx: Tx,
  limit: number,
): Promise<{ id: string; title: string; at: string }[]> {
  const rows = await select(tx)
    .where('c.at', 'is', null)
    .where('d.at', 'is', null)
    .orderBy('v.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, content, at }) => ({ id, title: titleOf(content), at: String(at) }))
}

/** A directive as a row, with its places by name. */
export function directiveRows(
  county: string,
  visit: string,
  content: VisitContent,
  newId: () => string,
): VisitTables['directives'][] {
  return itemsOf(content, 'directive').map(({ item }, i) => ({
    county,
    id: newId(),
    visit,
    number: i + 1,
    text: item.text,
    force: item.force,
    subject: item.subject,
    theme: item.theme,
    means: item.means,
    goals: item.goals,
    quantities: item.quantities,
    measurable: item.measurable,
    deadline: item.deadline,
    places: placesOf(content, item),
    spans: item.spans,
  }))
}

function termsOf(content: VisitContent) {
  const people = [itemOf(content, 'lead'), ...itemsOf(content, 'companion').map(({ item }) => item)]
  return termsVector(
    searchTerms({
      names: [
        ...people.flatMap((person) => person?.name ?? []),
        ...itemsOf(content, 'site').map(({ item }) => item.name),
      ],
      texts: [titleOf(content)],
    }),
  )
}
