import type { ImportChoice } from '#platform/import/import-kind.ts'

/** What people bring in a spreadsheet, from the upload to the record of it, and back. */
export const importStates = [
  'uploaded',
  'tried',
  'applying',
  'stopped',
  'applied',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

export const importActions = ['lay-out', 'decide', 'start', 'stop', 'undo'] as const
export type ImportAction = (typeof importActions)[number]

/** What a row came to, or stands at. */
export const rowStates = [
  'fault',
  'undecided',
  'new',
  'merge',
  'skip',
  'added',
  'merged',
  'refused',
  'undone',
  'kept',
] as const
export type RowState = (typeof rowStates)[number]

export type RowCounts = Record<RowState, number> & {
  all: number
  hidden: number
  exact: number
  likely: number
}

/** What can be done with an import now. `counts` are those of its rows. */
export function actionsFor(state: ImportState, counts: RowCounts): ImportAction[] {
  const written = counts.added + counts.merged + counts.kept
  const may: Record<ImportAction, boolean> = {
    'lay-out': state === 'uploaded' || state === 'tried',
    decide: state === 'tried',
    start:
      (state === 'tried' || state === 'stopped') && counts.undecided === 0 && counts.new + counts.merge > 0,
    stop: state === 'applying',
    undo: (state === 'applied' || state === 'stopped' || state === 'undone') && written > 0,
  }
  return importActions.filter((action) => may[action])
}

/** What the dry run proposes for a row: nothing where a person has to say. */
export function proposedChoice(reading: {
  values: unknown
  match: { sure: 'exact' | 'likely' } | null
}): ImportChoice | null {
  if (reading.values === null) return null
  if (!reading.match) return 'new'
  return reading.match.sure === 'exact' ? 'skip' : null
}

/**
 * How deep each record hangs on others of the same file: 0 on none. Null for those that hang on themselves in a
 * circle. `after` is the record that must be there first.
 */
export function levelsOf(
  rows: readonly { record: string; after: string | null }[],
): Map<string, number | null> {
  const after = new Map(rows.map((row) => [row.record, row.after]))
  const levels = new Map<string, number | null>()
  for (const { record } of rows) {
    const way: string[] = []
    let at: string | null | undefined = record
    while (at && !levels.has(at) && !way.includes(at)) {
      way.push(at)
      at = after.get(at)
    }
    const circle = at && !levels.has(at) ? way.indexOf(at) : -1
    let level: number | null = circle >= 0 ? null : at ? (levels.get(at) ?? null) : -1
    for (const one of way.toReversed()) {
      level = level === null ? null : level + 1
      levels.set(one, level)
    }
  }
  return levels
}
