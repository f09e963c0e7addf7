import { addWorkingDays, type Day } from '#platform/clock/working-days.ts'

/**
 * A request (群众诉求): what somebody sent the county, until it was answered and closed. Pure rules, no I/O: console,
 * public pages and server ask the same functions.
 */

export const requestKinds = ['suggestion', 'complaint', 'question'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStates = ['received', 'handed-on', 'answered', 'closed'] as const
export type RequestState = (typeof requestStates)[number]

/** What a row of the history says happened. */
export const requestSteps = ['sent', 'handed-on', 'passed-on', 'answered', 'closed', 'contact-seen'] as const
export type RequestStep = (typeof requestSteps)[number]

/** By which way it came: the public pages, the screen in the hall, or a member of staff who wrote it down. */
export const requestChannels = ['web', 'hall', 'staff'] as const
export type RequestChannel = (typeof requestChannels)[number]

/** How much of each text a request takes. */
export const longest = { text: 2000, name: 40, answer: 2000 } as const

/** Who sent it is forgotten so many days after it was closed: until then the answer may still be asked about. */
export const contactKeptDays = 365

/** Due within this many working days is near. */
const nearWorkingDays = 3

/** So long it may take, unless whoever hands it on says otherwise. */
export const usualWorkingDays = 10

export function usualDueDay(today: Day): Day {
  return addWorkingDays(today, usualWorkingDays)
}

export type RequestLamp = 'done' | 'ontime' | 'near' | 'overdue' | 'waiting' | 'none'

/** How it stands in time. `waiting`: it has to be handed on, or was answered and waits to be closed. */
export function requestLamp(at: { state: RequestState; dueDay: Day | null; today: Day }): RequestLamp {
  const { state, dueDay, today } = at
  if (state === 'closed') return 'done'
  if (state === 'received' || state === 'answered') return 'waiting'
  if (dueDay === null) return 'none'
  if (dueDay < today) return 'overdue'
  return dueDay <= addWorkingDays(today, nearWorkingDays) ? 'near' : 'ontime'
}

export const requestActions = ['hand-on', 'answer', 'close', 'see-contact'] as const
export type RequestAction = (typeof requestActions)[number]

/** What somebody may do with a request now: `manages` looks after all, `answers` is of its owner. */
export function requestActionsFor(
  request: { state: RequestState; hasContact: boolean },
  asker: { manages: boolean; answers: boolean },
): RequestAction[] {
  const open = request.state !== 'closed'
  const may: Record<RequestAction, boolean> = {
    'hand-on': request.state === 'received' && asker.manages,
    answer: open && asker.answers,
    close: open && asker.manages,
    'see-contact': request.hasContact && asker.answers,
  }
  return requestActions.filter((action) => may[action])
}

/** What a person types: no control characters but line breaks, and no empty lines at its ends. */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '')
      .trim()
  )
}
