import { command } from '#platform/commands/command.ts'
import type { ImportChoice } from '#platform/import/import-kind.ts'
import type { House } from '#platform/slice.ts'
import { decideRowsInput } from './import-contract.ts'
import { choiceNotOpen, importNotNow } from './import-problems.ts'
import { chooseAll, chooseRows, type RowRecord, rowsAt } from './import-row-store.ts'
import { heldImport } from './take-import.ts'

/** What may be done with a row: nothing with a wrong one. */
export function choicesOf(row: Pick<RowRecord, 'vals' | 'match'>): readonly ImportChoice[] {
  if (row.vals === null) return []
  return row.match?.choices ?? ['new', 'skip']
}

/** Says what becomes of rows: added, skipped, or merged into the record that is there. */
export const decideRows = (house: House) =>
  command('import.decide', {
    may: { permission: 'import.use' },
    input: decideRowsInput,
    event: 'import.decided',
    async decide({ tx, actor }, { import: id, rows, all }) {
      const { record } = await heldImport(house, tx, actor, id)
      if (record.state !== 'tried') throw importNotNow()
      const there = new Map(
        (
          await rowsAt(
            tx,
            id,
            rows.map(({ row }) => row),
          )
        ).map((row) => [row.row, row]),
      )
      for (const { row, choice } of rows) {
        const found = there.get(row)
        if (!found || !choicesOf(found).includes(choice)) throw choiceNotOpen(row)
      }
      for (const [choice, chosen] of Map.groupBy(rows, (one) => one.choice)) {
        await chooseRows(
          tx,
          id,
          chosen.map(({ row }) => row),
          choice,
        )
      }
      const together = all ? await chooseAll(tx, id, all.sure, all.choice) : 0
      return {
        result: { id },
        event: {
          about: { kind: 'import', id },
          data: { rows: rows.length + together, choices: rows.slice(0, 50), all },
        },
      }
    },
  })
