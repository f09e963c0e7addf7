import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { organisationsByIds } from '#slices/organisations'
import { handOnInput } from './request-contract.ts'
import { ownerUnfit, requestDuePassed, requestNotNow } from './request-problems.ts'
import { stepOn, takeRequest } from './take-request.ts'

/**
 * Gives a request to the organisation that shall answer it, and until when. What handles the event opens the follow-up
 * that keeps it in sight.
 */
export const handOnRequest = command('request.hand-on', {
  may: { permission: 'request.manage', at: async () => 'county' },
  input: handOnInput,
  event: 'request.handed-on',
  async decide(work, { request: id, owner, dueDay }) {
    const request = await takeRequest(work, id)
    if (request.state !== 'received') throw requestNotNow('hand-on', request.state, request.number)
    const [organisation] = await organisationsByIds(work.tx, [owner])
    if (!organisation) throw notFound({ zh: '这个组织', en: 'This organisation' })
    if (organisation.closedOn !== null && organisation.closedOn <= work.today)
      throw ownerUnfit(organisation.name)
    if (dueDay < work.today) throw requestDuePassed()
    await stepOn(work, request, { kind: 'handed-on', state: 'handed-on', owner, dueDay })
    return {
      result: { id, state: 'handed-on' as const },
      event: { about: { kind: 'request', id }, data: { owner, dueDay } },
    }
  },
})
