import { command } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { withdrawWaitInput } from './booking-contract.ts'
import { offerIsOver } from './booking-problems.ts'
import { letGo } from './take-together.ts'
import { changeWait, takeWaitRow } from './wait-store.ts'

/** Waits no longer; an hour that was offered goes to the next one. */
export const withdrawWait = command('booking.withdraw-wait', {
  may: { permission: 'booking.request' },
  input: withdrawWaitInput,
  event: 'booking.wait-withdrawn',
  async decide(work, { wait: id }) {
    const wait = await takeWaitRow(work.tx, id)
    if (wait?.askedBy !== work.actor.person) throw notFound({ zh: '这项候补', en: 'This wait' })
    if (wait.state !== 'waiting' && wait.state !== 'offered') throw offerIsOver()
    await letGo(work, id)
    await changeWait(work.tx, id, { state: 'withdrawn' }, work.now)
    const { place, starts, ends } = wait
    return { result: { id }, event: { about: { kind: 'booking-wait', id }, data: { place, starts, ends } } }
  },
})
