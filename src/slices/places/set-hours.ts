import { command } from '#platform/commands/command.ts'
import { isRule } from '#platform/clock/recurrence.ts'
import { setHoursInput } from './hours-contract.ts'
import { hoursWereChanged, ruleUnreadable } from './hours-problems.ts'
import { insertHours, saidHours } from './hours-store.ts'
import { opensEver } from './opening-hours.ts'
import { keeperOf, takeOpenPlace } from './take-place.ts'

/** Says when a place is open; what was said before stays as its history. No rule at all: nobody knows. */
export const setHours = command('place.set-hours', {
  may: { permission: 'place.manage', at: keeperOf },
  input: setHoursInput,
  event: 'place.hours-set',
  async decide(work, { place: id, before, rules }) {
    const { tx, actor, now } = work
    await takeOpenPlace(work, id)
    for (const one of rules) if (!isRule(one.rule) || !opensEver(one)) throw ruleUnreadable(one.rule)
    const said = await saidHours(tx, id)
    if (said.version !== before) throw hoursWereChanged(said.version)
    const version = said.version + 1
    const { county, person } = actor
    await insertHours(tx, { county, place: id, version, rules, person, at: now.toISOString() })
    return {
      result: { id, version },
      event: { about: { kind: 'place', id }, data: { version, before: said.rules, rules } },
    }
  },
})
