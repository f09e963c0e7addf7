import type { Tx } from '#platform/db/database.ts'

export interface PartRow {
  id: string
  followup: string
  organisation: string
  text: string
  dueDay: string | null
  person: string | null
  at: string
}

export interface CompletionRow {
  part: string
  person: string | null
  text: string | null
  at: string
}

type PartTables = {
  followupParts: PartRow & { county: string }
  followupPartCompletions: CompletionRow & { county: string }
}

const tables = (tx: Tx) => tx.withTables<PartTables>()

export async function insertPart(tx: Tx, part: PartTables['followupParts']): Promise<void> {
  await tables(tx).insertInto('followupParts').values(part).execute()
}

export async function insertCompletion(
  tx: Tx,
  completion: PartTables['followupPartCompletions'],
): Promise<void> {
  await tables(tx).insertInto('followupPartCompletions').values(completion).execute()
}

/** The parts of follow-ups with their completions, in the order in which they were added. */
export async function partsOf(
  tx: Tx,
  followups: readonly string[],
): Promise<(PartRow & { completion: CompletionRow | null })[]> {
  if (followups.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('followupParts as p')
    .leftJoin('followupPartCompletions as c', (join) =>
      join.onRef('c.county', '=', 'p.county').onRef('c.part', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.followup',
      'p.organisation',
      'p.text',
      'p.dueDay',
      'p.person',
      'p.at',
      'c.part',
      'c.person as doneBy',
      'c.text as doneText',
      'c.at as doneAt',
    ])
    .where('p.followup', 'in', followups)
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  return rows.map(({ part, doneBy, doneText, doneAt, ...row }) => ({
    ...row,
    completion: part && doneAt ? { part, person: doneBy, text: doneText, at: doneAt } : null,
  }))
}
