import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { searchQuery, searchTerms, termsVector } from '#platform/search/search-terms.ts'
import { soundsOf } from './sound.ts'

export type EntryKind = 'service' | 'place'

interface Row {
  kind: EntryKind
  id: string
  name: string
  nameOrder: string
  names: string[]
  sound: string
  terms: string
  /** Null of a place. */
  checkedOn: Day | null
  /** Neither withdrawn nor closed. */
  live: boolean
}

/** What a service is found by. */
export interface Entry {
  service: string
  name: string
  nameOrder: string
  /** What else it is called. */
  names: string[]
  checkedOn: Day
  live: boolean
}

type DirectoryTables = {
  serviceEntries: Entry & { county: string; sound: string; terms: string }
  directoryList: Row
}

const tables = (tx: Tx) => tx.withTables<DirectoryTables>()

/** Writes an entry, or writes it anew. `words` are more names that it is found by, `texts` what is said of it. */
export async function writeEntry(
  tx: Tx,
  county: string,
  entry: Entry,
  { words, texts }: { words: readonly string[]; texts: readonly string[] },
): Promise<void> {
  const names = [entry.name, ...entry.names]
  const row = {
    ...entry,
    sound: soundsOf(names),
    terms: termsVector(searchTerms({ names: [...names, ...words], texts })),
  }
  await tables(tx)
    .insertInto('serviceEntries')
    .values({ county, ...row })
    .onConflict((conflict) => conflict.columns(['county', 'service']).doUpdateSet(row))
    .execute()
}

export async function markEntry(
  tx: Tx,
  service: string,
  change: Partial<Pick<Entry, 'checkedOn' | 'live'>>,
): Promise<void> {
  await tables(tx).updateTable('serviceEntries').set(change).where('service', '=', service).execute()
}

/** Adds names to what these services are found by. */
export async function addWords(tx: Tx, services: readonly string[], names: readonly string[]): Promise<void> {
  if (services.length === 0) return
  const more = termsVector(searchTerms({ names, texts: [] }))
  await tables(tx)
    .updateTable('serviceEntries')
    .set({ terms: sql<string>`terms || ${more}` })
    .where('service', 'in', services)
    .execute()
}

/** A row that a search found. */
export interface Found {
  kind: EntryKind
  id: string
  name: string
  names: string[]
}

const columns = ['kind', 'id', 'name', 'names'] as const
/** So many hits are ranked; of words so common that they bring more, these say nothing anyway. */
const mostRanked = 1_000

/** Whether the public sees it: services whose last check is after `hidden`, and open places. */
function seen(hidden: Day): RawBuilder<boolean> {
  return sql<boolean>`live and (checked_on is null or checked_on > ${hidden}::date)`
}

/** Those that hold every word of the text: names that begin with it first, then names that hold it, then others. */
export async function entriesWith(
  tx: Tx,
  text: string,
  { hidden, limit, sound }: { hidden: Day; limit: number; sound: string },
): Promise<Found[]> {
  const query = searchQuery(text)
  if (query === null) return []
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const said = words.join('')
  const hits = tables(tx)
    .selectFrom('directoryList')
    .select([...columns, 'nameOrder', 'sound'])
    .where(seen(hidden))
    .where(sql<boolean>`terms @@ ${query}::tsquery`)
    .limit(mostRanked)
  const { rows } = await sql<Found>`
    with hits as materialized (${hits})
    select kind, id, name, names from hits
    order by case
        when lower(name) = ${said} or ${said} = any(names) then 0
        when starts_with(lower(name), ${said}) then 1
        when strpos(lower(name), ${said}) > 0 then 2
        when (select bool_and(strpos(lower(name), word) > 0) from unnest(${words}::text[]) as word) then 3
        when strpos(array_to_string(names, ' '), ${said}) > 0 then 4
        when ${sound} <> '' and strpos(sound, ${sound}) > 0 then 5
        else 6 end,
      kind desc, length(name), name_order, id
    limit ${limit}`.execute(tx)
  return rows
}

/** How much of the sound's trigrams a name must share: two letters of eight may be wrong. */
const likeness = 0.5

/** Those whose names sound like it, the likest first. */
export async function entriesLike(
  tx: Tx,
  sound: string,
  { hidden, limit }: { hidden: Day; limit: number },
): Promise<Found[]> {
  await sql.raw(`set local pg_trgm.word_similarity_threshold = ${likeness}`).execute(tx)
  return tables(tx)
    .selectFrom('directoryList')
    .select(columns)
    .where(seen(hidden))
    .where(sql<boolean>`sound %> ${sound}`)
    .orderBy(sql`word_similarity(${sound}, sound)`, 'desc')
    .orderBy(sql`length(name)`)
    .orderBy('nameOrder')
    .limit(limit)
    .execute()
}

/** Those that hold some of the words, the most first: for a question in a whole sentence. */
export async function entriesWithSome(
  tx: Tx,
  words: readonly string[],
  { hidden, limit }: { hidden: Day; limit: number },
): Promise<Found[]> {
  const some = words.map((word) => `'${word}'`).join(' | ')
  // Each row's words are fetched once, for all that is asked of them: the rank grows with the words that it holds.
  const hits = tables(tx)
    .selectFrom('directoryList')
    .select(['kind', 'id', 'name', 'nameOrder', sql<number>`ts_rank(terms, ${some}::tsquery)`.as('held')])
    .where(seen(hidden))
    .where(sql<boolean>`terms @@ ${some}::tsquery`)
    .limit(mostRanked)
  const { rows } = await sql<Found>`
    with hits as materialized (${hits})
    select kind, id, name, array[]::text[] as names from hits
    where held * 2 >= (select max(held) from hits)
    order by held desc, kind desc, length(name), name_order, id
    limit ${limit}`.execute(tx)
  return rows
}

/** The ids of the cards that hold every word of a text, for the list of the console; at most `limit`. */
export async function servicesWith(tx: Tx, text: string, limit: number): Promise<string[] | null> {
  const query = searchQuery(text)
  if (query === null) return null
  const rows = await tables(tx)
    .selectFrom('directoryList')
    .select('id')
    .where('kind', '=', 'service')
    .where(sql<boolean>`terms @@ ${query}::tsquery`)
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Open places by pinyin, behind the one with the id `after`. */
export async function openPlaceIds(
  tx: Tx,
  { after, offset = 0, limit }: { after?: string; offset?: number; limit: number },
): Promise<string[]> {
  let query = tables(tx)
    .selectFrom('directoryList')
    .select('id')
    .offset(offset)
    .where('kind', '=', 'place')
    .where('live', '=', true)
    .orderBy('nameOrder')
    .orderBy('id')
    .limit(limit)
  if (after) {
    query = query.where(
      sql<boolean>`(name_order, id) > ((select l.name_order from directory_list l where l.kind = 'place' and l.id = ${after}::uuid), ${after}::uuid)`,
    )
  }
  return (await query.execute()).map(({ id }) => id)
}

export async function countOpenPlaces(tx: Tx): Promise<number> {
  const row = await tables(tx)
    .selectFrom('directoryList')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('kind', '=', 'place')
    .where('live', '=', true)
    .executeTakeFirst()
  return row?.n ?? 0
}
