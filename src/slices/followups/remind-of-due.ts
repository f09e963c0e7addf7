import { addDays, addWorkingDays, dayOf, workingDaysBetween } from '#platform/clock/working-days.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { JobRun, RecurringJob } from '#platform/jobs/job.ts'
import { notify } from '#platform/notify/notify.ts'
import type { House } from '#platform/slice.ts'
import { nearestHolders } from '#slices/people'
import { nearDayFrom } from './followup.ts'
import { dueSoonNotice, overdueNotice } from './followup-notices.ts'
import type { FollowupRow } from './followup-store.ts'
import { noteReminder, runningDueUntil } from './reminder-store.ts'
import { leadName, quoted } from './tell-people.ts'

/** Every five working days somebody is reminded again of what has passed its day. */
const roundLength = 5
/** Follow-ups of one transaction. */
const atOnce = 200

export const remindJob = 'followup.remind'

/** On each working day at half past eight. */
export const remindDaily: RecurringJob = {
  kind: remindJob,
  next(now) {
    const at = (day: string) => new Date(`${day}T08:30:00+08:00`)
    const today = addWorkingDays(dayOf(now), 0)
    return at(today) > now ? at(today) : at(addWorkingDays(addDays(today, 1), 0))
  },
}

/**
 * Reminds the lead's officers of what comes near its due day, once, and of what has passed it, every five working
 * days; of the latter the supervisors learn too.
 */
export async function remindOfDue(house: House, { county, now, signal }: JobRun): Promise<void> {
  let after: FollowupRow | undefined
  do {
    signal.throwIfAborted()
    const from = after
    after = await inTransaction(house.database, { county, person: null }, (tx) =>
      remindSome(house, tx, { county, now, from }),
    )
  } while (after)
}

async function remindSome(
  house: House,
  tx: Tx,
  { county, now, from }: { county: string; now: Date; from: FollowupRow | undefined },
): Promise<FollowupRow | undefined> {
  const today = dayOf(now)
  const rows = await runningDueUntil(tx, nearDayFrom(today), { after: from, limit: atOnce })
  for (const followup of rows) {
    const { id, dueDay } = followup
    if (dueDay === null) continue
    const late = dueDay < today ? Math.max(1, workingDaysBetween(dueDay, today)) : 0
    const round = late === 0 ? 0 : 1 + Math.floor((late - 1) / roundLength)
    const first = await noteReminder(tx, { county, followup: id, dueDay, round, at: now.toISOString() })
    if (first) await remind(house, tx, followup, late, now)
  }
  return rows.length === atOnce ? rows.at(-1) : undefined
}

async function remind(house: House, tx: Tx, followup: FollowupRow, late: number, now: Date): Promise<void> {
  const { id, number, lead, dueDay: due } = followup
  if (lead === null) return
  const officers = await nearestHolders(house, tx, 'followup.answer', lead)
  const said = { about: { kind: 'followup', id }, organisation: lead, now }
  const values = { number, quote: quoted(followup), due }
  if (late === 0) {
    await notify(tx, { ...said, to: officers.map((person) => ({ person })), template: dueSoonNotice, values })
    return
  }
  const reviewers = await nearestHolders(house, tx, 'followup.review', lead)
  await notify(tx, {
    ...said,
    to: [...new Set([...officers, ...reviewers])].map((person) => ({ person })),
    template: overdueNotice,
    values: { ...values, lead: await leadName(tx, followup), days: late },
  })
}
