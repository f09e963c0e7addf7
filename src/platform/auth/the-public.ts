import type { Language } from '../i18n/messages.ts'
import type { Actor } from './actor.ts'

/**
 * Who acts on the public pages: nobody of the county's people, and the same for everyone outside. It stands in the
 * ledger where an account would; who the visitor is, it does not say.
 */
export const thePublic = '00000000-0000-7000-8000-000000000001'

export const publicName = { zh: '公众（网上）', en: 'The public' }

/** The role whose permissions a visitor has; no account can be granted it. */
export const publicRole = 'public'

/** The actor of the public pages in a county, with what a visitor may do there. */
export function publicActor(county: string, language: Language, permissions: readonly string[]): Actor {
  return {
    county,
    person: thePublic,
    name: publicName[language],
    organisations: [],
    reach: new Map(permissions.map((permission) => [permission, 'county'])),
    language,
  }
}
