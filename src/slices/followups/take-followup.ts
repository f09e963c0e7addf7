import { reachOf, type Actor } from '#platform/auth/actor.ts'
import type { Work } from '#platform/commands/command.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/http/problems.ts'
import { namesOfPeople } from '#slices/people'
import { type Action, reasonAgainst } from './followup.ts'
import { askersOf, situationOf } from './followup-asker.ts'
import { notNow } from './followup-problems.ts'
import { type FollowupRow, lockFollowups } from './followup-store.ts'
import { lastSteps } from './step-store.ts'

export const aFollowup = { zh: '这个督办事项', en: 'This follow-up' }

/** The organisations with a share in a follow-up: where a command on it acts. Throws `notFound`. */
export async function involvedIn(tx: Tx, actor: Actor, id: string): Promise<string[]> {
  const [followup] = await lockFollowups(tx, [id], reachOf(actor, 'followup.read'))
  if (!followup) throw notFound(aFollowup)
  return followup.involved
}

/** Takes one follow-up for this command alone. Throws `notFound`, or why the action is not possible now. */
export async function takeFollowup(work: Work, id: string, action: Action): Promise<FollowupRow> {
  const [followup] = await takeFollowups(work, [id], action)
  if (!followup) throw notFound(aFollowup)
  return followup
}

/** Takes several; if one of them will not do, none is taken. */
export async function takeFollowups(
  work: Work,
  ids: readonly string[],
  action: Action,
): Promise<FollowupRow[]> {
  const { tx, actor } = work
  const wanted = [...new Set(ids)]
  const followups = await lockFollowups(tx, wanted, reachOf(actor, 'followup.read'))
  if (followups.length < wanted.length) throw notFound(aFollowup)
  const askerOf = await askersOf(tx, actor, followups)
  for (const followup of followups) {
    const reason = reasonAgainst(action, situationOf(followup, work.today), askerOf(followup))
    if (reason) throw notNow(action, reason, followup.number, await latest(tx, followup))
  }
  return followups
}

/** What happened last, so that whoever came second learns what the first one did. */
async function latest(tx: Tx, followup: FollowupRow) {
  const step = (await lastSteps(tx, [followup])).get(followup.id)
  if (!step) return null
  const names = step.person ? await namesOfPeople(tx, [step.person]) : new Map<string, string>()
  return { kind: step.kind, at: step.at, person: names.get(step.person ?? '') ?? null }
}
