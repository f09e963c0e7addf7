import { addWorkingDays, type Day } from '#platform/clock/working-days.ts'
import type { Force } from '#slices/visits'

/**
 * A follow-up (督办): one directive of a visit, until somebody else than who did the work has said that it is
 * done. Pure rules, no I/O: console and server ask the same functions.
 */

export const states = ['open', 'assigned', 'underway', 'closing', 'returned', 'closed', 'withdrawn'] as const
export type State = (typeof states)[number]

export const forces = ['must', 'should', 'hoped', 'advised'] as const satisfies readonly Force[]

/** A task has a measure or a deadline of its own; a principle says how to work. */
export const kinds = ['task', 'principle'] as const
export type Kind = (typeof kinds)[number]

export function kindOf(directive: { measurable: boolean; deadline: string | null }): Kind {
  return directive.measurable || directive.deadline !== null ? 'task' : 'principle'
}

/** What a row of the history says happened. */
export const stepKinds = [
  'opened',
  'assigned',
  'reassigned',
  'signed',
  'reported',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'closing-asked',
  'returned',
  'closed',
  'remarked',
  'part-added',
  'part-completed',
  'withdrawn',
] as const
export type StepKind = (typeof stepKinds)[number]

export const lamps = ['done', 'ontime', 'near', 'overdue', 'waiting', 'none'] as const
export type LampState = (typeof lamps)[number]

/** Due within this many working days is near. */
export const nearWorkingDays = 3

export function nearDayFrom(today: Day): Day {
  return addWorkingDays(today, nearWorkingDays)
}

/** States in which the clock runs for the lead organisation. */
export const runningStates = ['assigned', 'underway', 'returned'] as const satisfies readonly State[]

export function isEnded(state: State): boolean {
  return state === 'closed' || state === 'withdrawn'
}

export function isRunning(state: State): boolean {
  return (runningStates as readonly State[]).includes(state)
}

/**
 * How it stands in time; computed, never typed. `waiting`: the supervisor's side has to act (hand it out,
 * review it), so the lead organisation's clock stands still.
 */
export function lampOf(at: { state: State; dueDay: Day | null; today: Day; nearDay: Day }): LampState {
  if (at.state === 'closed') return 'done'
  if (at.state === 'withdrawn') return 'none'
  if (at.state === 'open' || at.state === 'closing') return 'waiting'
  if (at.dueDay === null) return 'none'
  if (at.dueDay < at.today) return 'overdue'
  return at.dueDay <= at.nearDay ? 'near' : 'ontime'
}

export const actions = [
  'assign',
  'sign',
  'report',
  'ask-extension',
  'decide-extension',
  'ask-closing',
  'review',
  'add-part',
  'complete-part',
  'remark',
  'withdraw',
] as const
export type Action = (typeof actions)[number]

/** Why an action is not possible. The first four are about who asks, the rest about how the follow-up stands. */
export const reasons = [
  'not-supervisor',
  'not-lead',
  'not-involved',
  'own-work',
  'closed',
  'withdrawn',
  'not-closed',
  'not-assigned',
  'not-signed',
  'signed-already',
  'under-review',
  'not-under-review',
  'no-due-day',
  'past-due',
  'extension-pending',
  'no-extension',
  'no-open-part',
] as const
export type Reason = (typeof reasons)[number]

/** What of a follow-up decides what may be done with it now. */
export interface Situation {
  state: State
  dueDay: Day | null
  today: Day
  /** Somebody asked for a later day and nobody has answered yet. */
  extensionPending: boolean
}

/** Who asks, in terms of this one follow-up. */
export interface Asker {
  /** Hands out, sets the due day, withdraws. */
  manages: boolean
  reviews: boolean
  /** May answer on behalf of the lead organisation. */
  answersForLead: boolean
  /** May answer on behalf of a supporting organisation. */
  answersForSupporting: boolean
  /** May answer on behalf of an organisation whose part is not completed yet. */
  answersForOpenPart: boolean
  /** Asked to close, or reported since: a reviewer is another person. */
  didTheWork: boolean
  /** Asked for the later day that is pending. */
  askedExtension: boolean
}

export interface Possibility {
  action: Action
  /** Null when it may be done now. */
  reason: Reason | null
}

/** Every action, and why it cannot be done now where it cannot. */
export function actionsFor(situation: Situation, asker: Asker): Possibility[] {
  return actions.map((action) => ({ action, reason: reasonAgainst(action, situation, asker) }))
}

/** Why this action cannot be done now by this person; null when it can. */
export function reasonAgainst(action: Action, situation: Situation, asker: Asker): Reason | null {
  return whoMayNot[action](asker) ?? whenNot(action, situation, asker)
}

const supervisor = (asker: Asker): Reason | null => (asker.manages ? null : 'not-supervisor')
const reviewer = (asker: Asker): Reason | null => (asker.reviews ? null : 'not-supervisor')
const lead = (asker: Asker): Reason | null => (asker.answersForLead ? null : 'not-lead')

const whoMayNot: Record<Action, (asker: Asker) => Reason | null> = {
  assign: supervisor,
  sign: lead,
  report: (asker) => (asker.answersForLead || asker.answersForSupporting ? null : 'not-involved'),
  'ask-extension': lead,
  'decide-extension': reviewer,
  'ask-closing': lead,
  review: reviewer,
  'add-part': (asker) => (asker.manages || asker.answersForLead ? null : 'not-lead'),
  'complete-part': (asker) => (asker.answersForOpenPart ? null : 'no-open-part'),
  remark: supervisor,
  withdraw: supervisor,
}

function whenNot(action: Action, situation: Situation, asker: Asker): Reason | null {
  const { state } = situation
  if (action === 'remark') return state === 'closed' ? null : 'not-closed'
  if (state === 'closed' || state === 'withdrawn') return state
  switch (action) {
    case 'assign':
      if (state === 'closing') return 'under-review'
      return situation.extensionPending ? 'extension-pending' : null
    case 'sign':
      if (state === 'open') return 'not-assigned'
      return state === 'assigned' ? null : 'signed-already'
    case 'report':
      return notSigned(state)
    case 'ask-extension':
      return againstAskingExtension(situation)
    case 'decide-extension':
      if (!situation.extensionPending) return 'no-extension'
      return asker.askedExtension ? 'own-work' : null
    case 'ask-closing':
      return state === 'closing' ? 'under-review' : notSigned(state)
    case 'review':
      if (state !== 'closing') return 'not-under-review'
      return asker.didTheWork ? 'own-work' : null
    case 'add-part':
      if (state === 'closing') return 'under-review'
      return null
    case 'complete-part':
    case 'withdraw':
      return null
  }
}

function notSigned(state: State): Reason | null {
  if (state === 'open') return 'not-assigned'
  return state === 'assigned' ? 'not-signed' : null
}

/** Asked for before the due day has passed, or not at all: what is late stays late, and shows. */
function againstAskingExtension({ state, dueDay, today, extensionPending }: Situation): Reason | null {
  if (state === 'closing') return 'under-review'
  const unsigned = notSigned(state)
  if (unsigned) return unsigned
  if (dueDay === null) return 'no-due-day'
  if (dueDay < today) return 'past-due'
  return extensionPending ? 'extension-pending' : null
}

/** Whose turn it is. */
export type Turn = 'you' | 'supervisor' | 'lead' | 'nobody'

/** The one action that is due now: the viewer's own, or whom it waits for. */
export function nextStepOf(situation: Situation, asker: Asker): { action: Action | null; turn: Turn } {
  const { state } = situation
  if (isEnded(state)) return { action: null, turn: 'nobody' }
  const mine = dueActions(situation).find((action) => reasonAgainst(action, situation, asker) === null)
  if (mine) return { action: mine, turn: 'you' }
  return { action: null, turn: state === 'open' || state === 'closing' ? 'supervisor' : 'lead' }
}

function dueActions({ state, extensionPending }: Situation): Action[] {
  const asked: Action[] = extensionPending ? ['decide-extension'] : []
  switch (state) {
    case 'open':
      return [...asked, 'assign', 'complete-part']
    case 'assigned':
      return [...asked, 'sign', 'complete-part']
    case 'underway':
      return [...asked, 'complete-part', 'report']
    case 'returned':
      return [...asked, 'ask-closing', 'complete-part']
    case 'closing':
      return [...asked, 'review', 'complete-part']
    case 'closed':
    case 'withdrawn':
      return []
  }
}
