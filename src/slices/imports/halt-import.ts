import { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import { command } from '#platform/commands/command.ts'
import { oneImportInput } from './import-contract.ts'
import { holdImport, updateImport } from './import-store.ts'

const permission = 'import.halt'

/** Stops an import whose person may go on no longer, or where something went wrong; what is done stays done. */
export const haltImport = command('import.halt', {
  may: { permission },
  input: oneImportInput.extend({ why: z.object({ zh: z.string(), en: z.string() }) }),
  event: 'import.stopped',
  async decide({ tx }, { import: id, why }) {
    const record = await holdImport(tx, id)
    if (record?.state === 'applying' || record?.state === 'undoing') {
      await updateImport(tx, id, { state: 'stopped', halted: why })
    }
    return { result: { id }, event: { about: { kind: 'import', id }, data: { why }, organisation: null } }
  },
})

/** The platform in the place of a person who may have lost every right: all that it may do is stop. */
export function halting(record: { person: string; language: Actor['language'] }, county: string): Actor {
  const { person, language } = record
  return { county, person, name: '', organisations: [], reach: new Map([[permission, 'county']]), language }
}
