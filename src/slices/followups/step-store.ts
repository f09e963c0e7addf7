import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { State, StepKind } from './followup.ts'

export interface StepRow {
  id: string
  followup: string
  position: number
  kind: StepKind
  state: State
  person: string | null
  organisation: string | null
  at: string
  day: string
  text: string | null
  dueDay: string | null
  lead: string | null
  files: string[]
}

type StepTables = { followupSteps: StepRow & { county: string } }

const tables = (tx: Tx) => tx.withTables<StepTables>()

const columns = [
  'id',
  'followup',
  'position',
  'kind',
  'state',
  'person',
  'organisation',
  'at',
  'day',
  'text',
  'dueDay',
  'lead',
  'files',
] as const

export async function insertSteps(tx: Tx, county: string, steps: readonly StepRow[]): Promise<void> {
  if (steps.length === 0) return
  await tables(tx)
    .insertInto('followupSteps')
    .values(steps.map((step) => ({ ...step, county })))
    .execute()
}

export function stepsOf(tx: Tx, followup: string): Promise<StepRow[]> {
  return tables(tx)
    .selectFrom('followupSteps')
    .select(columns)
    .where('followup', '=', followup)
    .orderBy('position')
    .execute()
}

/** The last step of each. */
export async function lastSteps(
  tx: Tx,
  followups: readonly { id: string; steps: number }[],
): Promise<Map<string, StepRow>> {
  if (followups.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('followupSteps')
    .select(columns)
    .where(
      sql<boolean>`(followup, position) in (select * from unnest(${followups.map(({ id }) => id)}::uuid[], ${followups.map(({ steps }) => steps)}::int[]))`,
    )
    .execute()
  return new Map(rows.map((row) => [row.followup, row]))
}

/** The last thing that was said in words about each, for the brief and the export. */
export async function lastWords(tx: Tx, followups: readonly string[]): Promise<Map<string, StepRow>> {
  if (followups.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('followupSteps')
    .select(columns)
    .distinctOn('followup')
    .where('followup', 'in', followups)
    .where('text', 'is not', null)
    .orderBy('followup')
    .orderBy('position', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.followup, row]))
}

/**
 * Of these follow-ups, the ones where the person did work of the present round: reported or asked to close since
 * it was handed to this lead or last returned.
 */
export async function workedOnBy(tx: Tx, person: string, followups: readonly string[]): Promise<Set<string>> {
  if (followups.length === 0) return new Set()
  const { rows } = await sql<{ followup: string }>`
    select followup from followup_steps where followup = any(${followups}::uuid[])
    group by followup
    having max(position) filter (where person = ${person} and kind in ('reported', 'closing-asked', 'part-completed'))
      > coalesce(max(position) filter (where kind in ('assigned', 'returned')), 0)`.execute(tx)
  return new Set(rows.map((row) => row.followup))
}
