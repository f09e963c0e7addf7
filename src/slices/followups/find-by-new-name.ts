import type { EventHandler } from '#platform/commands/run-command.ts'
import { namesToFindBy } from '#slices/organisations'
import { addNameTerms } from './followup-store.ts'

/** An organisation got another name: what it has a share in is found by the new one, and still by the old. */
export const findByNewName: EventHandler = async ({ tx }, event) => {
  const names = await namesToFindBy(tx, [event.about.id])
  if (names.length > 0) await addNameTerms(tx, event.about.id, names)
}
