import { dayOf } from '#platform/clock/working-days.ts'
import { command, type Work } from '#platform/commands/command.ts'
import type { EventDraft } from '#platform/events/event.ts'
import { eventsSince } from '#platform/events/event-store.ts'
import type { Text } from '#platform/i18n/messages.ts'
import type { Written } from '#platform/import/import-kind.ts'
import type { House } from '#platform/slice.ts'
import { oneImportInput } from './import-contract.ts'
import { importRemarks } from './import-remarks.ts'
import { type RowRecord, rowsToUndo, rowsToWrite, settleRows } from './import-row-store.ts'
import { updateImport } from './import-store.ts'
import { heldImport, type TakenImport } from './take-import.ts'

/** Rows of one transaction: it is done whole or not at all, and others wait for it no longer than a moment. */
export const rowsOfABatch = 250

/**
 * Does the next batch of an import that is at work: writes rows, or takes them back. The rows say themselves what
 * became of them, in the same transaction, so that it does not matter how often or where this is asked. Answers
 * whether more is to do.
 */
export const carryOn = (house: House) =>
  command('import.carry-on', {
    may: { permission: 'import.use' },
    input: oneImportInput,
    event: 'import.carried-on',
    async decide(work, { import: id }) {
      const taken = await heldImport(house, work.tx, work.actor, id)
      const { state } = taken.record
      const batch =
        state === 'applying'
          ? await writeNext(work, taken)
          : state === 'undoing'
            ? await takeBackNext(house, work, taken)
            : null
      if (batch && !batch.more) {
        const ended = state === 'applying' ? ('applied' as const) : ('undone' as const)
        await updateImport(work.tx, id, { state: ended, endedAt: work.now.toISOString(), halted: null })
      }
      return {
        result: { id, more: batch?.more ?? false },
        event: {
          about: { kind: 'import', id },
          data: { rows: batch?.rows ?? 0, refused: batch?.refused ?? 0 },
        },
        further: batch?.events ?? [],
      }
    },
  })

interface Batch {
  rows: number
  refused: number
  more: boolean
  events: readonly EventDraft[]
}

async function writeNext(work: Work, { record, kind }: TakenImport): Promise<Batch> {
  const { tx, command: by } = work
  const rows = await rowsToWrite(tx, record.id, rowsOfABatch)
  const events: EventDraft[] = []
  const settled: Parameters<typeof settleRows>[2][number][] = []
  const settle = (choice: 'new' | 'merge', written: readonly Written[], chosen: readonly RowRecord[]) => {
    for (const [at, row] of chosen.entries()) {
      const one = written[at]
      if (!one) throw new Error(`${kind.kind} said nothing of row ${row.row}`)
      settled.push(
        one.done
          ? {
              row: row.row,
              outcome: choice === 'new' ? 'added' : 'merged',
              why: null,
              before: one.before,
              command: by,
            }
          : { row: row.row, outcome: 'refused', why: one.why, before: null, command: null },
      )
    }
  }
  for (const choice of ['new', 'merge'] as const) {
    const chosen = rows.filter((row) => row.choice === choice)
    if (chosen.length === 0) continue
    const records = chosen.map((row) => ({ record: targetOf(row), values: row.vals ?? {} }))
    const written = await (choice === 'new' ? kind.add(work, records) : kind.merge(work, records))
    events.push(...written.events)
    settle(choice, written.rows, chosen)
  }
  if (settled.length > 0) await settleRows(tx, record.id, settled)
  const refused = settled.filter(({ outcome }) => outcome === 'refused').length
  return { rows: rows.length, refused, more: rows.length === rowsOfABatch, events }
}

/** The record that a row became, or was merged into. */
function targetOf({ choice, record, match }: Pick<RowRecord, 'choice' | 'record' | 'match'>): string {
  return choice === 'merge' ? (match?.id ?? record) : record
}

async function takeBackNext(house: House, work: Work, { record, kind }: TakenImport): Promise<Batch> {
  const { tx } = work
  const rows = await rowsToUndo(tx, record.id, rowsOfABatch)
  const targets = rows.map((row) => ({ row, id: targetOf(row) }))
  const since = await eventsSince(
    tx,
    kind.kind,
    targets.flatMap(({ row, id }) => (row.command ? [{ id, command: row.command }] : [])),
  )
  const added = targets.filter(({ row }) => row.before === null).map(({ id }) => id)
  const pointed = await house.pointedAt(tx, kind.kind, added)
  const whyNot = ({ row, id }: (typeof targets)[number]): Text | null => {
    const event = since.get(id)
    if (event) return importRemarks.changedSince(dayOf(new Date(event.at)))
    return row.before === null && pointed.has(id) ? importRemarks.pointedAt() : null
  }
  const free = targets.filter((one) => whyNot(one) === null)
  const written = await kind.takeBack(
    work,
    free.map(({ row, id }) => ({ record: id, before: row.before })),
  )
  const said = new Map(written.rows.map((one) => [one.record, one]))
  const settled = targets.map((one) => {
    const { row, id } = one
    const answer = said.get(id)
    const why = whyNot(one) ?? (answer && !answer.done ? answer.why : null)
    const kept = { row: row.row, outcome: 'kept' as const, why, before: row.before, command: row.command }
    return why ? kept : { ...kept, outcome: 'undone' as const, before: null }
  })
  if (settled.length > 0) await settleRows(tx, record.id, settled)
  const refused = settled.filter(({ outcome }) => outcome === 'kept').length
  return { rows: rows.length, refused, more: rows.length === rowsOfABatch, events: written.events }
}
