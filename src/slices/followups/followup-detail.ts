import type { z } from 'zod'
import { type Actor, may, reachOf } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { filesOf } from '#platform/files/file-store.ts'
import { namesOfPeople } from '#slices/people'
import { requestsByIds } from '#slices/requests'
import { confirmedVisits, saidBesideOf } from '#slices/visits'
import { extensionsOf } from './extension-store.ts'
import { actionsFor, isEnded } from './followup.ts'
import { askersOf, situationOf } from './followup-asker.ts'
import type { followupShape } from './followup-shapes.ts'
import { followupMessages } from './followup-messages.ts'
import { type FollowupRow, linkedFollowups } from './followup-store.ts'
import { calendarAt, organisationNames, showFollowups, timeOf } from './followup-view.ts'
import { partsOf } from './part-store.ts'
import { stepsOf } from './step-store.ts'
import { suggestLead } from './suggest-lead.ts'

/** One follow-up with all that belongs to it: its story, parts, requests, files, links, and what may be done. */
export async function showFollowup(
  tx: Tx,
  actor: Actor,
  followup: FollowupRow,
  now: Date,
): Promise<z.input<typeof followupShape>> {
  const { language } = actor
  const t = followupMessages[language]
  const [row] = await showFollowups(tx, actor, [followup], now)
  if (!row) throw new Error('a follow-up shows as one row')
  const [steps, parts, extensions] = [
    await stepsOf(tx, followup.id),
    await partsOf(tx, [followup.id]),
    await extensionsOf(tx, followup.id),
  ]
  const files = (await filesOf(tx, 'followup', [followup.id])).map(({ id, name, type, size }) => ({
    id,
    name,
    type,
    size,
  }))
  const organisations = await organisationNames(
    tx,
    [
      ...followup.involved,
      followup.lead,
      ...steps.flatMap((step) => [step.organisation, step.lead]),
      ...parts.map((part) => part.organisation),
      ...extensions.map((extension) => extension.organisation),
    ],
    language,
  )
  const people = await peopleNamed(tx, [
    ...steps.map((step) => step.person),
    ...parts.map((part) => part.completion?.person ?? null),
    ...extensions.flatMap(({ person, decision }) => [person, decision?.person ?? null]),
  ])
  const calendar = calendarAt(now)
  const asker = (await askersOf(tx, actor, [followup]))(followup)
  const { supporting: _, visit: __, request: ___, ...rest } = row
  return {
    ...rest,
    saidAs: followup.saidAs,
    ...(await saidBesideOf(tx, followup.directive)),
    visit: followup.visit === null ? null : await visitOf(tx, followup.visit),
    request: followup.request === null ? null : await requestOf(tx, followup.request),
    supporting: followup.supporting.flatMap((one) => organisations(one) ?? []),
    suggestedLead: await suggestLead(tx, actor, followup),
    history: steps.map((step) => ({
      id: step.id,
      position: step.position,
      at: step.at,
      kind: step.kind,
      what: t.steps[step.kind],
      text: step.text,
      dueDay: step.dueDay,
      lead: organisations(step.lead),
      person: people(step.person),
      organisation: organisations(step.organisation),
      files: files.filter((file) => step.files.includes(file.id)),
    })),
    parts: parts.map(({ id, organisation, text, dueDay, completion }) => ({
      id,
      organisation: organisations(organisation) ?? { id: organisation, name: '—' },
      text,
      dueDay,
      ...partTime(completion !== null, followup, dueDay, calendar),
      completed: completion && {
        at: completion.at,
        text: completion.text,
        person: people(completion.person),
      },
      mayComplete:
        completion === null && !isEnded(followup.state) && may(actor, 'followup.answer', [organisation]),
    })),
    extensions: extensions.map(({ decision, ...one }) => ({
      id: one.id,
      fromDay: one.fromDay,
      toDay: one.toDay,
      reason: one.reason,
      at: one.at,
      person: people(one.person),
      organisation: organisations(one.organisation),
      decision: decision && {
        granted: decision.granted,
        reason: decision.reason,
        at: decision.at,
        person: people(decision.person),
      },
    })),
    files,
    linked: (await linkedFollowups(tx, followup, reachOf(actor, 'followup.read'))).map((one) => ({
      id: one.id,
      number: one.number,
      quote: one.quote,
      state: one.state,
      relation: one.id === followup.reopenOf ? ('before' as const) : ('after' as const),
    })),
    actions: actionsFor(situationOf(followup, calendar.today), asker).map(({ action, reason }) => ({
      action,
      reason,
      why: reason && t.reasons[reason],
    })),
  }
}

function partTime(
  completed: boolean,
  followup: FollowupRow,
  dueDay: string | null,
  calendar: ReturnType<typeof calendarAt>,
) {
  const state = completed ? 'closed' : isEnded(followup.state) ? 'withdrawn' : 'underway'
  return timeOf({ state, dueDay }, calendar)
}

async function peopleNamed(tx: Tx, ids: readonly (string | null)[]) {
  const names = await namesOfPeople(
    tx,
    ids.filter((id) => id !== null),
  )
  return (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '—' })
}

async function visitOf(tx: Tx, id: string) {
  const [visit] = await confirmedVisits(tx, [id])
  return { id, title: visit?.title ?? '', day: visit?.day ?? null }
}

/** Whoever may see the follow-up may know the number of what it answers. */
async function requestOf(tx: Tx, id: string) {
  const [request] = await requestsByIds(tx, [id], 'county')
  return { id, number: request?.number ?? '' }
}
