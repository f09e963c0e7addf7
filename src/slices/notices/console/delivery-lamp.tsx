import { Lamp, type LampState } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import type { OutboxState } from '../notice.ts'
import { noticeMessages } from '../notice-messages.ts'

const lamps: Record<OutboxState, LampState> = {
  waiting: 'waiting',
  sent: 'done',
  held: 'ontime',
  refused: 'overdue',
  bounced: 'overdue',
  'given-up': 'overdue',
  dropped: 'none',
}

/** What came of a delivery: shape and word. */
export function DeliveryLamp({ state }: { state: OutboxState }) {
  return <Lamp state={lamps[state]} word={useTexts(noticeMessages).states[state]} />
}
