import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { runningStates } from './followup.ts'
import { followupColumns, type FollowupRow, type FollowupTables } from './followup-store.ts'

type ReminderTables = {
  followupReminders: { county: string; followup: string; dueDay: string; round: number; at: string }
}

/** Those for whose lead the clock runs and that are due on a day up to `last`, the earliest first. */
export function runningDueUntil(
  tx: Tx,
  last: string,
  page: { after?: Pick<FollowupRow, 'dueKey' | 'id'>; limit: number },
): Promise<FollowupRow[]> {
  let query = tx
    .withTables<FollowupTables>()
    .selectFrom('followupList')
    .select(followupColumns)
    .where('state', 'in', runningStates)
    .where('dueKey', '<=', last)
    .where('dueDay', 'is not', null)
    .orderBy('dueKey')
    .orderBy('id')
    .limit(page.limit)
  if (page.after) {
    const { dueKey, id } = page.after
    query = query.where(sql<boolean>`(due_key, id) > (${dueKey}::date, ${id}::uuid)`)
  }
  return query.execute()
}

/** Notes a reminder; returns whether it is the first of its due day and round. */
export async function noteReminder(tx: Tx, reminder: ReminderTables['followupReminders']): Promise<boolean> {
  const rows = await tx
    .withTables<ReminderTables>()
    .insertInto('followupReminders')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('followup')
    .execute()
  return rows.length > 0
}
