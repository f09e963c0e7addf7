import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'

interface Feed {
  county: string
  id: string
  aboutKind: 'room' | 'place'
  about: string
  tokenHash: string
  madeBy: string | null
  madeAt: string
  endedBy: string | null
  endedAt: string | null
}

const tables = (tx: Tx) => tx.withTables<{ bookingFeeds: Feed }>()
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Ends the address that a room's or place's calendar had, and gives it another. */
export async function replaceFeed(
  tx: Tx,
  feed: Pick<Feed, 'county' | 'id' | 'aboutKind' | 'about'> & { token: string },
  by: { person: string; at: string },
): Promise<void> {
  const { token, ...rest } = feed
  await tables(tx)
    .updateTable('bookingFeeds')
    .set({ endedBy: by.person, endedAt: by.at })
    .where('aboutKind', '=', feed.aboutKind)
    .where('about', '=', feed.about)
    .where('endedAt', 'is', null)
    .execute()
  const made = { madeBy: by.person, madeAt: by.at, endedBy: null, endedAt: null }
  await tables(tx)
    .insertInto('bookingFeeds')
    .values({ ...rest, ...made, tokenHash: hashOf(token) })
    .execute()
}

/** Of what a token's calendar is; undefined where it has ended or never was. */
export function feedOfToken(tx: Tx, token: string): Promise<Pick<Feed, 'aboutKind' | 'about'> | undefined> {
  return tables(tx)
    .selectFrom('bookingFeeds')
    .select(['aboutKind', 'about'])
    .where('tokenHash', '=', hashOf(token))
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}
