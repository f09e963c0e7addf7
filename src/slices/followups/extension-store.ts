import type { Tx } from '#platform/db/database.ts'

export interface ExtensionRow {
  id: string
  followup: string
  fromDay: string
  toDay: string
  reason: string
  person: string | null
  organisation: string | null
  at: string
}

export interface DecisionRow {
  extension: string
  granted: boolean
  reason: string | null
  person: string | null
  at: string
}

type ExtensionTables = {
  followupExtensions: ExtensionRow & { county: string }
  followupExtensionDecisions: DecisionRow & { county: string }
}

const tables = (tx: Tx) => tx.withTables<ExtensionTables>()

export async function insertExtension(
  tx: Tx,
  extension: ExtensionTables['followupExtensions'],
): Promise<void> {
  await tables(tx).insertInto('followupExtensions').values(extension).execute()
}

export async function insertDecision(
  tx: Tx,
  decision: ExtensionTables['followupExtensionDecisions'],
): Promise<void> {
  await tables(tx).insertInto('followupExtensionDecisions').values(decision).execute()
}

export function extensionsByIds(tx: Tx, ids: readonly string[]): Promise<ExtensionRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tables(tx).selectFrom('followupExtensions').selectAll().where('id', 'in', ids).execute()
}

/** Every request of a follow-up with its answer, the oldest first. */
export async function extensionsOf(
  tx: Tx,
  followup: string,
): Promise<(ExtensionRow & { decision: DecisionRow | null })[]> {
  const extensions = await tables(tx)
    .selectFrom('followupExtensions')
    .selectAll()
    .where('followup', '=', followup)
    .orderBy('at')
    .orderBy('id')
    .execute()
  if (extensions.length === 0) return []
  const decisions = await tables(tx)
    .selectFrom('followupExtensionDecisions')
    .selectAll()
    .where(
      'extension',
      'in',
      extensions.map(({ id }) => id),
    )
    .execute()
  return extensions.map((one) => ({
    ...one,
    decision: decisions.find((decision) => decision.extension === one.id) ?? null,
  }))
}
