import { reachOf } from '#platform/auth/actor.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import { notFound } from '#platform/http/problems.ts'
import { codesOfDemo } from '#platform/public/visitor-store.ts'
import { answerRequest } from './answer-request.ts'
import { closeRequest } from './close-request.ts'
import { handOnRequest } from './hand-on-request.ts'
import { requestRoutes } from './request-contract.ts'
import { listRequests, requestsByIds } from './request-store.ts'
import { showRequest, showRequests } from './request-view.ts'
import { contactSeen, seeContact } from './see-contact.ts'
import { sendRequest } from './send-request.ts'
import { aRequest } from './take-request.ts'

export const requestApi = [
  answer(requestRoutes.list, async ({ tx, actor, query, now }) => {
    const { rows, total, next } = await listRequests(tx, query, reachOf(actor, 'request.read'), query)
    return { items: await showRequests(tx, actor, rows, now), total, next }
  }),
  answer(requestRoutes.codes, async ({ tx, now }) => ({ items: await codesOfDemo(tx, now) })),
  obey(requestRoutes.send, sendRequest),
  answer(requestRoutes.get, async ({ tx, actor, params, now }) => {
    const [request] = await requestsByIds(tx, [params.request], reachOf(actor, 'request.read'))
    if (!request) throw notFound(aRequest)
    return showRequest(tx, actor, request, now)
  }),
  obey(requestRoutes.handOn, handOnRequest),
  obey(requestRoutes.answer, answerRequest),
  obey(requestRoutes.close, closeRequest),
  obey(requestRoutes.seeContact, seeContact),
  answer(requestRoutes.contact, async ({ tx, actor, params, now }) => {
    // Only those who may answer it; for everybody else there is none.
    const [request] = await requestsByIds(tx, [params.request], reachOf(actor, 'request.answer'))
    if (!request) throw notFound(aRequest)
    return contactSeen(tx, request.id, actor.person, now)
  }),
]
