import { Lamp, type LampState } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import type { BookingState } from '../booking.ts'
import { bookingMessages } from '../booking-messages.ts'

const lamps: Record<BookingState, LampState> = {
  asked: 'waiting',
  approved: 'done',
  refused: 'none',
  cancelled: 'none',
  released: 'overdue',
  lapsed: 'overdue',
}

/** How a booking stands, by shape and word. */
export function BookingLamp({ state }: { state: BookingState }) {
  const { states } = useTexts(bookingMessages)
  return <Lamp state={lamps[state]} word={states[state]} />
}
