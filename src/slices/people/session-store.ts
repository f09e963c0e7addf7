import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, asSystem, inTransaction, type Tx } from '#platform/db/database.ts'
import { newId } from '#platform/records/new-id.ts'

type SessionTables = {
  sessions: {
    county: string
    tokenHash: string
    person: string
    startedAt: Date
    seenAt: Date | string
    expiresAt: Date
  }
  credentials: { county: string; person: string; login: string; passwordHash: string; mustChange: boolean }
  suspensions: { county: string; person: string; liftedAt: Date | null }
  signInFailures: { login: string; id: string; remote: string; at: Date }
}

const tables = (tx: Tx) => tx.withTables<SessionTables>()

const hour = 3_600_000
/** A session ends twelve hours after it was last used, and after seven days in any case. */
export const sessionLimits = { idle: 12 * hour, whole: 7 * 24 * hour }
/** Five failures within a quarter of an hour lock a login until the quarter of an hour is over. */
export const lock = { failures: 5, within: hour / 4 }

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The county stands before the secret, so that the session is looked up inside its own county. */
export function countyOfToken(token: string): string | null {
  return /^(\d{6})\.[\w-]{43}$/.exec(token)?.[1] ?? null
}

export async function openSession(tx: Tx, county: string, person: string, now: Date): Promise<string> {
  const token = `${county}.${randomBytes(32).toString('base64url')}`
  await tables(tx)
    .insertInto('sessions')
    .values({
      county,
      tokenHash: hashOf(token),
      person,
      startedAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + sessionLimits.whole),
    })
    .execute()
  return token
}

/** The person of a living session, or null. Notes at most every five minutes that it was used. */
export async function personOfSession(tx: Tx, token: string, now: Date): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom('sessions as s')
    .leftJoin('suspensions as u', (join) =>
      join.onRef('u.county', '=', 's.county').onRef('u.person', '=', 's.person').on('u.liftedAt', 'is', null),
    )
    .select(['s.person', 's.seenAt'])
    .where('s.tokenHash', '=', hashOf(token))
    .where('s.expiresAt', '>', now)
    .where('s.seenAt', '>', new Date(now.getTime() - sessionLimits.idle))
    .where('u.person', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (now.getTime() - new Date(row.seenAt).getTime() > hour / 12) {
    await tables(tx)
      .updateTable('sessions')
      .set({ seenAt: now })
      .where('tokenHash', '=', hashOf(token))
      .execute()
  }
  return row.person
}

export async function closeSession(database: Database, token: string): Promise<void> {
  const county = countyOfToken(token)
  if (!county) return
  await inTransaction(database, { county, person: null }, (tx) =>
    tables(tx).deleteFrom('sessions').where('tokenHash', '=', hashOf(token)).execute(),
  )
}

/** Ends every session of a person but the one that is named: after a new password, a withdrawn role, a suspension. */
export async function closeSessionsOf(tx: Tx, person: string, exceptToken?: string): Promise<void> {
  let query = tables(tx).deleteFrom('sessions').where('person', '=', person)
  if (exceptToken) query = query.where('tokenHash', '<>', hashOf(exceptToken))
  await query.execute()
}

/** Who may have this login, in any county, and is not suspended. */
export function candidatesFor(
  tx: Tx,
  login: string,
): Promise<{ county: string; person: string; passwordHash: string }[]> {
  return tables(tx)
    .selectFrom('credentials as c')
    .leftJoin('suspensions as u', (join) =>
      join.onRef('u.county', '=', 'c.county').onRef('u.person', '=', 'c.person').on('u.liftedAt', 'is', null),
    )
    .select(['c.county', 'c.person', 'c.passwordHash'])
    .where('c.login', '=', login)
    .where('u.person', 'is', null)
    .limit(5)
    .execute()
}

/**
 * Notes an attempt as failed before the password is looked at, and says whether it may be: not after five within a
 * quarter of an hour, those under way counted. One login's attempts wait for each other here, or thirty guesses at
 * once could each see fewer than five. `forgetFailures` takes the note back with all others.
 */
export async function admitAttempt(tx: Tx, login: string, remote: string, now: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign in ${login}`}, 0))`.execute(tx)
  const rows = await tables(tx)
    .selectFrom('signInFailures')
    .select('id')
    .where('login', '=', login)
    .where('at', '>', new Date(now.getTime() - lock.within))
    .limit(lock.failures)
    .execute()
  if (rows.length >= lock.failures) return false
  await tables(tx)
    .insertInto('signInFailures')
    .values({ login, id: newId(now), remote, at: now })
    .execute()
  return true
}

export async function forgetFailures(tx: Tx, login: string): Promise<void> {
  await tables(tx).deleteFrom('signInFailures').where('login', '=', login).execute()
}

/** Ended sessions and old failures are of no use to anyone. */
export async function tidySessions(database: Database, now: Date): Promise<void> {
  await asSystem(database, async (tx) => {
    const idle = new Date(now.getTime() - sessionLimits.idle)
    await tables(tx)
      .deleteFrom('sessions')
      .where((one) => one.or([one('expiresAt', '<', now), one('seenAt', '<', idle)]))
      .execute()
    await tables(tx)
      .deleteFrom('signInFailures')
      .where('at', '<', new Date(now.getTime() - 24 * hour))
      .execute()
  })
}
