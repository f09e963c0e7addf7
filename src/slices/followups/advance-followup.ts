import { may } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { namesToFindBy } from '#slices/organisations'
import type { State, StepKind } from './followup.ts'
import { type FollowupChange, type FollowupRow, termsOf, updateFollowup } from './followup-store.ts'
import { insertSteps } from './step-store.ts'

export interface Step {
  kind: StepKind
  /** The state after it; left out: as before. */
  state?: State
  /** On whose behalf; left out: the actor's own organisation. */
  organisation?: string | null
  text?: string | null
  dueDay?: string | null
  lead?: string | null
  files?: readonly string[]
}

/** Writes a step of the history and the projection of it, together. Returns what the command answers. */
export async function advanceFollowup(
  work: Work,
  followup: FollowupRow,
  step: Step,
  change: Omit<FollowupChange, 'state' | 'stateSince'> = {},
): Promise<{ id: string; state: State }> {
  const { tx, actor, now } = work
  const at = now.toISOString()
  const state = step.state ?? followup.state
  const position = followup.steps + 1
  await insertSteps(tx, actor.county, [
    {
      id: newId(now),
      followup: followup.id,
      position,
      kind: step.kind,
      state,
      person: actor.person,
      organisation: step.organisation === undefined ? (actor.organisations[0] ?? null) : step.organisation,
      at,
      day: work.today,
      text: step.text || null,
      dueDay: step.dueDay ?? null,
      lead: step.lead ?? null,
      files: [...(step.files ?? [])],
    },
  ])
  await updateFollowup(tx, followup.id, {
    ...change,
    ...(change.involved ? { terms: termsOf(followup, await namesToFindBy(tx, change.involved)) } : {}),
    state,
    ...(state === followup.state ? {} : { stateSince: at }),
    steps: position,
    updatedAt: at,
  })
  return { id: followup.id, state }
}

/** The organisation for which the actor answers: the lead if they may, else a supporting one. */
export function answeringOrganisation({ actor }: Work, followup: FollowupRow): string | null {
  const answers = (organisation: string | null): organisation is string =>
    organisation !== null && may(actor, 'followup.answer', [organisation])
  return answers(followup.lead) ? followup.lead : (followup.supporting.find(answers) ?? null)
}
