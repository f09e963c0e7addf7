import type { z } from 'zod'
import type { Actor } from '#platform/auth/actor.ts'
import { sessionCookie, sessionCookieHeader } from '#platform/auth/session-cookie.ts'
import { obey, type Served, special } from '#platform/contracts/served.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/messages.ts'
import type { House } from '#platform/slice.ts'
import { theCounty } from '#slices/organisations'
import { demoIdentities } from './demo-people.ts'
import { identify } from './identify.ts'
import { personRoutes, type sessionShape } from './person-contract.ts'
import { peopleByIds } from './person-store.ts'
import { withRoles } from './person-view.ts'
import { closeSession, sessionLimits } from './session-store.ts'
import { changePassword } from './set-password.ts'
import { signIn } from './sign-in.ts'

type Session = z.input<typeof sessionShape>

export function sessionApi(house: House): Served[] {
  return [
    special(personRoutes.session, async ({ actor, language }) =>
      Response.json(await show(house, actor, language)),
    ),
    special(personRoutes.signIn, async ({ raw, body, remote, language }) => {
      const token = await signIn(house.database, { ...body, remote, now: new Date() })
      // Whoever sat here before is no longer signed in on this machine.
      const before = cookieOf(raw)
      if (before) await closeSession(house.database, before)
      const session = await show(house, await identify(house, token, language), language)
      return withCookie(session, token, sessionLimits.whole / 1000, raw)
    }),
    special(personRoutes.signOut, async ({ raw, language }) => {
      const token = cookieOf(raw)
      if (token) await closeSession(house.database, token)
      return withCookie(await show(house, null, language), '', 0, raw)
    }),
    obey(personRoutes.changePassword, changePassword),
  ]
}

async function show(house: House, actor: Actor | null, language: Language): Promise<Session> {
  const demo = house.mode === 'demo' ? demoIdentities(language) : []
  if (!actor) return { person: null, mode: house.mode, demoIdentities: demo }
  return inTransaction(
    house.database,
    actor,
    async (tx) => {
      const [row] = await peopleByIds(tx, [actor.person])
      const [person] = await withRoles(tx, row ? [row] : [], language)
      const county = await theCounty(tx)
      if (!person || !county) return { person: null, mode: house.mode, demoIdentities: demo }
      return {
        person: {
          id: person.id,
          name: person.name,
          login: person.login ?? '',
          county: { code: actor.county, name: language === 'en' ? county.nameEn : county.name },
          roles: person.roles,
          permissions: [...actor.reach.keys()],
          mustChangePassword: row?.mustChange ?? false,
        },
        mode: house.mode,
        demoIdentities: demo,
      }
    },
    { readOnly: true },
  )
}

function withCookie(session: Session, token: string, maxAge: number, raw: Request): Response {
  // Behind several proxies, the first of the list is how the browser asked.
  const asked = raw.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(raw.url).protocol
  const secure = asked === 'https' || asked === 'https:'
  return Response.json(session, {
    headers: { 'set-cookie': sessionCookieHeader(token, maxAge, secure), 'cache-control': 'no-store' },
  })
}

function cookieOf(raw: Request): string | null {
  return new RegExp(`(?:^|; )${sessionCookie}=([^;]+)`).exec(raw.headers.get('cookie') ?? '')?.[1] ?? null
}
