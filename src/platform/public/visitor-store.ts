import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem, type Database, type Tx } from '../db/database.ts'
import { newId } from '../records/new-id.ts'

/** Somebody on the public pages. Nothing is asked of them but what they type. */
export interface Visitor {
  /** What they typed so far, by form. */
  draft: Record<string, unknown>
  /** The records that they opened by its number and what goes with it. */
  opened: string[]
  /** The phone number that they proved to hold. */
  phone: string | null
}

type VisitorTables = {
  visitorSessions: {
    county: string
    tokenHash: string
    draft: Record<string, unknown>
    opened: string[]
    phone: string | null
    startedAt: Date | string
    expiresAt: Date | string
  }
  visitorCodes: {
    county: string
    id: string
    phone: string
    codeHash: string
    saidInDemo: string | null
    tries: number
    at: Date | string
    expiresAt: Date | string
    usedAt: Date | string | null
  }
  visitorAttempts: { county: string; id: string; what: string; key: string; at: Date | string }
}

const tables = (tx: Tx) => tx.withTables<VisitorTables>()

/** So long after the last thing they sent, a visitor is forgotten: a telephone is passed around in a family. */
export const visitorLasts = 30 * 60_000

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Begins a visitor's session. Returns the token, which only their browser keeps. */
export async function openVisitor(tx: Tx, county: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx
    .withTables<{ visitorSessions: Omit<VisitorTables['visitorSessions'], 'draft' | 'opened' | 'phone'> }>()
    .insertInto('visitorSessions')
    .values({ county, tokenHash: hashOf(token), startedAt: now, expiresAt: ending(now) })
    .execute()
  return token
}

/** Who holds a token, or null when they were forgotten or never were. */
export async function visitorOf(tx: Tx, token: string, now: Date): Promise<Visitor | null> {
  const row = await tables(tx)
    .selectFrom('visitorSessions')
    .select(['draft', 'opened', 'phone'])
    .where('tokenHash', '=', hashOf(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps what changed of a visitor, and them for another while. A part of the draft that is null goes. */
export async function keepVisitor(
  tx: Tx,
  token: string,
  change: { draft?: Record<string, unknown>; opened?: string; phone?: string | null },
  now: Date,
): Promise<void> {
  const { draft, opened, phone } = change
  await tables(tx)
    .updateTable('visitorSessions')
    .set({
      expiresAt: ending(now),
      ...(draft && {
        draft: sql<Record<string, unknown>>`jsonb_strip_nulls(draft || ${JSON.stringify(draft)}::jsonb)`,
      }),
      // A handful is what a person follows; the oldest goes.
      ...(opened && {
        opened: sql<string[]>`(array[${opened}::uuid] || array_remove(opened, ${opened}::uuid))[1:10]`,
      }),
      ...(phone !== undefined && { phone }),
    })
    .where('tokenHash', '=', hashOf(token))
    .execute()
}

export async function endVisitor(tx: Tx, token: string): Promise<void> {
  await tables(tx).deleteFrom('visitorSessions').where('tokenHash', '=', hashOf(token)).execute()
}

const ending = (now: Date) => new Date(now.getTime() + visitorLasts)

/** How often something may be done within a while, by one address or one phone number. */
export interface Limit {
  /** What is counted: `code.sent`. */
  what: string
  most: number
  /** In ms. */
  within: number
}

/**
 * Counts one more of them by `key`, and says whether that was within the limit. It is counted before the deed: else
 * a hundred at once would all be the first.
 */
export async function withinLimit(
  tx: Tx,
  county: string,
  limit: Limit,
  key: string,
  now: Date,
): Promise<boolean> {
  const { what, most, within } = limit
  const hashed = hashOf(`${county} ${what} ${key}`)
  // Those who try at the same moment are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${hashed}, 0))`.execute(tx)
  await tables(tx)
    .insertInto('visitorAttempts')
    .values({ county, id: newId(now), what, key: hashed, at: now })
    .execute()
  const { count } = await tables(tx)
    .selectFrom('visitorAttempts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('what', '=', what)
    .where('key', '=', hashed)
    .where('at', '>', new Date(now.getTime() - within))
    .executeTakeFirstOrThrow()
  return count <= most
}

/** How long a code may be said, and how often wrongly. */
export const codeLasts = 10 * 60_000
const mostTries = 5

const codeHash = (id: string, code: string) => hashOf(`${id} ${code}`)

/** Keeps a code that is sent to a phone number; those sent before it mean nothing any more. */
export async function keepCode(
  tx: Tx,
  county: string,
  sent: { phone: string; code: string; demo: boolean },
  now: Date,
): Promise<void> {
  await tables(tx)
    .updateTable('visitorCodes')
    .set({ usedAt: now })
    .where('phone', '=', sent.phone)
    .where('usedAt', 'is', null)
    .execute()
  const id = newId(now)
  await tables(tx)
    .insertInto('visitorCodes')
    .values({
      county,
      id,
      phone: sent.phone,
      codeHash: codeHash(id, sent.code),
      saidInDemo: sent.demo ? sent.code : null,
      tries: 0,
      at: now,
      expiresAt: new Date(now.getTime() + codeLasts),
      usedAt: null,
    })
    .execute()
}

/** The codes of the demo that may still be said, the newest first: there a telephone does not ring. */
export function codesOfDemo(tx: Tx, now: Date): Promise<{ phone: string; code: string; at: string }[]> {
  return tables(tx)
    .selectFrom('visitorCodes')
    .select(['phone', sql<string>`said_in_demo`.as('code'), sql<string>`at`.as('at')])
    .where('saidInDemo', 'is not', null)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
}

/** Whether this is the code that was sent last to the number. It is used up by that, and by five wrong ones. */
export async function takeCode(tx: Tx, said: { phone: string; code: string }, now: Date): Promise<boolean> {
  const sent = await tables(tx)
    .selectFrom('visitorCodes')
    .select(['id', 'codeHash', 'tries'])
    .where('phone', '=', said.phone)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!sent || sent.tries >= mostTries) return false
  const fits = timingSafeEqual(Buffer.from(sent.codeHash), Buffer.from(codeHash(sent.id, said.code)))
  await tables(tx)
    .updateTable('visitorCodes')
    .set({ tries: sent.tries + 1, ...(fits && { usedAt: now }) })
    .where('id', '=', sent.id)
    .execute()
  return fits
}

/** Attempts are kept for a day at most. */
const attemptsKept = 24 * 3_600_000

/** Forgets visitors, codes and attempts whose time is over. */
export async function tidyVisitors(database: Database, now: Date): Promise<void> {
  await asSystem(database, async (tx) => {
    await tables(tx).deleteFrom('visitorSessions').where('expiresAt', '<', now).execute()
    await tables(tx).deleteFrom('visitorCodes').where('expiresAt', '<', now).execute()
    await tables(tx)
      .deleteFrom('visitorAttempts')
      .where('at', '<', new Date(now.getTime() - attemptsKept))
      .execute()
  })
}
