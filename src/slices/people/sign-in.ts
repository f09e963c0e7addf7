import { passwordFits } from '#platform/auth/password.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import { asSystem, type Database, inTransaction } from '#platform/db/database.ts'
import { insertEvent } from '#platform/events/event-store.ts'
import { newId } from '#platform/records/new-id.ts'
import { signInLocked, signInRefused } from './person-messages.ts'
import { admitAttempt, candidatesFor, forgetFailures, lock, openSession } from './session-store.ts'

/**
 * Opens a session for a login and password and returns its token. Throws `signInRefused` without saying which of
 * the two was wrong, and `signInLocked` after five failures within a quarter of an hour (GB/T 22239-2019 8.1.4.1).
 */
export async function signIn(
  database: Database,
  given: { login: string; password: string; remote: string; now: Date },
): Promise<string> {
  const { login, password, remote, now } = given
  if (!(await asSystem(database, (tx) => admitAttempt(tx, login, remote, now))))
    throw signInLocked(lock.within / 60_000)
  const candidates = await asSystem(database, (tx) => candidatesFor(tx, login))
  let who: { county: string; person: string } | null = null
  for (const candidate of candidates.length ? candidates : [null]) {
    const fits = await passwordFits(password, candidate?.passwordHash ?? null)
    if (fits && candidate) who ??= { county: candidate.county, person: candidate.person }
  }
  if (!who) throw signInRefused()
  await asSystem(database, (tx) => forgetFailures(tx, login))
  return begin(database, who, remote, now)
}

/** The session and its event: who came in, when, from where. */
function begin(
  database: Database,
  who: { county: string; person: string },
  remote: string,
  now: Date,
): Promise<string> {
  return inTransaction(database, who, async (tx) => {
    const token = await openSession(tx, who.county, who.person, now)
    await insertEvent(tx, {
      county: who.county,
      id: newId(now),
      at: now.toISOString(),
      command: newId(now),
      name: 'session.opened',
      about: { kind: 'person', id: who.person },
      person: who.person,
      organisation: null,
      data: { remote, day: dayOf(now) },
    })
    return token
  })
}
