import { command } from '#platform/commands/command.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import { fileGone } from '#platform/files/file-store.ts'
import { readSheet } from '#platform/import/in-table-worker.ts'
import type { House } from '#platform/slice.ts'
import { tryImportInput } from './import-contract.ts'
import { columnsMissing, importNotNow, nothingBelowHeader } from './import-problems.ts'
import { replaceRows } from './import-row-store.ts'
import { updateImport } from './import-store.ts'
import { readRows } from './read-rows.ts'
import { heldImport, importFor } from './take-import.ts'
import { told } from './told-fault.ts'

/** Reads every row below the header as a person has laid the sheet out, and keeps what would happen with each. */
export const tryImport = (house: House) =>
  command('import.try', {
    may: { permission: 'import.use' },
    input: tryImportInput,
    event: 'import.tried',
    async prepare({ actor, ask }, { import: id, sheet, header, headerRows, columns }) {
      const { record, kind } = await ask((tx) => importFor(house, tx, actor, id))
      if (record.state !== 'uploaded' && record.state !== 'tried') throw importNotNow()
      const known = columns.filter(({ field }) => kind.fields.some(({ key }) => key === field))
      const twice = kind.fields.filter(({ key }) => known.filter(({ field }) => field === key).length > 1)
      const without = kind.fields.filter(
        ({ key, required }) => required && !known.some(({ field }) => field === key),
      )
      const wrong = [...without, ...twice]
      if (wrong.length > 0) {
        throw columnsMissing(
          wrong.map(({ name }) => name.zh).join('、'),
          wrong.map(({ name }) => name.en).join(', '),
        )
      }
      const bytes = await house.files.get(record.sha256)
      if (!bytes) throw fileGone()
      const { rows } = await told(readSheet(bytes, sheet))
      const below = rows.filter(({ row }) => row >= header + headerRows)
      const read = await readRows(kind, below, known, { actor, ask, today: dayOf(new Date()) })
      if (read.length === 0) throw nothingBelowHeader()
      return { read, known }
    },
    async decide({ tx, actor, now }, { import: id, sheet, header, headerRows }, { read, known }) {
      const { record } = await heldImport(house, tx, actor, id)
      if (record.state !== 'uploaded' && record.state !== 'tried') throw importNotNow()
      await replaceRows(tx, actor.county, id, read)
      const layout = { sheet, header, headerRows, columns: known }
      await updateImport(tx, id, { state: 'tried', triedAt: now.toISOString(), layout })
      return {
        result: { id, rows: read.length },
        event: {
          about: { kind: 'import', id },
          data: { rows: read.length, faulty: read.filter(({ vals }) => vals === null).length },
        },
      }
    },
  })
