import type { z } from 'zod'
import { type Actor, may } from '#platform/auth/actor.ts'
import { publicName, thePublic } from '#platform/auth/the-public.ts'
import { dayOf } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { requestActionsFor, requestLamp, usualDueDay } from './request.ts'
import type { requestRow, requestShape } from './request-contract.ts'
import { contactOf, type RequestRow, stepsOf } from './request-store.ts'

/** Names of organisations in the reader's language, asked for in one go. */
async function organisationNames(tx: Tx, actor: Actor, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const names = new Map(
    (await organisationsByIds(tx, wanted)).map((one) => [one.id, nameIn(one, actor.language)]),
  )
  return (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '—' })
}

export async function showRequests(
  tx: Tx,
  actor: Actor,
  requests: readonly RequestRow[],
  now: Date,
): Promise<z.input<typeof requestRow>[]> {
  const today = dayOf(now)
  const names = await organisationNames(
    tx,
    actor,
    requests.map(({ owner }) => owner),
  )
  return requests.map((request) => {
    const { id, number, kind, text, channel, state, owner, dueDay, sentAt } = request
    return {
      id,
      number,
      kind,
      text,
      about: aboutOf(request),
      channel,
      state,
      lamp: requestLamp({ state, dueDay, today }),
      owner: names(owner),
      dueDay,
      sentAt,
    }
  })
}

function aboutOf({ aboutKind, aboutId, aboutName }: RequestRow) {
  return aboutKind !== null && aboutId !== null && aboutName !== null
    ? { kind: aboutKind, id: aboutId, name: aboutName }
    : null
}

/** One request with its story, and what the actor may do with it now. */
export async function showRequest(
  tx: Tx,
  actor: Actor,
  request: RequestRow,
  now: Date,
): Promise<z.input<typeof requestShape>> {
  const [row] = await showRequests(tx, actor, [request], now)
  if (!row) throw new Error('a request shows as one row')
  const steps = await stepsOf(tx, request.id)
  const names = await organisationNames(
    tx,
    actor,
    steps.flatMap((step) => [step.organisation, step.owner]),
  )
  const people = await namesOfPeople(
    tx,
    [request.takenBy, ...steps.map(({ person }) => person)].filter((one) => one !== null),
  )
  const person = (id: string | null) => {
    if (id === null) return null
    return { id, name: id === thePublic ? publicName[actor.language] : (people.get(id) ?? '—') }
  }
  const hasContact = (await contactOf(tx, request.id)) !== null
  return {
    ...row,
    hasContact,
    takenBy: person(request.takenBy),
    history: steps.map(({ id, position, kind, at, text, dueDay, ...step }) => ({
      id,
      position,
      kind,
      at,
      text,
      person: person(step.person),
      organisation: names(step.organisation),
      owner: kind === 'handed-on' || kind === 'passed-on' ? names(step.owner) : null,
      dueDay: kind === 'handed-on' || kind === 'passed-on' ? dueDay : null,
    })),
    actions: requestActionsFor({ state: request.state, hasContact }, askerOf(actor, request)),
    usualDueDay: usualDueDay(dayOf(now)),
  }
}

function askerOf(actor: Actor, { owner }: RequestRow) {
  const whole = (permission: string) => actor.reach.get(permission) === 'county'
  return {
    manages: whole('request.manage'),
    answers: owner ? may(actor, 'request.answer', [owner]) : whole('request.answer'),
  }
}
