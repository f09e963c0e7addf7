import { call } from '#platform/contracts/call.ts'
import type { BodyOf, ParamsOf } from '#platform/contracts/route.ts'
import { followupRoutes } from '../followup-contract.ts'

type ActRoute = (typeof followupRoutes)[
  | 'assign'
  | 'report'
  | 'askExtension'
  | 'askClosing'
  | 'review'
  | 'remark'
  | 'withdraw']

/** One deed on one follow-up, its body typed by the contract. */
function act<R extends ActRoute>(route: R) {
  return (followup: string, body: BodyOf<R>, idempotencyKey: string) =>
    call(route, { params: { followup } as ParamsOf<R>, body, idempotencyKey })
}

export const acts = {
  assign: act(followupRoutes.assign),
  report: act(followupRoutes.report),
  askExtension: act(followupRoutes.askExtension),
  askClosing: act(followupRoutes.askClosing),
  review: act(followupRoutes.review),
  remark: act(followupRoutes.remark),
  withdraw: act(followupRoutes.withdraw),
}
