import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { command } from '#platform/commands/command.ts'
import { id } from '#platform/contracts/fields.ts'
import { type Contact, contactOf, stepsOf } from './request-store.ts'
import { contactNotAsked, contactUnknown } from './request-problems.ts'
import { atOwner, stepOn, takeRequest } from './take-request.ts'

/** So long after it was noted, who looks may look again (ms). */
const seenFor = 30 * 60_000

/**
 * Notes that somebody looks at who sent a request; whoever sent it sees the note on their page. The name and the number
 * are answered apart (`contactSeen`): the ledger of commands keeps answers, and is no place for them.
 */
export const seeContact = command('request.see-contact', {
  may: { permission: 'request.answer', at: atOwner },
  input: z.object({ request: id }),
  event: 'request.contact-seen',
  async decide(work, { request: which }) {
    const request = await takeRequest(work, which)
    if (!(await contactOf(work.tx, which))) throw contactUnknown()
    await stepOn(work, request, { kind: 'contact-seen' })
    return {
      result: { id: which, state: request.state },
      event: { about: { kind: 'request', id: which }, data: {} },
    }
  },
})

/** Who sent it, for a person who has just had it noted. Throws `contactNotAsked`, `contactUnknown`. */
export async function contactSeen(tx: Tx, request: string, person: string, now: Date): Promise<Contact> {
  const since = now.getTime() - seenFor
  const noted = (await stepsOf(tx, request)).some(
    (step) => step.kind === 'contact-seen' && step.person === person && Date.parse(step.at) > since,
  )
  if (!noted) throw contactNotAsked()
  const contact = await contactOf(tx, request)
  if (!contact) throw contactUnknown()
  return contact
}
