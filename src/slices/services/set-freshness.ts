import { command } from '#platform/commands/command.ts'
import { pathOf } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { freshnessOf, writeFreshness } from './freshness-store.ts'
import { lastChecks } from './service.ts'
import { setFreshnessInput } from './service-contract.ts'
import { nothingChanged, serviceWasChanged } from './service-problems.ts'
import { holdCards } from './service-store.ts'
import { forgetWarnings } from './warning-store.ts'

const terms = ['staleAfter', 'hideAfter'] as const

/** Sets after how many days without a check the county's cards are stale, and after how many more they hide. */
export const setFreshness = command('service.set-freshness', {
  may: { permission: 'service.set-freshness', at: async () => 'county' },
  input: setFreshnessInput,
  event: 'service.freshness-set',
  async decide({ tx, actor, now, today }, { before, after }) {
    const { county, person } = actor
    await holdCards(tx, county)
    const stands = await freshnessOf(tx)
    const conflicts = terms.filter((term) => stands[term] !== before[term])
    if (conflicts.length > 0) {
      const by = stands.person
        ? ((await namesOfPeople(tx, [stands.person])).get(stands.person) ?? null)
        : null
      throw serviceWasChanged(
        conflicts.map((item) => ({ item, now: String(stands[item]), by, at: stands.at })),
      )
    }
    if (terms.every((term) => stands[term] === after[term])) throw nothingChanged()
    await writeFreshness(tx, { county, ...after, person, at: now.toISOString() })
    await forgetWarnings(tx, lastChecks(today, after).stale)
    const changes = terms.flatMap((item) =>
      before[item] === after[item] ? [] : [{ item, before: before[item], after: after[item] }],
    )
    const [root = person] = await pathOf(tx, actor.organisations[0] ?? person)
    return { result: after, event: { about: { kind: 'organisation', id: root }, data: { changes } } }
  },
})
