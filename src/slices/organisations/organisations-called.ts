import type { Tx } from '#platform/db/database.ts'
import type { CalledOrganisation } from './organisation.ts'
import { spellingsOf } from './organisation-name.ts'
import { bearersOf, theCounty } from './organisation-store.ts'

/** How good a match is, the best first: its full name, another name, its own short name, one by the rules of names. */
const ranks = { name: 0, alias: 1, short: 2, spelling: 3 } as const

/**
 * The open organisations that are meant by each of the names: those of the best kind of match (full name, then another
 * name, then a short form), all of them where several match equally. A name that means nobody has an empty list.
 * One question for all names, however many they are.
 */
export async function organisationsCalled(
  tx: Tx,
  names: readonly string[],
): Promise<Map<string, CalledOrganisation[]>> {
  const called = new Map<string, CalledOrganisation[]>(names.map((name) => [name, []]))
  const county = called.size > 0 ? await theCounty(tx) : undefined
  if (!county) return called
  const spellings = new Map([...called.keys()].map((name) => [name, spellingsOf(name, county.name)]))
  const bearers = await bearersOf(tx, [...new Set([...spellings.values()].flat())])
  const byName = Map.groupBy(bearers, (one) => one.called)
  for (const [name, [written, ...others]] of spellings) {
    const matches = [
      ...(byName.get(written ?? name) ?? []).map((one) => ({ one, rank: ranks[one.as] })),
      ...others.flatMap((other) => byName.get(other) ?? []).map((one) => ({ one, rank: ranks.spelling })),
    ]
    const best = Math.min(...matches.map(({ rank }) => rank))
    const meant = new Map(matches.filter(({ rank }) => rank === best).map(({ one }) => [one.id, one]))
    called.set(
      name,
      [...meant.values()].map(({ id, kind, name: full, nameEn }) => ({
        id,
        kind,
        name: full,
        nameEn,
        by: best === ranks.name ? 'name' : best === ranks.alias ? 'alias' : 'short',
      })),
    )
  }
  return called
}
