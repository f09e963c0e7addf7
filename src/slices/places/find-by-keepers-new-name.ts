import type { EventHandler } from '#platform/commands/run-command.ts'
import { organisationsByIds } from '#slices/organisations'
import { addKeeperTerms } from './place-store.ts'

/** An organisation got another name: what it keeps is found by the new one, and still by the old. */
export const findByKeepersNewName: EventHandler = async ({ tx }, event) => {
  const [organisation] = await organisationsByIds(tx, [event.about.id])
  if (organisation) await addKeeperTerms(tx, organisation.id, [organisation.name, organisation.shortName])
}
