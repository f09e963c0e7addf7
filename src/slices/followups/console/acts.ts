import type { z } from 'zod'
import { call } from '#platform/contracts/call.ts'
import { followupRoutes } from '../followup-contract.ts'
import type * as input from '../followup-inputs.ts'

type Body<Input extends z.ZodType> = Omit<z.input<Input>, 'followup'>

type ActRoute = (typeof followupRoutes)[
  | 'assign'
  | 'report'
  | 'askExtension'
  | 'askClosing'
  | 'review'
  | 'remark'
  | 'withdraw']

/** One deed on one follow-up, its body typed by the input of its command. */
function act<Input extends z.ZodType>(route: ActRoute) {
  return (followup: string, body: Body<Input>, idempotencyKey: string) =>
    // The contract's shared shape forgets the fields of each body; the server checks them all the same.
    call(route, { params: { followup }, body: body as never, idempotencyKey })
}

export const acts = {
  assign: act<typeof input.assignInput>(followupRoutes.assign),
  report: act<typeof input.reportInput>(followupRoutes.report),
  askExtension: act<typeof input.askExtensionInput>(followupRoutes.askExtension),
  askClosing: act<typeof input.askClosingInput>(followupRoutes.askClosing),
  review: act<typeof input.reviewInput>(followupRoutes.review),
  remark: act<typeof input.remarkInput>(followupRoutes.remark),
  withdraw: act<typeof input.withdrawInput>(followupRoutes.withdraw),
}
