import { expect, it } from 'vitest'
import { afterSigning } from './after-signing.ts'
import type { Followup } from './followup-queries.ts'

const union = { id: '01900000-0000-7000-8000-000000000001', name: '县总工会' }
const assigned = {
  state: 'assigned',
  lead: union,
  next: { action: 'sign', turn: 'you', text: '请您签收' },
  history: [{ id: 'a', position: 4, kind: 'assigned', organisation: { id: 'x', name: '天全县' } }],
  actions: [
    { action: 'sign', reason: null, why: null },
    { action: 'report', reason: 'not-signed', why: '牵头单位尚未签收。' },
  ],
} as unknown as Followup

it('shows the signature in the story, on behalf of the lead, before the server has answered', () => {
  const shown = afterSigning(assigned, { waiting: '已签收', signed: '签收' }, '2026-05-11T02:00:00.000Z')
  expect(shown.state).toBe('underway')
  expect(shown.history.at(-1)).toMatchObject({
    kind: 'signed',
    position: 5,
    organisation: union,
    what: '签收',
  })
  expect(shown.next).toEqual({ action: null, turn: 'lead', text: '已签收' })
})

it('offers neither a second signature nor what only the server may open', () => {
  const shown = afterSigning(assigned, { waiting: '已签收', signed: '签收' }, '2026-05-11T02:00:00.000Z')
  expect(shown.actions.filter(({ reason }) => reason === null)).toEqual([])
  expect(assigned.actions[0]?.reason).toBeNull()
})
