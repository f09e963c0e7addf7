import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { searchTerms, termsVector } from '#platform/search/search-terms.ts'
import type { Force } from '#slices/visits'
import type { Kind, State } from './followup.ts'

export interface Place {
  kind: 'site' | 'meeting' | 'visit'
  name: string
}

/** A follow-up as it stands; without its search terms. */
export interface FollowupRow {
  id: string
  number: string
  numberKey: number
  /** The visit or the request that it comes from: one of the two. */
  visit: string | null
  request: string | null
  directive: string | null
  reopenOf: string | null
  quote: string
  force: Force
  kind: Kind
  subject: string | null
  theme: string | null
  measurable: boolean
  deadline: string | null
  places: Place[]
  saidBy: string | null
  saidAs: string | null
  saidOn: string | null
  state: State
  stateSince: string
  lead: string | null
  supporting: string[]
  /** Lead, supporting, and those with a part: who may see it. */
  involved: string[]
  dueDay: string | null
  dueKey: string
  pendingExtension: string | null
  steps: number
  openedAt: string
  updatedAt: string
}

type Stored = Omit<FollowupRow, 'places'> & { county: string; places: string; terms: string }

export type FollowupTables = {
  followups: Stored
  /** The county's follow-ups for reading: unlike the table's, its indexes of words and arrays are used. */
  followupList: FollowupRow & { county: string; terms: string }
  followupNumbers: { county: string; year: number; last: number }
}

const tables = (tx: Tx) => tx.withTables<FollowupTables>()

export const followupColumns = [
  'id',
  'number',
  'numberKey',
  'visit',
  'request',
  'directive',
  'reopenOf',
  'quote',
  'force',
  'kind',
  'subject',
  'theme',
  'measurable',
  'deadline',
  'places',
  'saidBy',
  'saidAs',
  'saidOn',
  'state',
  'stateSince',
  'lead',
  'supporting',
  'involved',
  'dueDay',
  'dueKey',
  'pendingExtension',
  'steps',
  'openedAt',
  'updatedAt',
] as const

/** Who may see a follow-up: the county, or one of the organisations with a share in it. */
export function within(reach: Reach): RawBuilder<boolean> {
  return reach === 'county' ? sql<boolean>`true` : sql<boolean>`involved && ${[...reach]}::uuid[]`
}

export function followupsByIds(tx: Tx, ids: readonly string[], reach: Reach): Promise<FollowupRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('followupList')
    .select(followupColumns)
    .where('id', 'in', ids)
    .where(within(reach))
    .execute()
}

/** Takes the rows for this transaction alone, always in the same order, so that two takers never block each other for good. */
export async function lockFollowups(tx: Tx, ids: readonly string[], reach: Reach): Promise<FollowupRow[]> {
  const rows = await tables(tx)
    .selectFrom('followups')
    .select(followupColumns)
    .where('id', 'in', ids)
    .where(within(reach))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as unknown as FollowupRow[]
}

export function followupsOfVisit(tx: Tx, visit: string, reach: Reach): Promise<FollowupRow[]> {
  return tables(tx)
    .selectFrom('followupList')
    .select(followupColumns)
    .where('visit', '=', visit)
    .where(within(reach))
    .orderBy('numberKey')
    .execute()
}

export function followupsOfRequest(tx: Tx, request: string, reach: Reach): Promise<FollowupRow[]> {
  return tables(tx)
    .selectFrom('followupList')
    .select(followupColumns)
    .where('request', '=', request)
    .where(within(reach))
    .orderBy('numberKey')
    .execute()
}

/** The one that this continues, and those that continue it. */
export function linkedFollowups(tx: Tx, followup: FollowupRow, reach: Reach): Promise<FollowupRow[]> {
  return tables(tx)
    .selectFrom('followupList')
    .select(followupColumns)
    .where((row) =>
      row.or([
        row('reopenOf', '=', followup.id),
        ...(followup.reopenOf ? [row('id', '=', followup.reopenOf)] : []),
      ]),
    )
    .where(within(reach))
    .orderBy('numberKey')
    .execute()
}

/** Takes `count` running numbers of the county's year at once; returns the first. */
export async function takeNumbers(tx: Tx, county: string, year: number, count: number): Promise<number> {
  const { last } = await tables(tx)
    .insertInto('followupNumbers')
    .values({ county, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['county', 'year'])
        .doUpdateSet({ last: sql<number>`followup_numbers.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

/** `2026-0007`, and the key that it is sorted by. */
export function numberOf(year: number, running: number): { number: string; numberKey: number } {
  return { number: `${year}-${String(running).padStart(4, '0')}`, numberKey: year * 10_000_000 + running }
}

export type NewFollowup = Omit<
  FollowupRow,
  | 'state'
  | 'stateSince'
  | 'lead'
  | 'supporting'
  | 'involved'
  | 'dueDay'
  | 'dueKey'
  | 'pendingExtension'
  | 'steps'
  | 'openedAt'
  | 'updatedAt'
>

/** Opens follow-ups in one statement; their first step is written beside them. */
export async function insertFollowups(
  tx: Tx,
  county: string,
  followups: readonly NewFollowup[],
  at: Date,
): Promise<void> {
  if (followups.length === 0) return
  const moment = at.toISOString()
  await tx
    .withTables<{ followups: Omit<Stored, 'dueKey'> }>()
    .insertInto('followups')
    .values(
      followups.map((followup) => ({
        ...followup,
        county,
        places: JSON.stringify(followup.places),
        state: 'open' as const,
        stateSince: moment,
        lead: null,
        supporting: [],
        involved: [],
        dueDay: null,
        pendingExtension: null,
        steps: 1,
        openedAt: moment,
        updatedAt: moment,
        terms: termsOf(followup, []),
      })),
    )
    .execute()
}

export type FollowupChange = Partial<
  Pick<
    FollowupRow,
    'state' | 'stateSince' | 'lead' | 'supporting' | 'involved' | 'dueDay' | 'pendingExtension'
  >
>

export async function updateFollowup(
  tx: Tx,
  id: string,
  change: FollowupChange & { steps: number; updatedAt: string; terms?: RawBuilder<string> },
): Promise<void> {
  await tables(tx).updateTable('followups').set(change).where('id', '=', id).execute()
}

/** What it is found by: the sentence, where and by whom it was said, who has a share in it, its number. */
export function termsOf(
  followup: Pick<FollowupRow, 'quote' | 'number' | 'subject' | 'theme' | 'places' | 'saidBy'>,
  organisations: readonly string[],
): RawBuilder<string> {
  const { quote, number, subject, theme, places, saidBy } = followup
  return termsVector(
    searchTerms({
      names: [...places.map((place) => place.name), saidBy ?? '', ...organisations],
      texts: [quote, number, subject ?? '', theme ?? ''],
    }),
  )
}

/** Adds names to what the follow-ups of an organisation are found by, in one statement. */
export async function addNameTerms(tx: Tx, organisation: string, names: readonly string[]): Promise<void> {
  const more = termsVector(searchTerms({ names, texts: [] }))
  await tables(tx)
    .updateTable('followups')
    .set({ terms: sql<string>`terms || ${more}` })
    .where(sql<boolean>`involved @> array[${organisation}::uuid]`)
    .execute()
}
