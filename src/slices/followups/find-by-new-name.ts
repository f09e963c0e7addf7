import type { EventHandler } from '#platform/commands/run-command.ts'
import { organisationsByIds } from '#slices/organisations'
import { addNameTerms } from './followup-store.ts'

/** An organisation got another name: what it has a share in is found by the new one, and still by the old. */
export const findByNewName: EventHandler = async ({ tx }, event) => {
  const [organisation] = await organisationsByIds(tx, [event.about.id])
  if (organisation) await addNameTerms(tx, organisation.id, [organisation.name, organisation.shortName])
}
