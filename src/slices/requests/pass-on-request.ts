import type { EventHandler } from '#platform/commands/run-command.ts'
import { lockRequest } from './request-store.ts'
import { stepOn } from './take-request.ts'

/**
 * When the follow-up of a request gets another lead or another due day, the request goes with it: whoever sent it is
 * told who answers, and by when.
 */
export const passOnRequest: EventHandler = async (work, event) => {
  const {
    request: id,
    lead,
    dueDay,
  } = event.data as { request?: string | null; lead: string; dueDay?: string | null }
  if (!id) return
  const request = await lockRequest(work.tx, id, 'county')
  if (!request || request.state === 'closed') return
  const due = dueDay === undefined ? request.dueDay : dueDay
  if (request.owner === lead && request.dueDay === due) return
  const kind = request.owner === lead ? ('handed-on' as const) : ('passed-on' as const)
  await stepOn(work, request, { kind, owner: lead, dueDay: due })
}
