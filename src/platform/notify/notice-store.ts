import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../auth/actor.ts'
import { asSystem, type Database, type Tx } from '../db/database.ts'
import type { Language } from '../i18n/messages.ts'
import type { ChannelName, Fault } from './channel.ts'
import type { Values } from './template.ts'

export const urgencies = ['urgent', 'normal', 'low'] as const
export type Urgency = (typeof urgencies)[number]

/** `held`: written as sent in a demo. `dropped`: no longer needed, since a person saw to it otherwise. */
export const deliveryStates = [
  'waiting',
  'sent',
  'held',
  'refused',
  'bounced',
  'given-up',
  'dropped',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const alarmReasons = ['nobody-known', 'no-way', 'all-failed', 'unread'] as const
export type AlarmReason = (typeof alarmReasons)[number]

export interface NoticeRow {
  id: string
  matter: string
  template: string
  /** Null once it was cleared. */
  values: Values | null
  aboutKind: string | null
  aboutId: string | null
  urgency: Urgency
  organisation: string | null
  person: string | null
  name: string | null
  email: string | null
  phone: string | null
  language: Language
  at: string
  plannedAt: string | null
  readAt: string | null
}

export interface DeliveryRow {
  id: string
  notice: string
  channel: ChannelName
  template: string
  organisation: string | null
  address: string | null
  addressKey: string | null
  state: DeliveryState
  fault: Fault | null
  detail: string | null
  note: string | null
  attempts: number
  dueAt: string
  message: string | null
  endedAt: string | null
  at: string
}

export interface StopRow {
  id: string
  channel: ChannelName
  address: string
  addressKey: string
  fault: Fault
  detail: string | null
  at: string
  person: string | null
  clearedBy: string | null
  clearedAt: string | null
}

export interface AlarmRow {
  matter: string
  template: string
  organisation: string | null
  why: AlarmReason
  at: string
  answer: 'told' | 'read' | 'needless' | null
  note: string | null
  answeredBy: string | null
  answeredAt: string | null
}

type County = { county: string | RawBuilder<string> }
type NoticeTables = {
  notices: Omit<NoticeRow, 'values'> & { values: string | null } & County
  noticeDeliveries: DeliveryRow & County
  noticeStops: StopRow & County
  noticeAlarms: AlarmRow & County
}

const tables = (tx: Tx) => tx.withTables<NoticeTables>()
const county = () => sql<string>`current_setting('app.county')`

/** Two ways of writing an address are one address: mail domains have no case, phone numbers no spaces. */
export function addressKey(channel: ChannelName, address: string): string {
  const plain = channel === 'sms' ? address.replace(/[\s-]/g, '') : address.trim().toLowerCase()
  return createHash('sha256').update(`${channel} ${plain}`).digest('hex').slice(0, 32)
}

export type NewNotice = Omit<NoticeRow, 'plannedAt' | 'readAt'>

export async function insertNotices(tx: Tx, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return
  await tables(tx)
    .insertInto('notices')
    .values(
      rows.map((row) => ({
        ...row,
        values: JSON.stringify(row.values),
        county: county(),
        plannedAt: null,
        readAt: null,
      })),
    )
    .execute()
}

export type NewDelivery = Pick<
  DeliveryRow,
  'id' | 'notice' | 'channel' | 'template' | 'organisation' | 'address' | 'state' | 'dueAt' | 'at'
> & { fault?: Fault }

export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  if (rows.length === 0) return
  await tables(tx)
    .insertInto('noticeDeliveries')
    .values(
      rows.map((row) => ({
        ...row,
        county: county(),
        addressKey: row.address === null ? null : addressKey(row.channel, row.address),
        fault: row.fault ?? null,
        detail: null,
        note: null,
        attempts: 0,
        message: null,
        endedAt: row.state === 'waiting' ? null : row.at,
      })),
    )
    .execute()
}

export function noticesByIds(tx: Tx, ids: readonly string[]): Promise<NoticeRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return rowsOf(tables(tx).selectFrom('notices').selectAll().where('id', 'in', ids).execute())
}

/** Taken for this transaction alone: two that plan one matter do it one after the other. */
export function noticesOfMatter(tx: Tx, matter: string): Promise<NoticeRow[]> {
  return rowsOf(
    tables(tx)
      .selectFrom('notices')
      .selectAll()
      .where('matter', '=', matter)
      .orderBy('id')
      .forUpdate()
      .execute(),
  )
}

export function noticesOfMatters(tx: Tx, matters: readonly string[]): Promise<NoticeRow[]> {
  if (matters.length === 0) return Promise.resolve([])
  return rowsOf(
    tables(tx).selectFrom('notices').selectAll().where('matter', 'in', matters).orderBy('id').execute(),
  )
}

const rowsOf = (rows: Promise<unknown>) => rows as Promise<NoticeRow[]>

export async function markPlanned(tx: Tx, matter: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('notices')
    .set({ plannedAt: now.toISOString() })
    .where('matter', '=', matter)
    .execute()
}

export async function setLanguage(tx: Tx, notice: string, language: Language): Promise<void> {
  await tables(tx).updateTable('notices').set({ language }).where('id', '=', notice).execute()
}

/** A person's own notices, the newest first, behind one of them. */
export function noticesOfPerson(
  tx: Tx,
  person: string,
  page: { unread?: boolean; after?: string; limit: number },
): Promise<NoticeRow[]> {
  let query = tables(tx)
    .selectFrom('notices')
    .selectAll()
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.unread) query = query.where('readAt', 'is', null)
  if (page.after) {
    query = query.where(
      sql<boolean>`(at, id) < ((select n.at from notices n where n.id = ${page.after}::uuid), ${page.after}::uuid)`,
    )
  }
  return rowsOf(query.execute())
}

/** Counting stops at a hundred: beyond it a bell says "99+". */
export async function countUnread(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from notices where person = ${person}::uuid and read_at is null limit 100) as unread`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Marks a person's own ones as read; returns those that were not before. All of them where none is named. */
export async function markRead(
  tx: Tx,
  person: string,
  ids: readonly string[] | 'all',
  now: Date,
): Promise<{ id: string; matter: string }[]> {
  let query = tables(tx)
    .updateTable('notices')
    .set({ readAt: now.toISOString() })
    .where('person', '=', person)
    .where('readAt', 'is', null)
    .returning(['id', 'matter'])
  if (ids !== 'all') query = query.where('id', 'in', [...ids])
  return query.execute()
}

export function deliveriesOf(tx: Tx, notices: readonly string[]): Promise<DeliveryRow[]> {
  if (notices.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('noticeDeliveries')
    .selectAll()
    .where('notice', 'in', notices)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export function deliveriesByIds(tx: Tx, ids: readonly string[]): Promise<DeliveryRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('noticeDeliveries').selectAll().where('id', 'in', ids).execute()
}

/** What waits for one address and is due, taken for this transaction; at most so many. */
export function dueDeliveries(
  tx: Tx,
  at: { channel: ChannelName; key: string; now: Date; limit: number },
): Promise<DeliveryRow[]> {
  return tables(tx)
    .selectFrom('noticeDeliveries')
    .selectAll()
    .where('channel', '=', at.channel)
    .where('addressKey', '=', at.key)
    .where('state', '=', 'waiting')
    .where('dueAt', '<=', at.now.toISOString())
    .orderBy('at')
    .orderBy('id')
    .limit(at.limit)
    .forUpdate()
    .execute()
}

/** The next moment at which something is due for one address, or null. */
export async function nextDueFor(tx: Tx, channel: ChannelName, key: string): Promise<Date | null> {
  const row = await tables(tx)
    .selectFrom('noticeDeliveries')
    .select(sql<string | null>`min(due_at)`.as('due'))
    .where('channel', '=', channel)
    .where('addressKey', '=', key)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.due ? new Date(row.due) : null
}

export async function changeDeliveries(
  tx: Tx,
  ids: readonly string[],
  change: Partial<
    Pick<
      DeliveryRow,
      'state' | 'fault' | 'detail' | 'note' | 'dueAt' | 'message' | 'endedAt' | 'attempts' | 'address'
    >
  >,
): Promise<void> {
  if (ids.length === 0) return
  await tables(tx).updateTable('noticeDeliveries').set(change).where('id', 'in', ids).execute()
}

export async function countAttempt(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('noticeDeliveries')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('id', 'in', ids)
    .execute()
}

export interface OutboxFilter {
  state?: DeliveryState
  channel?: ChannelName
  template?: string
  reach: Reach
}

/** Counting stops here: beyond it a page says "more than 10,000". */
export const mostCounted = 10_000

/** Deliveries as the outbox lists them, the newest first, behind one of them. */
export async function outboxPage(
  tx: Tx,
  filter: OutboxFilter,
  page: { after?: string; limit: number },
): Promise<{ rows: DeliveryRow[]; total: number; next: string | null }> {
  const fits = outboxConditions(filter)
  let query = tables(tx)
    .selectFrom('noticeDeliveries')
    .selectAll()
    .where(fits)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (page.after) {
    query = query.where(
      sql<boolean>`(at, id) < ((select d.at from notice_deliveries d where d.id = ${page.after}::uuid), ${page.after}::uuid)`,
    )
  }
  const found = await query.execute()
  const rows = found.slice(0, page.limit)
  const next = found.length > page.limit ? (rows.at(-1)?.id ?? null) : null
  const counted = await sql<{ n: number }>`select count(*)::int as n from (
    select 1 from notice_deliveries where ${fits} limit ${mostCounted + 1}) as counted`.execute(tx)
  return { rows, total: counted.rows[0]?.n ?? 0, next }
}

function outboxConditions({ state, channel, template, reach }: OutboxFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [within(reach)]
  if (state) parts.push(sql`state = ${state}`)
  if (channel) parts.push(sql`channel = ${channel}`)
  if (template) parts.push(sql`template = ${template}`)
  return sql.join<boolean>(parts, sql` and `)
}

/** What is sent on behalf of organisations that somebody looks after. */
function within(reach: Reach): RawBuilder<boolean> {
  return reach === 'county' ? sql<boolean>`true` : sql<boolean>`organisation = any(${[...reach]}::uuid[])`
}

/** The calls that are to be made, the oldest first. */
export function callsToMake(tx: Tx, reach: Reach, limit: number): Promise<DeliveryRow[]> {
  return tables(tx)
    .selectFrom('noticeDeliveries')
    .selectAll()
    .where('channel', '=', 'call')
    .where('state', '=', 'waiting')
    .where(within(reach))
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function stoppedKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('noticeStops')
    .select('addressKey')
    .where('addressKey', 'in', keys)
    .where('clearedAt', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.addressKey))
}

export async function insertStop(
  tx: Tx,
  stop: Omit<StopRow, 'addressKey' | 'clearedBy' | 'clearedAt'>,
): Promise<void> {
  await tables(tx)
    .insertInto('noticeStops')
    .values({
      ...stop,
      county: county(),
      addressKey: addressKey(stop.channel, stop.address),
      clearedBy: null,
      clearedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export function openStops(tx: Tx, limit: number): Promise<StopRow[]> {
  return tables(tx)
    .selectFrom('noticeStops')
    .selectAll()
    .where('clearedAt', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export function openStop(tx: Tx, id: string): Promise<StopRow | undefined> {
  return tables(tx)
    .selectFrom('noticeStops')
    .selectAll()
    .where('id', '=', id)
    .where('clearedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function clearStop(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('noticeStops')
    .set({ clearedBy: by, clearedAt: now.toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Raises the alarm of a matter, once. Returns whether it is new. */
export async function insertAlarm(
  tx: Tx,
  alarm: Pick<AlarmRow, 'matter' | 'template' | 'organisation' | 'why' | 'at'>,
): Promise<boolean> {
  const rows = await tables(tx)
    .insertInto('noticeAlarms')
    .values({ ...alarm, county: county(), answer: null, note: null, answeredBy: null, answeredAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('matter')
    .execute()
  return rows.length > 0
}

/** Open alarms, the oldest first. */
export function openAlarms(tx: Tx, reach: Reach, limit: number): Promise<AlarmRow[]> {
  return tables(tx)
    .selectFrom('noticeAlarms')
    .selectAll()
    .where('answeredAt', 'is', null)
    .where(within(reach))
    .orderBy('at')
    .orderBy('matter')
    .limit(limit)
    .execute()
}

export function alarmsOf(tx: Tx, matters: readonly string[]): Promise<AlarmRow[]> {
  if (matters.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('noticeAlarms').selectAll().where('matter', 'in', matters).execute()
}

export async function answerAlarms(
  tx: Tx,
  matters: readonly string[],
  how: { answer: 'told' | 'read' | 'needless'; note: string | null; person: string | null; now: Date },
): Promise<string[]> {
  if (matters.length === 0) return []
  const rows = await tables(tx)
    .updateTable('noticeAlarms')
    .set({ answer: how.answer, note: how.note, answeredBy: how.person, answeredAt: how.now.toISOString() })
    .where('matter', 'in', matters)
    .where('answeredAt', 'is', null)
    .returning('matter')
    .execute()
  return rows.map((row) => row.matter)
}

/** What the notices say, and to which addresses, is kept half a year; that they were sent, two years. */
export const kept = { words: 183, rows: 731 } as const
const day = 24 * 3_600_000

/** Clears words and addresses of old notices, later the notices themselves; what is still open stays. */
export async function tidyNotices(database: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  await asSystem(database, async (tx) => {
    const old = before(kept.words)
    await sql`update notice_deliveries set address = null where address is not null and state <> 'waiting'
      and at < ${old}`.execute(tx)
    await sql`update notices set "values" = null, name = null, email = null, phone = null
      where "values" is not null and at < ${old}
        and not exists (select from notice_deliveries d where d.county = notices.county and d.notice = notices.id
          and d.state = 'waiting')`.execute(tx)
    const gone = before(kept.rows)
    await sql`delete from notice_stops where cleared_at < ${gone}`.execute(tx)
    await sql`delete from notice_alarms where answered_at < ${gone}`.execute(tx)
    const open = sql`exists (select from notice_alarms a where a.county = n.county and a.matter = n.matter)
      or exists (select from notice_deliveries d where d.county = n.county and d.notice = n.id and d.state = 'waiting')`
    await sql`create temp table gone_notices on commit drop as
      select n.county, n.id from notices n where n.at < ${gone} and not (${open})`.execute(tx)
    await sql`delete from notice_deliveries d using gone_notices g where g.county = d.county and g.id = d.notice`.execute(
      tx,
    )
    await sql`delete from notices n using gone_notices g where g.county = n.county and g.id = n.id`.execute(
      tx,
    )
  })
}
