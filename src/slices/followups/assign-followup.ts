import { may } from '#platform/auth/actor.ts'
import { command, type Work } from '#platform/commands/command.ts'
import { notAllowed, notFound } from '#platform/http/problems.ts'
import { organisationsByIds } from '#slices/organisations'
import { advanceFollowup } from './advance-followup.ts'
import { assignInput } from './followup-inputs.ts'
import { dueDayPassed, leadSupportsItself, organisationUnfit } from './followup-problems.ts'
import type { FollowupRow } from './followup-store.ts'
import { partsOf } from './part-store.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/**
 * Says who leads, who supports and until when. Another lead has to sign for it anew; what the earlier one did
 * stays in the history.
 */
export const assignFollowup = command('followup.assign', {
  may: {
    permission: 'followup.manage',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: assignInput,
  event: 'followup.assigned',
  async decide(work, input) {
    const followup = await takeFollowup(work, input.followup, 'assign')
    await refuseUnfit(work, input)
    const result = await giveTo(work, followup, input)
    const { lead, dueDay, supporting } = input
    return {
      result,
      event: {
        about: { kind: 'followup', id: followup.id },
        data: { lead, dueDay, supporting, request: followup.request, asked: [whomAsked(followup)] },
      },
    }
  },
})

/** Whom the sentence asks, for those who keep the county's names: an assignment may show who is meant. */
export function whomAsked({ id, number, subject }: FollowupRow) {
  return { followup: id, number, subject }
}

export interface Assignment {
  lead: string
  supporting?: string[]
  dueDay?: string | null
  note?: string
}

/** Throws when an organisation is not there, is closed, or is beyond the actor's reach. */
export async function refuseUnfit(work: Work, { lead, supporting = [] }: Assignment): Promise<void> {
  if (supporting.includes(lead)) throw leadSupportsItself()
  if (!may(work.actor, 'followup.manage', [lead])) throw notAllowed('followup.manage')
  const wanted = [...new Set([lead, ...supporting])]
  const found = await organisationsByIds(work.tx, wanted)
  if (found.length < wanted.length) throw notFound({ zh: '这个组织', en: 'This organisation' })
  const closed = found.find((one) => one.closedOn !== null && one.closedOn <= work.today)
  if (closed) throw organisationUnfit(closed.name)
}

export async function giveTo(work: Work, followup: FollowupRow, assignment: Assignment) {
  const { lead, note } = assignment
  const dueDay = assignment.dueDay === undefined ? followup.dueDay : assignment.dueDay
  if (dueDay !== null && dueDay !== followup.dueDay && dueDay < work.today) throw dueDayPassed()
  const supporting = [...new Set(assignment.supporting ?? followup.supporting)].filter((one) => one !== lead)
  const parts = await partsOf(work.tx, [followup.id])
  const involved = [...new Set([lead, ...supporting, ...parts.map((part) => part.organisation)])]
  const anew = lead !== followup.lead
  return advanceFollowup(
    work,
    followup,
    {
      kind: anew ? 'assigned' : 'reassigned',
      state: anew ? 'assigned' : followup.state,
      text: note,
      lead,
      dueDay,
    },
    { lead, supporting, involved, dueDay },
  )
}
