import { reachOf } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { newId } from '#platform/records/new-id.ts'
import type { RequestStep } from './request.ts'
import { advanceRequest, lockRequest, ownerOf, type RequestRow } from './request-store.ts'

export const aRequest = { zh: '这件诉求', en: 'This request' }

/** A request, held until the transaction ends; of those that the actor may see. Throws `notFound`. */
export async function takeRequest({ tx, actor }: Work, id: string): Promise<RequestRow> {
  const request = await lockRequest(tx, id, reachOf(actor, 'request.read'))
  if (!request) throw notFound(aRequest)
  return request
}

/** Where a command on a request acts: at its owner, or in the whole county while it has none. Throws `notFound`. */
export async function atOwner(
  work: Work,
  { request: id }: { request: string },
): Promise<string[] | 'county'> {
  await takeRequest(work, id)
  const owner = await ownerOf(work.tx, id)
  return owner ? [owner] : 'county'
}

/** Writes the next step of a request. What the step does not say stays as it was. */
export async function stepOn(
  { tx, actor, now }: Work,
  request: RequestRow,
  step: { kind: RequestStep } & Partial<Pick<RequestRow, 'state' | 'owner' | 'dueDay'>> & {
      text?: string | null
    },
): Promise<void> {
  const { kind, state = request.state, owner = request.owner, dueDay = request.dueDay, text = null } = step
  await advanceRequest(tx, actor.county, {
    id: newId(now),
    request: request.id,
    position: request.steps + 1,
    kind,
    state,
    person: actor.person,
    organisation: actor.organisations[0] ?? null,
    at: now.toISOString(),
    text,
    owner,
    dueDay,
  })
}
