import type { StepKind } from '../followup.ts'

const reporting: StepKind[] = ['reported', 'part-completed', 'closing-asked']
const begins: StepKind[] = ['assigned', 'reassigned', 'returned']

/** What was reported since the follow-up was last handed out or returned, the oldest first: what a review is about. */
export function reportedInRound<Step extends { kind: StepKind }>(history: readonly Step[]): Step[] {
  const start = history.findLastIndex(({ kind }) => begins.includes(kind))
  return history.slice(start + 1).filter(({ kind }) => reporting.includes(kind))
}
