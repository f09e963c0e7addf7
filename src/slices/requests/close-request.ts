import { command } from '#platform/commands/command.ts'
import { closeRequestInput } from './request-contract.ts'
import { requestNotNow } from './request-problems.ts'
import { stepOn, takeRequest } from './take-request.ts'

/** Closes a request, with what came of it in words: whoever sent it reads them. */
export const closeRequest = command('request.close', {
  may: { permission: 'request.manage', at: async () => 'county' },
  input: closeRequestInput,
  event: 'request.closed',
  async decide(work, { request: id, text }) {
    const request = await takeRequest(work, id)
    if (request.state === 'closed') throw requestNotNow('close', request.state, request.number)
    await stepOn(work, request, { kind: 'closed', state: 'closed', text })
    return {
      result: { id, state: 'closed' as const },
      event: { about: { kind: 'request', id }, data: { text } },
    }
  },
})
