import type { Actor } from '#platform/auth/actor.ts'
import { type Database, inTransaction, type Tx } from '#platform/db/database.ts'
import { type Cell, streamSpreadsheet } from '#platform/documents/spreadsheet.ts'
import type { FileAnswer } from '#platform/contracts/served.ts'
import type { FollowupFilter } from './followup-shapes.ts'
import { exportMessages } from './export-messages.ts'
import { pageOfFollowups } from './followup-list-store.ts'
import { followupMessages } from './followup-messages.ts'
import { questionOf } from './followup-question.ts'
import type { FollowupRow } from './followup-store.ts'
import { type Calendar, calendarAt, organisationNames, timeOf } from './followup-view.ts'
import { lastWords } from './step-store.ts'

const rowsAtOnce = 500

/** The list as a spreadsheet, read page by page while it is sent; it stops when the reader goes away. */
export function exportFollowups(
  database: Database,
  actor: Actor,
  filter: FollowupFilter,
  now: Date,
  signal: AbortSignal,
): FileAnswer {
  const t = exportMessages[actor.language]
  const { today } = calendarAt(now)
  return {
    name: `${t.file}-${today}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: streamSpreadsheet({
      sheet: t.file,
      columns: t.columns,
      rows: rowsOf(database, actor, filter, now, signal),
      signal,
    }),
  }
}

async function* rowsOf(
  database: Database,
  actor: Actor,
  filter: FollowupFilter,
  now: Date,
  signal: AbortSignal,
): AsyncGenerator<Cell[]> {
  const question = questionOf(actor, filter, now)
  const calendar = calendarAt(now)
  let after: string | undefined
  do {
    signal.throwIfAborted()
    // A transaction a page: a slow reader holds neither a connection nor an old snapshot.
    const { cells, next } = await inTransaction(
      database,
      actor,
      async (tx) => {
        const page = await pageOfFollowups(tx, question, { after, limit: rowsAtOnce })
        return { cells: await cellsOf(tx, actor, page.rows, calendar), next: page.next }
      },
      { readOnly: true },
    )
    yield* cells
    after = next ?? undefined
  } while (after !== undefined)
}

async function cellsOf(
  tx: Tx,
  actor: Actor,
  rows: readonly FollowupRow[],
  calendar: Calendar,
): Promise<Cell[][]> {
  const { language } = actor
  const t = followupMessages[language]
  const names = await organisationNames(
    tx,
    rows.flatMap((row) => [row.lead, ...row.supporting]),
    language,
  )
  const words = await lastWords(
    tx,
    rows.map(({ id }) => id),
  )
  const comma = exportMessages[language].comma
  return rows.map((row) => {
    const { lamp, workingDaysLeft } = timeOf(row, calendar)
    const word = words.get(row.id)
    return [
      row.number,
      row.quote,
      t.forces[row.force],
      t.kinds[row.kind],
      row.places.map((place) => (place.kind === 'visit' ? t.place.visit : place.name)).join(comma),
      row.saidBy,
      row.saidOn,
      names(row.lead)?.name ?? null,
      row.supporting.map((one) => names(one)?.name ?? '').join(comma),
      t.states[row.state],
      t.lamps[lamp],
      row.dueDay,
      workingDaysLeft,
      word?.text ?? null,
      word ? new Date(word.at) : null,
      new Date(row.openedAt),
      row.state === 'closed' ? new Date(row.stateSince) : null,
    ]
  })
}
