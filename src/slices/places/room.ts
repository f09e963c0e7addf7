/** What stands in a room and stays there. */
export const roomEquipment = [
  'projector',
  'screen',
  'sound',
  'microphone',
  'video-conference',
  'wifi',
  'whiteboard',
  'computers',
  'piano',
  'stage',
  'mirrors',
  'mats',
  'tables',
  'kitchen',
  'air-conditioning',
  'power-outlets',
] as const
export type RoomEquipment = (typeof roomEquipment)[number]

/** Who may book a room: those of its keeper, every organisation, residents too. */
export const bookerCircles = ['keeper', 'organisations', 'public'] as const
/** Whose booking waits for the keeper: nobody's, those of others, everybody's. */
export const approvals = ['nobody', 'others', 'everybody'] as const

/** How a room is booked. Times in minutes. */
export interface RoomRules {
  bookers: (typeof bookerCircles)[number]
  approval: (typeof approvals)[number]
  /** What lasts longer waits for the keeper; null: only `approval` decides. */
  freeUpTo: number | null
  /** Outside of the place's hours: not at all, or the keeper decides. */
  outsideHours: 'refuse' | 'ask'
  longest: number
  /** How far ahead a room may be booked. */
  daysAhead: number
  /** So long nobody can book after a booking: clearing up. */
  clearing: number
  /** Who did not come by then lets the room go; null: never. */
  grace: number | null
}

export const usualRules: RoomRules = {
  bookers: 'organisations',
  approval: 'others',
  freeUpTo: 240,
  outsideHours: 'ask',
  longest: 720,
  daysAhead: 180,
  clearing: 0,
  grace: 30,
}

/** What can be said of a room and changed. */
export interface RoomFacts {
  name: string
  capacity: number
  equipment: RoomEquipment[]
  accessibility: string[]
  note: string | null
  rules: RoomRules
}

/** A hall, its halves, a corner of one: deeper nobody divides. */
export const deepestPart = 3
export const longestRoomText = { name: 40, note: 300, reason: 200 } as const

interface Part {
  id: string
  path: readonly string[]
  closedAt: string | null
}

/**
 * The parts that are taken when a room is taken: its undivided open parts, or itself where it has none. Two rooms get
 * in each other's way exactly where these have one in common: the whole and its parts, never two parts.
 */
export function undividedParts(room: string, all: readonly Part[]): string[] {
  const open = all.filter(
    ({ id, path, closedAt }) => path.includes(room) && (closedAt === null || id === room),
  )
  const divided = new Set(open.flatMap(({ path }) => path.slice(0, -1)))
  const leaves = open.filter(({ id }) => !divided.has(id)).map(({ id }) => id)
  return leaves.length > 0 ? leaves.toSorted() : [room]
}
