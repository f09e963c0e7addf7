import type { Actor, Reach } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { House } from '#platform/slice.ts'
import { subtreesOf } from '#slices/organisations'
import { peopleByIds, rolesOf } from './person-store.ts'
import { countyOfToken, personOfSession } from './session-store.ts'

/** What someone may do before they have set a password of their own. */
const ownOnly = ['session.own']

/** The actor of a session's token, or null when it has ended, was suspended, or never was. */
export async function identify(house: House, token: string, language: Language): Promise<Actor | null> {
  const county = countyOfToken(token)
  if (!county) return null
  return inTransaction(house.database, { county, person: null }, async (tx) => {
    const person = await personOfSession(tx, token, new Date())
    return person ? actorOf(house, tx, county, person, language) : null
  })
}

/** Who someone is now, with what their roles let them do and where. */
export async function actorOf(
  house: House,
  tx: Tx,
  county: string,
  person: string,
  language: Language,
): Promise<Actor | null> {
  const [found] = await peopleByIds(tx, [person])
  if (!found) return null
  const roles = await rolesOf(tx, [person])
  const subtrees = await subtreesOf(tx, [...new Set(roles.map((role) => role.organisation))])
  const reach = new Map<string, Reach>(ownOnly.map((permission) => [permission, 'county']))
  if (!found.mustChange) {
    for (const { role, organisation } of roles) {
      for (const permission of house.permissionsOf(role)) {
        reach.set(permission, wider(reach.get(permission), subtrees.get(organisation) ?? []))
      }
    }
  }
  const organisations = [...new Set(roles.map((role) => role.organisation))]
  return { county, person, name: found.name, organisations, reach, language }
}

function wider(before: Reach | undefined, more: 'county' | string[]): Reach {
  if (before === 'county' || more === 'county') return 'county'
  return new Set([...(before ?? []), ...more])
}
