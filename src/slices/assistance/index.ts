/** The door of assisted use: how a command learns for whom it is done. */
import type { AssistanceCheck } from '#platform/commands/run-command.ts'
import { isOpen } from './assistance.ts'
import { assistanceOver } from './assistance-problems.ts'
import { assistancesByIds } from './assistance-store.ts'

/** Throws `assistanceOver` unless this is the actor's own, and still open. */
export const checkAssistance: AssistanceCheck = async ({ tx, actor, now }, id) => {
  const [found] = await assistancesByIds(tx, [id])
  if (!found || found.staff !== actor.person || !isOpen(found, now)) throw assistanceOver()
}
