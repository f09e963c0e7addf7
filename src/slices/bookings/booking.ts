/** What is booked: a room to use, or a guided visit of a group. */
export const bookingKinds = ['room', 'visit'] as const
export type BookingKind = (typeof bookingKinds)[number]

/**
 * `asked` waits for the keeper and holds its rooms meanwhile; `released` was let go since nobody came, `lapsed` since
 * nobody decided in time.
 */
export const bookingStates = ['asked', 'approved', 'refused', 'cancelled', 'released', 'lapsed'] as const
export type BookingState = (typeof bookingStates)[number]

/** Why a booking waits for the keeper. */
export const waitReasons = ['everybody', 'others', 'long', 'outside-hours', 'guide'] as const
export type WaitReason = (typeof waitReasons)[number]

export const requestFaults = [
  'past',
  'not-for-you',
  'too-many',
  'too-long',
  'too-far',
  'outside-hours',
] as const
export type RequestFault = (typeof requestFaults)[number]

/** What somebody asks for, whenever it shall be. */
export interface Request {
  rooms: string[]
  people: string[]
  kind: BookingKind
  purpose: string
  party: number
  groupName: string | null
  language: string | null
  note: string | null
  contact: { name: string; phone: string } | null
}

export const longestText = { purpose: 80, group: 60, note: 300, reason: 200, name: 40 } as const
export const mostRooms = 8
export const mostPeople = 20
/** A series is of a year of weeks at most. */
export const mostOccurrences = 60

/** The rules of a room that a request has to fit (places: RoomRules), with what it holds. */
export interface RoomToFit {
  capacity: number
  rules: {
    bookers: 'keeper' | 'organisations' | 'public'
    approval: 'nobody' | 'others' | 'everybody'
    freeUpTo: number | null
    outsideHours: 'refuse' | 'ask'
    longest: number
    daysAhead: number
    clearing: number
    grace: number | null
  }
}

/** Who asks: `keeps` looks after the place; a resident asks alone or through staff. */
export interface Asker {
  keeps: boolean
  resident: boolean
}

export interface Times {
  starts: Date
  ends: Date
}

const minute = 60_000
const dayLong = 24 * 60 * minute

/** What speaks against a request, or null. Its keeper may do all but crowd a room and book the past. */
export function faultOf(
  rooms: readonly RoomToFit[],
  { starts, ends }: Times,
  request: { party: number; asker: Asker; inHours: boolean | null; now: Date },
): RequestFault | null {
  const { party, asker, inHours, now } = request
  const any = (breaks: (room: RoomToFit) => boolean) => rooms.some(breaks)
  if (ends <= now) return 'past'
  if (party > rooms.reduce((sum, { capacity }) => sum + capacity, 0)) return 'too-many'
  if (asker.keeps) return null
  const circle = asker.resident ? ['public'] : ['organisations', 'public']
  if (any(({ rules }) => !circle.includes(rules.bookers))) return 'not-for-you'
  const minutes = (ends.getTime() - starts.getTime()) / minute
  if (any(({ rules }) => minutes > rules.longest)) return 'too-long'
  if (any(({ rules }) => starts.getTime() - now.getTime() > rules.daysAhead * dayLong)) return 'too-far'
  if (inHours === false && any(({ rules }) => rules.outsideHours === 'refuse')) return 'outside-hours'
  return null
}

/** Why a request has to wait for the keeper; empty where it is approved at once. */
export function waitsFor(
  rooms: readonly RoomToFit[],
  { starts, ends }: Times,
  request: { kind: BookingKind; guide: string | null; asker: Asker; inHours: boolean | null },
): WaitReason[] {
  const { kind, guide, asker, inHours } = request
  const any = (rule: (room: RoomToFit) => boolean) => rooms.some(rule)
  const minutes = (ends.getTime() - starts.getTime()) / minute
  const reasons: Record<WaitReason, boolean> = {
    everybody: any(({ rules }) => rules.approval === 'everybody'),
    others: !asker.keeps && any(({ rules }) => rules.approval === 'others'),
    long: !asker.keeps && any(({ rules }) => rules.freeUpTo !== null && minutes > rules.freeUpTo),
    'outside-hours': !asker.keeps && inHours === false,
    guide: kind === 'visit' && guide === null,
  }
  return waitReasons.filter((reason) => reasons[reason])
}

export const bookingActions = ['approve', 'refuse', 'move', 'cancel', 'check-in'] as const
export type BookingAction = (typeof bookingActions)[number]

interface Standing extends Times {
  state: BookingState
  askedBy: string
  waitsFor: readonly WaitReason[]
  cameAt: string | null
}

/** So many minutes before it begins a booking can be checked in. */
export const earliestArrival = 30

/** Whether those who came can be checked in now. */
export function mayArrive(
  { state, starts, ends, cameAt }: Omit<Standing, 'askedBy' | 'waitsFor'>,
  now: Date,
): boolean {
  const from = starts.getTime() - earliestArrival * minute
  return state === 'approved' && cameAt === null && now.getTime() >= from && now < ends
}

/** Whether nobody came within the grace time. */
export function isForgotten(
  booking: Omit<Standing, 'askedBy' | 'waitsFor'> & { grace: number | null },
  now: Date,
): boolean {
  const { state, starts, grace, cameAt } = booking
  return (
    state === 'approved' &&
    cameAt === null &&
    grace !== null &&
    now.getTime() >= starts.getTime() + grace * minute
  )
}

/**
 * What somebody may do with a booking now. Where everybody's booking has to be looked at, nobody approves their own:
 * four eyes.
 */
export function actionsFor(
  booking: Standing,
  { person, decides, asks }: { person: string; decides: boolean; asks: boolean },
  now: Date,
): BookingAction[] {
  const own = booking.askedBy === person
  const ahead = booking.ends > now
  const live = ahead && (booking.state === 'asked' || booking.state === 'approved') && booking.cameAt === null
  const fourEyes = booking.waitsFor.includes('everybody') && own
  const may: Record<BookingAction, boolean> = {
    approve: ahead && booking.state === 'asked' && decides && !fourEyes,
    refuse: booking.state === 'asked' && decides,
    move: live && ((own && asks) || decides),
    cancel: live && ((own && asks) || decides),
    'check-in': mayArrive(booking, now) && ((own && asks) || decides),
  }
  return bookingActions.filter((action) => may[action])
}

/** When an offer of a freed hour ends: a day later, or when half of the time until it begins is over. */
export function offerEnds(now: Date, starts: Date): Date {
  const half = now.getTime() + (starts.getTime() - now.getTime()) / 2
  return new Date(Math.min(now.getTime() + dayLong, half))
}
