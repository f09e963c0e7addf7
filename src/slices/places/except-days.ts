import { command } from '#platform/commands/command.ts'
import { addDays } from '#platform/clock/working-days.ts'
import { longestException } from './hours.ts'
import { exceptDaysInput } from './hours-contract.ts'
import { daysUnfit } from './hours-problems.ts'
import { insertException } from './hours-store.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/** Says that on some days a place is closed, or open at other times than its rules say. */
export const exceptDays = command('place.except-days', {
  may: { permission: 'place.manage', at: keeperOf },
  input: exceptDaysInput,
  event: 'place.days-excepted',
  async decide(work, { place: id, exception, first, last, spans, reason }) {
    const { tx, actor, now } = work
    await takeOpenPlace(work, id)
    if (last < first || last >= addDays(first, longestException)) throw daysUnfit()
    const { county, person } = actor
    const row = { county, id: exception, place: id, firstDay: first, lastDay: last, spans, reason, person }
    await insertException(tx, { ...row, at: now.toISOString() })
    return {
      result: { id: exception },
      event: { about: { kind: 'place', id }, data: { exception, first, last, spans, reason } },
    }
  },
})
