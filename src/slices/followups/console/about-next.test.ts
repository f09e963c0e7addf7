import { describe, expect, it } from 'vitest'
import type { Action } from '../followup.ts'
import { aboutNext } from './about-next.ts'

const history = [
  { kind: 'assigned' as const, text: '请月底前报方案' },
  { kind: 'signed' as const, text: null },
  { kind: 'closing-asked' as const, text: '已办培训两期' },
  { kind: 'returned' as const, text: '缺参训名单' },
]
const extensions = [
  { reason: '道路中断', decision: { granted: true } },
  { reason: '名单未下发', decision: null },
]
const about = (action: Action | null) => aboutNext({ next: { action }, history, extensions })

describe('what the next step is about', () => {
  it.each([
    ['sign', '请月底前报方案'],
    ['review', '已办培训两期'],
    ['ask-closing', '缺参训名单'],
    ['decide-extension', '名单未下发'],
  ] as const)('%s shows the words that it answers to', (action, text) => {
    expect(about(action)?.text).toBe(text)
  })

  it('is the request that nobody has decided yet', () => {
    expect(about('decide-extension')?.extension).toBe(extensions[1])
  })

  it('is nothing where no words are needed', () => {
    expect(about('report')).toBeNull()
    expect(about(null)).toBeNull()
    expect(aboutNext({ next: { action: 'review' }, history: [], extensions: [] })).toBeNull()
  })
})
