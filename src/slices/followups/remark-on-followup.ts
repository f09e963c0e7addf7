import { command } from '#platform/commands/command.ts'
import { newId } from '#platform/records/new-id.ts'
import { advanceFollowup } from './advance-followup.ts'
import { remarkInput } from './followup-inputs.ts'
import { insertFollowups, numberOf, takeNumbers } from './followup-store.ts'
import { insertSteps } from './step-store.ts'
import { involvedIn, takeFollowup } from './take-followup.ts'

/** What is closed stays closed: a new remark on it opens a new item that points back. */
export const remarkOnFollowup = command('followup.remark', {
  may: {
    permission: 'followup.manage',
    at: ({ tx, actor }, input) => involvedIn(tx, actor, input.followup),
  },
  input: remarkInput,
  event: 'followup.remarked',
  async decide(work, { followup: id, item, text, saidBy, saidOn }) {
    const { tx, actor, now, today } = work
    const before = await takeFollowup(work, id, 'remark')
    const year = Number(today.slice(0, 4))
    const { number, numberKey } = numberOf(year, await takeNumbers(tx, actor.county, year, 1))
    const { visit, request, subject, theme, places, force } = before
    const sameSpeaker = saidBy === undefined
    const opened = {
      id: item,
      number,
      numberKey,
      visit,
      request,
      directive: null,
      reopenOf: before.id,
      quote: text,
      force,
      kind: 'task' as const,
      subject,
      theme,
      measurable: before.measurable,
      deadline: null,
      places,
      saidBy: sameSpeaker ? before.saidBy : saidBy,
      saidAs: sameSpeaker ? before.saidAs : null,
      saidOn: saidOn ?? today,
    }
    await insertFollowups(tx, actor.county, [opened], now)
    await insertSteps(tx, actor.county, [
      {
        id: newId(now),
        followup: item,
        position: 1,
        kind: 'opened',
        state: 'open',
        person: actor.person,
        organisation: actor.organisations[0] ?? null,
        at: now.toISOString(),
        day: today,
        text: null,
        dueDay: null,
        lead: null,
        files: [],
      },
    ])
    await advanceFollowup(work, before, { kind: 'remarked', text })
    return {
      result: { id: item, state: 'open' as const },
      event: { about: { kind: 'followup', id }, data: { item, number, text } },
    }
  },
})
