import type { BodyOf } from '#platform/contracts/route.ts'
import type { bookingRoutes } from '../booking-contract.ts'
import { mostOccurrences } from '../booking.ts'

export const repeats = ['once', 'weekly', 'fortnightly', 'monthly'] as const
export type Repeat = (typeof repeats)[number]

/** What the form holds. */
export interface Wish {
  room: string
  day: string | null
  from: string
  to: string
  repeat: Repeat
  count: number
  purpose: string
  party: number
}

/** What becomes of an occurrence that clashes, by its beginning. */
export type Choice =
  | { choice: 'skip' }
  | { choice: 'wait' }
  | { choice: 'move'; to: { starts: string; ends: string; rooms?: string[] } }
export type Choices = Readonly<Record<string, Choice>>

export const emptyWish: Wish = {
  room: '',
  day: null,
  from: '',
  to: '',
  repeat: 'once',
  count: 8,
  purpose: '',
  party: 10,
}

/** The moments of a wish; over midnight where it ends before it begins. Null while something is missing. */
export function timesOf({ day, from, to }: Wish): { starts: string; ends: string } | null {
  if (day === null || !/^\d\d:\d\d$/.test(from) || !/^\d\d:\d\d$/.test(to)) return null
  const at = (time: string) => Date.parse(`${day}T${time}:00+08:00`)
  const starts = at(from)
  const ends = at(to) > starts ? at(to) : at(to) + 86_400_000
  return { starts: new Date(starts).toISOString(), ends: new Date(ends).toISOString() }
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The rule of RFC 5545 that a wish is repeated by, or null. */
export function ruleOf({ repeat, count, day }: Wish): string | null {
  if (repeat === 'once' || day === null) return null
  const times = Math.min(mostOccurrences, Math.max(2, Math.trunc(count) || 2))
  const date = new Date(`${day}T00:00:00Z`)
  // The fifth Tuesday is the last one: most months have no fifth.
  const nth = Math.ceil(date.getUTCDate() / 7)
  const parts = {
    weekly: 'FREQ=WEEKLY',
    fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
    monthly: `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekdays[date.getUTCDay()]}`,
  }[repeat]
  return `${parts};COUNT=${times}`
}

export function isComplete(wish: Wish): boolean {
  return wish.room !== '' && timesOf(wish) !== null && wish.purpose.trim() !== '' && wish.party >= 1
}

type Sending =
  | { as: 'booking'; body: Omit<BodyOf<typeof bookingRoutes.request>, 'booking'> }
  | { as: 'wait'; body: Omit<BodyOf<typeof bookingRoutes.wait>, 'wait'> }
  | { as: 'series'; body: Omit<BodyOf<typeof bookingRoutes.requestSeries>, 'series'> }

/** What is sent for a complete wish, and by which route. Throws where it is not complete. */
export function sendingOf(wish: Wish, choices: Choices): Sending {
  const times = timesOf(wish)
  if (!times) throw new Error('the wish has no times')
  const asked = { rooms: [wish.room], purpose: wish.purpose.trim(), party: Math.trunc(wish.party) }
  const rule = ruleOf(wish)
  if (rule !== null) {
    const said = Object.entries(choices).map(([starts, choice]) => ({ starts, ...choice }))
    return { as: 'series', body: { ...asked, ...times, rule, choices: said } }
  }
  const choice = choices[times.starts]
  if (choice?.choice === 'wait') return { as: 'wait', body: { ...asked, ...times } }
  if (choice?.choice !== 'move') return { as: 'booking', body: { ...asked, ...times } }
  const { rooms = asked.rooms, starts, ends } = choice.to
  return { as: 'booking', body: { ...asked, rooms, starts, ends } }
}
