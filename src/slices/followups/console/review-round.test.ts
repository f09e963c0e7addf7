import { expect, it } from 'vitest'
import type { StepKind } from '../followup.ts'
import { reportedInRound } from './review-round.ts'

const steps = (...kinds: StepKind[]) => kinds.map((kind, at) => ({ kind, at }))

it('shows the reviewer what was reported in this round only', () => {
  const history = steps(
    'opened',
    'assigned',
    'signed',
    'reported',
    'closing-asked',
    'returned',
    'reported',
    'extension-asked',
    'part-completed',
    'closing-asked',
  )
  expect(reportedInRound(history).map(({ at }) => at)).toEqual([6, 8, 9])
})

it('shows nothing where nothing was reported', () => {
  expect(reportedInRound(steps('opened', 'assigned', 'signed'))).toEqual([])
  expect(reportedInRound([])).toEqual([])
})
