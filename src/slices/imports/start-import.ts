import { command } from '#platform/commands/command.ts'
import type { House } from '#platform/slice.ts'
import { oneImportInput } from './import-contract.ts'
import { importNotNow, nothingToImport, rowsCleared, rowsUndecided } from './import-problems.ts'
import { countsOf, noRows, tryKeptAgain } from './import-row-store.ts'
import type { ImportRunner } from './import-runner.ts'
import { updateImport } from './import-store.ts'
import { heldImport } from './take-import.ts'

/**
 * Lets the rows be written, in the background. The runner is woken while this transaction still holds the import: it
 * waits for its end, and finds nothing to do if it fails.
 */
export const startImport = (house: House, runner: ImportRunner) =>
  command('import.start', {
    may: { permission: 'import.use' },
    input: oneImportInput,
    event: 'import.started',
    async decide({ tx, actor }, { import: id }) {
      const { record } = await heldImport(house, tx, actor, id)
      if (record.state !== 'tried' && record.state !== 'stopped') throw importNotNow()
      const counts = (await countsOf(tx, [id])).get(id) ?? noRows()
      if (counts.undecided > 0) throw rowsUndecided(counts.undecided)
      if (counts.new + counts.merge === 0) throw nothingToImport()
      await updateImport(tx, id, { state: 'applying', halted: null })
      runner.wake(actor.county, id)
      return {
        result: { id },
        event: { about: { kind: 'import', id }, data: { rows: counts.new + counts.merge } },
      }
    },
  })

/** Stops after the batch that is being written. What is done stays done, and the rest can be started again. */
export const stopImport = (house: House) =>
  command('import.stop', {
    may: { permission: 'import.use' },
    input: oneImportInput,
    event: 'import.stopped',
    async decide({ tx, actor }, { import: id }) {
      const { record } = await heldImport(house, tx, actor, id)
      if (record.state !== 'applying') throw importNotNow()
      await updateImport(tx, id, { state: 'stopped' })
      return { result: { id }, event: { about: { kind: 'import', id }, data: {} } }
    },
  })

/** Takes back all that an import wrote, but for what was changed since; that is tried again when it is asked again. */
export const undoImport = (house: House, runner: ImportRunner) =>
  command('import.undo', {
    may: { permission: 'import.use' },
    input: oneImportInput,
    event: 'import.undone',
    async decide({ tx, actor }, { import: id }) {
      const { record } = await heldImport(house, tx, actor, id)
      if (!['applied', 'stopped', 'undone'].includes(record.state)) throw importNotNow()
      const counts = (await countsOf(tx, [id])).get(id) ?? noRows()
      if (counts.all === 0) throw rowsCleared()
      const rows = counts.added + counts.merged + counts.kept
      if (rows === 0) throw importNotNow()
      await tryKeptAgain(tx, id)
      await updateImport(tx, id, { state: 'undoing', halted: null })
      runner.wake(actor.county, id)
      return { result: { id }, event: { about: { kind: 'import', id }, data: { rows } } }
    },
  })
