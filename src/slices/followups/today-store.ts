import { sql } from 'kysely'
import type { Reach } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { runningStates } from './followup.ts'
import { followupColumns, type FollowupRow, type FollowupTables, within } from './followup-store.ts'

/** Where the viewer's duties reach; an empty set where they have none. */
export interface Duties {
  manage: Reach
  review: Reach
  answer: Reach
}

const running = sql`state = any(${[...runningStates]}::text[])`
const dayOfMoment = (moment: 'state_since' | 'updated_at') =>
  sql`(${sql.ref(moment)} at time zone 'Asia/Shanghai')::date`

const leads = (answer: Reach) =>
  answer === 'county' ? sql<boolean>`lead is not null` : sql<boolean>`lead = any(${[...answer]}::uuid[])`

/**
 * What may wait for the viewer, in the order of time: by the due day where the clock runs for them, else by the day
 * since which it waits. `key` is what the order goes by. After a cursor `key/id`.
 */
export async function waitingFollowups(
  tx: Tx,
  { manage, review, answer }: Duties,
  page: { after?: { key: string; id: string }; limit: number },
): Promise<(FollowupRow & { key: string })[]> {
  const key = sql<string>`case
    when ${running} and ${leads(answer)} then coalesce(due_day, ${dayOfMoment('state_since')})
    when pending_extension is not null then ${dayOfMoment('updated_at')}
    else ${dayOfMoment('state_since')} end`
  const takers = answer === 'county' ? sql`true` : sql`p.organisation = any(${[...answer]}::uuid[])`
  let query = tx
    .withTables<FollowupTables>()
    .selectFrom('followupList')
    .select([...followupColumns, key.as('key')])
    .where(
      sql<boolean>`(
        (state = 'open' and ${within(manage)})
        or (state = 'closing' and ${within(review)})
        or (pending_extension is not null and state not in ('closed', 'withdrawn') and ${within(review)})
        or (${running} and ${leads(answer)})
        or (state not in ('closed', 'withdrawn') and id in (
          select p.followup from followup_parts p
          left join followup_part_completions c on c.county = p.county and c.part = p.id
          where c.part is null and ${takers}))
      )`,
    )
    .orderBy(sql`${key}, id`)
    .limit(page.limit)
  if (page.after) {
    query = query.where(sql<boolean>`(${key}, id) > (${page.after.key}::date, ${page.after.id}::uuid)`)
  }
  return query.execute()
}
