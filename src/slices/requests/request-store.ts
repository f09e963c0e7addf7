import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '#platform/auth/actor.ts'
import { asSystem, type Database, type Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { matches, searchTerms, termsVector } from '#platform/search/search-terms.ts'
import {
  contactKeptDays,
  type RequestChannel,
  type RequestKind,
  type RequestState,
  type RequestStep,
} from './request.ts'

/** A request as it stands; without who sent it. */
export interface RequestRow {
  id: string
  number: string
  kind: RequestKind
  text: string
  aboutKind: string | null
  aboutId: string | null
  aboutName: string | null
  language: Language
  channel: RequestChannel
  state: RequestState
  stateSince: string
  owner: string | null
  dueDay: string | null
  steps: number
  sentAt: string
  takenBy: string | null
}

export interface RequestStepRow {
  id: string
  request: string
  position: number
  kind: RequestStep
  state: RequestState
  person: string | null
  organisation: string | null
  at: string
  text: string | null
  owner: string | null
  dueDay: string | null
}

export interface Contact {
  name: string | null
  phone: string | null
}

type RequestTables = {
  requests: RequestRow & { county: string; codeHash: string | null; terms: string }
  requestContacts: Contact & { county: string; request: string }
  requestSteps: RequestStepRow & { county: string }
}

const tables = (tx: Tx) => tx.withTables<RequestTables>()

const columns = [
  'id',
  'number',
  'kind',
  'text',
  'aboutKind',
  'aboutId',
  'aboutName',
  'language',
  'channel',
  'state',
  'stateSince',
  'owner',
  'dueDay',
  'steps',
  'sentAt',
  'takenBy',
] as const

const stepColumns = [
  'id',
  'request',
  'position',
  'kind',
  'state',
  'person',
  'organisation',
  'at',
  'text',
  'owner',
  'dueDay',
] as const

/** Who may see a request: the county, or those of the organisation that owns it. */
function within(reach: Reach): RawBuilder<boolean> {
  return reach === 'county' ? sql<boolean>`true` : sql<boolean>`owner = any(${[...reach]}::uuid[])`
}

export function requestsByIds(tx: Tx, ids: readonly string[], reach: Reach): Promise<RequestRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('requests')
    .select(columns)
    .where('id', 'in', ids)
    .where(within(reach))
    .execute()
}

/** Takes a request for this transaction alone. */
export function lockRequest(tx: Tx, id: string, reach: Reach): Promise<RequestRow | undefined> {
  return tables(tx)
    .selectFrom('requests')
    .select(columns)
    .where('id', '=', id)
    .where(within(reach))
    .forUpdate()
    .executeTakeFirst()
}

/** Who owns a request, for the rule of who may: null while nobody does, undefined where there is none. */
export async function ownerOf(tx: Tx, id: string): Promise<string | null | undefined> {
  return (await tables(tx).selectFrom('requests').select('owner').where('id', '=', id).executeTakeFirst())
    ?.owner
}

export interface RequestFilter {
  q?: string
  state?: readonly RequestState[]
  kind?: readonly RequestKind[]
  owner?: readonly string[]
}

/** One page, the newest first, behind the request `after`; and how many there are in all, up to `mostCounted`. */
export async function listRequests(
  tx: Tx,
  filter: RequestFilter,
  reach: Reach,
  wanted: { after?: string; limit: number },
): Promise<{ rows: RequestRow[]; total: number; next: string | null }> {
  const conditions = sql.join<boolean>(
    [
      within(reach),
      filter.q ? matches(sql.ref('terms'), filter.q) : sql`true`,
      filter.state?.length ? sql`state = any(${[...filter.state]}::text[])` : sql`true`,
      filter.kind?.length ? sql`kind = any(${[...filter.kind]}::text[])` : sql`true`,
      filter.owner?.length ? sql`owner = any(${[...filter.owner]}::uuid[])` : sql`true`,
    ],
    sql` and `,
  )
  const list = tables(tx).selectFrom('requests').where(conditions)
  const rows = await list
    .select(columns)
    .where(
      wanted.after === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(sent_at, id) < ((select r.sent_at from requests r where r.id = ${wanted.after}::uuid),
            ${wanted.after}::uuid)`,
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  const counted = list.select(sql<number>`1`.as('one')).limit(mostCounted + 1)
  const total = await sql<{ n: number }>`select count(*)::int as n from (${counted}) as counted`.execute(tx)
  const shown = rows.slice(0, wanted.limit)
  const next = rows.length > wanted.limit ? (shown.at(-1)?.id ?? null) : null
  return { rows: shown, total: total.rows[0]?.n ?? 0, next }
}

/** Counting stops here: beyond it a page says "more than 10,000". */
const mostCounted = 10_000

export async function numberIsTaken(tx: Tx, number: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('requests')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertRequest(
  tx: Tx,
  county: string,
  request: RequestRow & { codeHash: string | null },
  contact: Contact,
): Promise<void> {
  const terms = termsVector(
    searchTerms({
      names: [request.aboutName ?? ''],
      texts: [request.text, request.number, ...(request.number.match(/\d{4}/g) ?? [])],
    }),
  )
  await tx
    .withTables<{ requests: RequestRow & { county: string; codeHash: string | null; terms: string } }>()
    .insertInto('requests')
    .values({ ...request, county, terms })
    .execute()
  if (contact.name === null && contact.phone === null) return
  await tables(tx)
    .insertInto('requestContacts')
    .values({ county, request: request.id, ...contact })
    .execute()
}

/** Writes a step and what follows from it for the request, which the transaction holds. */
export async function advanceRequest(tx: Tx, county: string, step: RequestStepRow): Promise<void> {
  await tables(tx)
    .insertInto('requestSteps')
    .values({ ...step, county })
    .execute()
  if (step.kind === 'sent') return
  const { state, owner, dueDay, position, at } = step
  await tables(tx)
    .updateTable('requests')
    .set({
      steps: position,
      ...(step.kind !== 'contact-seen' && { state, stateSince: at, owner, dueDay }),
    })
    .where('id', '=', step.request)
    .execute()
}

export function stepsOf(tx: Tx, request: string): Promise<RequestStepRow[]> {
  return tables(tx)
    .selectFrom('requestSteps')
    .select(stepColumns)
    .where('request', '=', request)
    .orderBy('position')
    .execute()
}

/** Who sent it, or null where they did not say, or it is forgotten already. */
export async function contactOf(tx: Tx, request: string): Promise<Contact | null> {
  const row = await tables(tx)
    .selectFrom('requestContacts')
    .select(['name', 'phone'])
    .where('request', '=', request)
    .executeTakeFirst()
  return row ?? null
}

/** What opens a request for whoever sent it. */
export async function keysOf(
  tx: Tx,
  number: string,
): Promise<{ id: string; codeHash: string | null; phone: string | null } | null> {
  const row = await tables(tx)
    .selectFrom('requests as r')
    .leftJoin('requestContacts as c', (join) =>
      join.onRef('c.county', '=', 'r.county').onRef('c.request', '=', 'r.id'),
    )
    .select(['r.id', 'r.codeHash', 'c.phone'])
    .where('r.number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

/** What was sent with a phone number, the newest first. */
export function requestsOfPhone(tx: Tx, phone: string, limit: number): Promise<RequestRow[]> {
  return tables(tx)
    .selectFrom('requests')
    .select(columns)
    .where('id', 'in', (sub) =>
      sub.selectFrom('requestContacts').select('request').where('phone', '=', phone),
    )
    .orderBy('sentAt', 'desc')
    .limit(limit)
    .execute()
}

/** Forgets who sent what was closed long ago; the request itself and its answer stay. */
export async function forgetContacts(database: Database, now: Date): Promise<void> {
  const until = new Date(now.getTime() - contactKeptDays * 24 * 3_600_000).toISOString()
  await asSystem(database, (tx) =>
    tables(tx)
      .deleteFrom('requestContacts')
      .where((row) =>
        row.exists(
          row
            .selectFrom('requests as r')
            .select('r.id')
            .whereRef('r.county', '=', 'requestContacts.county')
            .whereRef('r.id', '=', 'requestContacts.request')
            .where('r.state', '=', 'closed')
            .where('r.stateSince', '<', until),
        ),
      )
      .execute(),
  )
}
