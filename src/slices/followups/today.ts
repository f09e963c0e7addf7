import type { z } from 'zod'
import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { House } from '#platform/slice.ts'
import { badInput } from '#platform/http/problems.ts'
import { openAlarmsFor } from '#slices/notices'
import { draftVisits } from '#slices/visits'
import type { Action } from './followup.ts'
import { followupMessages } from './followup-messages.ts'
import { type FollowupShown, showFollowups } from './followup-view.ts'
import { type todayItem, type TodayKind } from './today-contract.ts'
import { waitingFollowups } from './today-store.ts'

type TodayItem = z.input<typeof todayItem>

const mostDrafts = 50

const kindOfAction: Partial<Record<Action, TodayKind>> = {
  assign: 'assign',
  'decide-extension': 'extension',
  review: 'review',
  sign: 'sign',
  'ask-closing': 'redo',
  report: 'work',
  'complete-part': 'part',
}

/** What waits for the one who looks, in the order of time, and nothing else. A page, after a cursor `day/id`. */
export async function whatWaits(
  house: Pick<House, 'templates'>,
  tx: Tx,
  actor: Actor,
  now: Date,
  page: { after?: string; limit: number },
): Promise<{ items: TodayItem[]; next: string | null }> {
  const after = page.after === undefined ? undefined : readCursor(page.after)
  const rows = await waitingFollowups(
    tx,
    {
      manage: reachOf(actor, 'followup.manage'),
      review: reachOf(actor, 'followup.review'),
      answer: reachOf(actor, 'followup.answer'),
    },
    { after, limit: page.limit },
  )
  const last = rows.length === page.limit ? rows.at(-1) : undefined
  const shown = await showFollowups(tx, actor, rows, now)
  const waiting = rows.flatMap((row, i) => {
    const item = shown[i] && itemOf(shown[i], actor)
    return item ? [{ key: row.key, item }] : []
  })
  const others = [...(await draftsFor(tx, actor)), ...(await unreachedFor(house, tx, actor))]
  const besides = others.filter(
    ({ key, item }) =>
      (!after || isAfter(key, item.id, after)) &&
      (!last || !isAfter(key, item.id, { key: last.key, id: last.id })),
  )
  const items = [...waiting, ...besides]
    .sort((a, b) => (isAfter(a.key, a.item.id, { key: b.key, id: b.item.id }) ? 1 : -1))
    .map(({ item }) => item)
  return { items, next: last ? `${last.key}/${last.id}` : null }
}

interface Cursor {
  key: string
  id: string
}

function readCursor(text: string): Cursor {
  const [, key, id] = /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/.exec(text) ?? []
  if (!key || !id) throw badInput([{ path: 'after', message: 'cursor' }])
  return { key, id }
}

function isAfter(key: string, id: string, cursor: Cursor): boolean {
  return key > cursor.key || (key === cursor.key && id > cursor.id)
}

function itemOf(followup: FollowupShown, { language }: Actor): TodayItem | null {
  const t = followupMessages[language]
  const { action } = followup.next
  const kind = action && kindOfAction[action]
  if (!action || !kind) return null
  const { workingDaysLeft } = followup
  const about = [
    followup.number,
    kind === 'assign' || kind === 'review' || kind === 'extension' ? followup.lead?.name : null,
    workingDaysLeft === null ? null : t.daysLeft(workingDaysLeft),
  ]
  return {
    id: followup.id,
    kind,
    title: followup.quote,
    subtitle: about.filter(Boolean).join(' · '),
    href: `/followups/${followup.id}`,
    due: followup.dueDay,
    lamp: followup.lamp,
    action: kind === 'redo' || kind === 'work' ? t.today[kind] : t.actions[action],
  }
}

/** Matters of which nobody was told: whoever may, tells somebody. */
async function unreachedFor(
  house: Pick<House, 'templates'>,
  tx: Tx,
  actor: Actor,
): Promise<{ key: string; item: TodayItem }[]> {
  return (await openAlarmsFor(house, tx, actor, mostDrafts)).map(({ matter, at, title, reason, action }) => ({
    key: dayOf(new Date(at)),
    item: {
      id: matter,
      kind: 'unreached',
      title,
      subtitle: reason,
      href: '/notices/alarms',
      due: null,
      lamp: 'overdue',
      action,
    },
  }))
}

async function draftsFor(tx: Tx, actor: Actor): Promise<{ key: string; item: TodayItem }[]> {
  if (!may(actor, 'visit.record')) return []
  const t = followupMessages[actor.language]
  return (await draftVisits(tx, mostDrafts)).map(({ id, title, at }) => ({
    key: dayOf(new Date(at)),
    item: {
      id,
      kind: 'draft',
      title,
      subtitle: t.today.draftWaits,
      href: `/visits/${id}`,
      due: null,
      lamp: 'waiting',
      action: t.today.draft,
    },
  }))
}
