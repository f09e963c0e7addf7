import { passwordFits } from '#platform/auth/password.ts'
import type { Fault, PublicAsked, PublicForm } from '#platform/public/public-page.ts'
import { phoneOf } from '#slices/places/contract'
import { followedRequest } from './followed-request.ts'
import * as view from './public/request-views.ts'
import { requestPageMessages } from './public/request-page-messages.ts'
import { plainText } from './request.ts'
import { requestMessages } from './request-messages.ts'
import { requestNumberInGroups, requestNumberOf } from './request-number.ts'
import { keysOf, requestsOfPhone } from './request-store.ts'

const lookingUp = { what: 'request.look-up', most: 20, within: 15 * 60_000 }
const lookingUpNumber = { what: 'request.look-up-number', most: 10, within: 15 * 60_000 }

const followForm: PublicForm = {
  path: '/follow',
  async show(asked) {
    const { language, link, again, query } = asked
    const faults = again?.faults ?? []
    const number = again?.typed.number ?? requestNumberOf(query.get('number') ?? '') ?? ''
    return {
      title: requestPageMessages[language].lookup.title,
      above: [],
      ownHeading: true,
      faulty: faults.length > 0,
      main: view.lookupPage({ language, link, faults }, { number }),
    }
  },
  async send(asked) {
    const t = requestPageMessages[asked.language].lookup
    const typed = plainText(asked.fields.get('number') ?? '').slice(0, 40)
    const key = plainText(asked.fields.get('key') ?? '').slice(0, 40)
    const number = requestNumberOf(typed)
    const faults = [
      ...(number === null ? [{ field: 'number', text: t.wrongNumber }] : []),
      ...(key === '' ? [{ field: 'key', text: t.missingKey }] : []),
    ]
    // The key is not kept: it would open the request for whoever comes next.
    const again = (wrong: Fault[]) => ({ again: { faults: wrong, typed: { number: typed } } })
    if (number === null || faults.length > 0) return again(faults)
    // Counted before it is looked at, by whom and by what is tried: else a code of six digits could be guessed.
    if (!(await asked.within(lookingUp)) || !(await asked.within(lookingUpNumber, number))) {
      return again([{ field: 'number', text: t.tooOften }])
    }
    const keys = await asked.ask((tx) => keysOf(tx, number))
    if (!(await opens(keys, key)) || !keys) return again([{ field: 'number', text: t.wrong }])
    await asked.keep({ opened: keys.id })
    return { goTo: `/follow/${number}` }
  },
}

/** Whether a phone number or a code opens a request. Takes its time also where there is none. */
async function opens(keys: Awaited<ReturnType<typeof keysOf>>, key: string): Promise<boolean> {
  const phone = phoneOf(key)
  const byPhone = phone !== null && keys?.phone === phone
  const code = key.normalize('NFKC').replace(/\s/g, '')
  return (await passwordFits(code, keys?.codeHash ?? null)) || byPhone
}

const followedForm: PublicForm = {
  path: '/follow/:number',
  async show(asked) {
    const { language, params, visitor } = asked
    const number = requestNumberOf(params.number ?? '')
    if (number === null) return null
    const found = await asked.ask(async (tx) => {
      const keys = await keysOf(tx, number)
      const theirs =
        keys && (visitor?.opened.includes(keys.id) || (keys.phone !== null && keys.phone === visitor?.phone))
      return theirs ? followedRequest(tx, keys.id, language) : null
    })
    // Whether there is such a number is told to nobody who cannot open it.
    if (!found) return { goTo: `/follow?number=${number}` }
    return {
      title: requestMessages[language].numbered(requestNumberInGroups(number)),
      above: [{ title: requestPageMessages[language].follow, path: '/follow' }],
      main: view.followPage({ language }, found),
    }
  },
}

/** The pages on which it is followed. */
export const followForms: readonly PublicForm[] = [followForm, followedForm]

const mostMine = 30

/** What somebody sent with their phone number, for their own page. */
export async function myRequests({ tx, language, link }: PublicAsked, phone: string) {
  const requests = await requestsOfPhone(tx, phone, mostMine)
  return { heading: requestPageMessages[language].mine, main: view.mineList({ language, link }, requests) }
}
