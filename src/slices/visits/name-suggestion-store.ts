import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Claim, SuggestionState } from './name-suggestion.ts'
import type { KnownRef } from './visit.ts'

export interface SuggestionRow {
  id: string
  name: string
  kind: KnownRef['kind']
  target: string
  state: SuggestionState
  times: number
  at: string
  lastAt: string
  decidedBy: string | null
  decidedAt: string | null
}

/** The visit or follow-up in which it was said. */
export interface SuggestionSource {
  kind: 'visit' | 'followup'
  source: string
  /** A follow-up's number. */
  label: string | null
  person: string | null
  at: string
}

type SuggestionTables = {
  nameSuggestions: SuggestionRow & { county: string }
  nameSuggestionSources: SuggestionSource & { county: string; suggestion: string }
}

const tables = (tx: Tx) => tx.withTables<SuggestionTables>()

const columns = [
  'id',
  'name',
  'kind',
  'target',
  'state',
  'times',
  'at',
  'lastAt',
  'decidedBy',
  'decidedAt',
] as const

/** The suggestion of a claim, made where there is none yet, and locked until the end of the transaction. */
export async function suggestionOf(
  tx: Tx,
  county: string,
  { name, target }: Claim,
  made: { id: string; at: string },
): Promise<SuggestionRow> {
  await tables(tx)
    .insertInto('nameSuggestions')
    .values({
      ...made,
      county,
      name,
      kind: target.kind,
      target: target.id,
      state: 'open',
      times: 0,
      lastAt: made.at,
      decidedBy: null,
      decidedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await lockedSuggestion(tx, { name, target }))!
}

/** The suggestion of a claim, locked, where there is one. */
export function lockedSuggestion(tx: Tx, { name, target }: Claim): Promise<SuggestionRow | undefined> {
  return tables(tx)
    .selectFrom('nameSuggestions')
    .select(columns)
    .where('name', '=', name)
    .where('kind', '=', target.kind)
    .where('target', '=', target.id)
    .forUpdate()
    .executeTakeFirst()
}

export function lockSuggestion(tx: Tx, id: string): Promise<SuggestionRow | undefined> {
  return tables(tx)
    .selectFrom('nameSuggestions')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function suggestionsByIds(tx: Tx, ids: readonly string[]): Promise<SuggestionRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('nameSuggestions').select(columns).where('id', 'in', ids).execute()
}

/** Adds a source and counts it. Says whether it was not there before. */
export async function addSource(
  tx: Tx,
  county: string,
  suggestion: string,
  source: SuggestionSource,
): Promise<boolean> {
  const added = await tables(tx)
    .insertInto('nameSuggestionSources')
    .values({ ...source, county, suggestion })
    .onConflict((conflict) => conflict.doNothing())
    .returning('suggestion')
    .executeTakeFirst()
  if (!added) return false
  await tables(tx)
    .updateTable('nameSuggestions')
    .set({ times: sql<number>`times + 1`, lastAt: source.at })
    .where('id', '=', suggestion)
    .execute()
  return true
}

/** Takes a source away and counts it out. Says whether it was there. */
export async function removeSource(
  tx: Tx,
  suggestion: string,
  { kind, source }: Pick<SuggestionSource, 'kind' | 'source'>,
): Promise<boolean> {
  const gone = await tables(tx)
    .deleteFrom('nameSuggestionSources')
    .where('suggestion', '=', suggestion)
    .where('kind', '=', kind)
    .where('source', '=', source)
    .returning('suggestion')
    .executeTakeFirst()
  if (!gone) return false
  await tables(tx)
    .updateTable('nameSuggestions')
    .set({ times: sql<number>`times - 1` })
    .where('id', '=', suggestion)
    .execute()
  return true
}

/** What was suggested out of one visit or follow-up. */
export function suggestedIn(
  tx: Tx,
  { kind, source }: Pick<SuggestionSource, 'kind' | 'source'>,
): Promise<SuggestionRow[]> {
  return tables(tx)
    .selectFrom('nameSuggestions as s')
    .innerJoin('nameSuggestionSources as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.suggestion', '=', 's.id'),
    )
    .selectAll('s')
    .where('o.kind', '=', kind)
    .where('o.source', '=', source)
    .execute()
}

export async function setState(
  tx: Tx,
  id: string,
  state: SuggestionState,
  by: { person: string | null; at: string } | null,
): Promise<void> {
  await tables(tx)
    .updateTable('nameSuggestions')
    .set({ state, decidedBy: by?.person ?? null, decidedAt: by?.at ?? null })
    .where('id', '=', id)
    .execute()
}

/**
 * Names with what each of them was suggested for: the newest name first, one entry for a name however many targets it
 * has. `after` is the id that the last entry of the page before came with.
 */
export async function pageOfNames(
  tx: Tx,
  { state, after, limit }: { state: SuggestionState; after?: string; limit: number },
): Promise<{ last: string; name: string }[]> {
  let query = tables(tx)
    .selectFrom('nameSuggestions as s')
    .select(['s.id as last', 's.name'])
    .where('s.state', '=', state)
    .where('s.times', '>', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('nameSuggestions as newer')
            .select('newer.id')
            .whereRef('newer.county', '=', 's.county')
            .whereRef('newer.name', '=', 's.name')
            .where('newer.state', '=', state)
            .where('newer.times', '>', 0)
            .whereRef('newer.id', '>', 's.id'),
        ),
      ),
    )
    .orderBy('s.id', 'desc')
    .limit(limit)
  if (after) query = query.where('s.id', '<', after)
  return query.execute()
}

/** All that names were suggested for in one state, what was said most often first. */
export function suggestionsFor(
  tx: Tx,
  names: readonly string[],
  state: SuggestionState,
): Promise<SuggestionRow[]> {
  if (names.length === 0) return Promise.resolve([])
  return tables(tx)
    .selectFrom('nameSuggestions')
    .select(columns)
    .where('name', 'in', names)
    .where('state', '=', state)
    .where('times', '>', 0)
    .orderBy('times', 'desc')
    .orderBy('id')
    .execute()
}

export async function countSuggestions(tx: Tx, state: SuggestionState): Promise<number> {
  const { n } = await tables(tx)
    .selectFrom('nameSuggestions')
    .select(sql<number>`count(distinct name)`.as('n'))
    .where('state', '=', state)
    .where('times', '>', 0)
    .executeTakeFirstOrThrow()
  return n
}

/** The last `each` sources of every suggestion, the newest first. */
export async function sourcesOf(
  tx: Tx,
  suggestions: readonly string[],
  each: number,
): Promise<(SuggestionSource & { suggestion: string })[]> {
  if (suggestions.length === 0) return []
  const ranked = tables(tx)
    .selectFrom('nameSuggestionSources')
    .select(['suggestion', 'kind', 'source', 'label', 'person', 'at'])
    .select(sql<number>`row_number() over (partition by suggestion order by at desc, source)`.as('nth'))
    .where('suggestion', 'in', suggestions)
  const rows = await tables(tx)
    .selectFrom(ranked.as('r'))
    .select(['suggestion', 'kind', 'source', 'label', 'person', 'at'])
    .where('nth', '<=', each)
    .orderBy('at', 'desc')
    .execute()
  return rows
}
