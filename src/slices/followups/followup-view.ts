import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import { dayOf, workingDaysBetween } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { type Asker, isRunning, lampOf, nearDayFrom, nextStepOf } from './followup.ts'
import { askersOf, situationOf } from './followup-asker.ts'
import type { followupRow } from './followup-shapes.ts'
import { followupMessages } from './followup-messages.ts'
import type { FollowupRow } from './followup-store.ts'
import { lastSteps, type StepRow } from './step-store.ts'

export type FollowupShown = z.input<typeof followupRow>

/** The day it is, and until when something is near: worked out once for a page. */
export interface Calendar {
  today: string
  nearDay: string
  /** Working days from today to a day; each day is counted once. */
  until(day: string): number
}

export function calendarAt(now: Date): Calendar {
  const today = dayOf(now)
  const counted = new Map<string, number>()
  return {
    today,
    nearDay: nearDayFrom(today),
    until(day) {
      const count = counted.get(day) ?? workingDaysBetween(today, day)
      counted.set(day, count)
      return count
    },
  }
}

export type Names = (id: string | null) => { id: string; name: string } | null

/** Names of organisations in the reader's language, asked for in one go. */
export async function organisationNames(
  tx: Tx,
  ids: readonly (string | null)[],
  language: Language,
): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const names = new Map((await organisationsByIds(tx, wanted)).map((one) => [one.id, nameIn(one, language)]))
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '—' })
}

/** How it stands in time. */
export function timeOf(at: Pick<FollowupRow, 'state' | 'dueDay'>, { today, nearDay, until }: Calendar) {
  const { state, dueDay } = at
  return {
    lamp: lampOf({ state, dueDay, today, nearDay }),
    workingDaysLeft: dueDay !== null && isRunning(state) ? until(dueDay) : null,
  }
}

/** Follow-ups as a page shows them: names, last steps and possibilities are each asked for once. */
export async function showFollowups(
  tx: Tx,
  actor: Actor,
  followups: readonly FollowupRow[],
  now: Date,
): Promise<FollowupShown[]> {
  const last = await lastSteps(tx, followups)
  const organisations = [...last.values()].map((step) => step.organisation)
  const names = await organisationNames(
    tx,
    [...followups.map(({ lead }) => lead), ...organisations],
    actor.language,
  )
  const askerOf = await askersOf(tx, actor, followups)
  const calendar = calendarAt(now)
  return followups.map((followup) =>
    show(followup, {
      last: last.get(followup.id) ?? null,
      names,
      asker: askerOf(followup),
      calendar,
      language: actor.language,
    }),
  )
}

function show(
  followup: FollowupRow,
  at: { last: StepRow | null; names: Names; asker: Asker; calendar: Calendar; language: Language },
): FollowupShown {
  const { last, names, asker, calendar, language } = at
  const lead = names(followup.lead)
  return {
    id: followup.id,
    number: followup.number,
    quote: followup.quote,
    force: followup.force,
    kind: followup.kind,
    subject: followup.subject,
    theme: followup.theme,
    places: followup.places,
    saidBy: followup.saidBy,
    saidOn: followup.saidOn,
    visit: followup.visit,
    request: followup.request,
    state: followup.state,
    ...timeOf(followup, calendar),
    dueDay: followup.dueDay,
    deadline: followup.deadline,
    lead,
    supporting: followup.supporting.length,
    lastWord: last && {
      kind: last.kind,
      what: followupMessages[language].steps[last.kind],
      text: last.text,
      at: last.at,
      organisation: names(last.organisation),
    },
    next: nextInWords(followup, asker, calendar, lead?.name ?? '', language),
    openedAt: followup.openedAt,
    updatedAt: followup.updatedAt,
  }
}

function nextInWords(
  followup: FollowupRow,
  asker: Asker,
  { today }: Calendar,
  lead: string,
  language: Language,
) {
  const t = followupMessages[language]
  const { action, turn } = nextStepOf(situationOf(followup, today), asker)
  if (action) return { action, turn, text: t.yourTurn(action) }
  if (turn === 'supervisor' || turn === 'lead') {
    return { action, turn, text: t.waitsFor(turn, followup.state, lead) }
  }
  return { action, turn, text: t.ended[followup.state === 'withdrawn' ? 'withdrawn' : 'closed'] }
}
