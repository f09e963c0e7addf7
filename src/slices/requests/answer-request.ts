import { command } from '#platform/commands/command.ts'
import { answerRequestInput } from './request-contract.ts'
import { requestNotNow } from './request-problems.ts'
import { atOwner, stepOn, takeRequest } from './take-request.ts'

/** Answers a request: the words stand on the page by which it is followed. May be done again while it is open. */
export const answerRequest = command('request.answer', {
  may: { permission: 'request.answer', at: atOwner },
  input: answerRequestInput,
  event: 'request.answered',
  async decide(work, { request: id, text }) {
    const request = await takeRequest(work, id)
    if (request.state === 'closed') throw requestNotNow('answer', request.state, request.number)
    await stepOn(work, request, { kind: 'answered', state: 'answered', text })
    return {
      result: { id, state: 'answered' as const },
      event: { about: { kind: 'request', id }, organisation: request.owner, data: { text } },
    }
  },
})
