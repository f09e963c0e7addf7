import type { Language } from '#platform/i18n/messages.ts'
import type { LampState, State, StepKind } from '../followup.ts'
import { followupPageMessages } from '../followup-page-messages.ts'

interface Due {
  lamp: LampState
  state: State
  dueDay: string | null
  /** Null where no clock runs. */
  workingDaysLeft: number | null
}

/**
 * How much time is left, in words: 还剩 3 个工作日, 2 working days overdue. Null where nothing is to be said:
 * it is ended, or it waits for the supervisor and its clock stands still.
 */
export function timeLeft({ lamp, dueDay, workingDaysLeft }: Due, language: Language): string | null {
  const t = followupPageMessages[language].due
  if (lamp === 'done' || lamp === 'waiting') return null
  if (dueDay === null) return lamp === 'none' ? t.none : null
  if (lamp === 'overdue') {
    // A due day just before a holiday is over although no working day has passed since.
    return workingDaysLeft ? t.overdue(-workingDaysLeft) : t.overdueRestDays
  }
  if (workingDaysLeft === null) return null
  return workingDaysLeft <= 0 ? t.today : t.left(workingDaysLeft)
}

interface DueStep {
  kind: StepKind
  at: string
  dueDay: string | null
  person: { name: string } | null
  organisation: { name: string } | null
}

/** The step that set the due day as it stands: the last assignment or granted extension that names it. */
export function dueSetBy<Step extends DueStep>(history: readonly Step[], dueDay: string | null): Step | null {
  const setting: StepKind[] = ['assigned', 'reassigned', 'extension-granted']
  if (dueDay === null) return null
  return history.findLast((step) => setting.includes(step.kind) && step.dueDay === dueDay) ?? null
}
