/** Acting for a person without a phone (代办): pure rules. */

/** At the desk, by telephone, at the person's home. */
export const ways = ['desk', 'call', 'home'] as const
export type Way = (typeof ways)[number]

/** So long at most: whoever is helped is there, or on the line. */
export const longestMs = 30 * 60_000

export interface Assistance {
  id: string
  staff: string
  organisation: string
  name: string
  phone: string | null
  way: Way
  begunAt: string
  endsAt: string
  endedAt: string | null
}

export function isOpen({ endsAt, endedAt }: Pick<Assistance, 'endsAt' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && new Date(endsAt) > now
}
