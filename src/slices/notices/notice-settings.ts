import { addDays, addWorkingDays, dayOf } from '#platform/clock/working-days.ts'
import type { Urgency } from '#platform/notify/notice-store.ts'
import type { QuietHours } from '#platform/notify/quiet-hours.ts'

/** What a county has decided about its notices. */
export interface NoticeSettings {
  quietFrom: string
  quietTo: string
  workingDaysOnly: boolean
  /** What comes within so many minutes for one address goes out together. */
  gatherMinutes: number
}

/** Where nobody has decided anything. */
export const usualSettings: NoticeSettings = {
  quietFrom: '21:00',
  quietTo: '07:30',
  workingDaysOnly: false,
  gatherMinutes: 10,
}

export function quietHoursOf({ quietFrom, quietTo, workingDaysOnly }: NoticeSettings): QuietHours | null {
  if (quietFrom === quietTo && !workingDaysOnly) return null
  return { from: quietFrom, to: quietTo, workingDaysOnly }
}

const twoHours = 2 * 3_600_000

/**
 * Until when somebody who can only be told on the page should have looked: two hours where it is urgent, else the end
 * of the next working day. What is low may wait for ever (null).
 */
export function unreadDeadline(at: Date, urgency: Urgency): Date | null {
  if (urgency === 'low') return null
  if (urgency === 'urgent') return new Date(at.getTime() + twoHours)
  return new Date(`${addWorkingDays(addDays(dayOf(at), 1), 0)}T18:00:00+08:00`)
}

const minute = 60_000
const longest = 6 * 3_600_000

/** After so many failed attempts (1, 2, 3 …): one minute, three, nine, up to six hours. */
export function sendBackoff(attempts: number): number {
  return Math.min(longest, minute * 3 ** Math.max(0, attempts - 1))
}

/** Then it is given up, some twelve hours after the first. */
export const mostAttempts = 8
