import { randomInt } from 'node:crypto'
import type { FormAsked, PublicForm, PublicView } from '#platform/public/public-page.ts'
import { keepCode, takeCode } from '#platform/public/visitor-store.ts'
import { inTransaction } from '#platform/db/database.ts'
import { phoneOf } from '#slices/places/contract'
import { homeMessages } from './public/home-messages.ts'
import { codeStep, myPage, phoneStep } from './public/my-page.ts'
import { myMessages } from './public/my-messages.ts'
import type { CodeSender } from './send-code.ts'
import type { PublicSite } from './public-door.ts'

const quarter = 15 * 60_000
const day = 24 * 3_600_000
const codesToPhone = { what: 'code.phone', most: 3, within: quarter }
const codesToPhoneInADay = { what: 'code.phone-day', most: 10, within: day }
const codesFromAddress = { what: 'code.address', most: 20, within: quarter }
const triesFromAddress = { what: 'code.try', most: 30, within: quarter }

/**
 * My page: a phone number, a code that is sent to it, and what was done with that number. Whether a number is known is
 * told to nobody: a code is sent to each.
 */
export function myForms({ house, doors }: PublicSite, sendCode: CodeSender | null): PublicForm[] {
  if (!sendCode) return []
  const step = (asked: FormAsked): PublicView => {
    const { language, link, demo, again } = asked
    const faults = again?.faults ?? []
    const waiting = phoneWaiting(asked)
    const t = myMessages[language]
    return {
      title: waiting ? t.codeTitle : t.phoneTitle,
      above: [],
      ownHeading: true,
      faulty: faults.length > 0,
      main: waiting
        ? codeStep({ language, link, faults, demo }, waiting)
        : phoneStep({ language, link, faults }, again?.typed.phone ?? ''),
    }
  }
  const change = <T>(asked: FormAsked, work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(house.database, { county: asked.county, person: null }, work)

  return [
    {
      path: '/me',
      async show(asked) {
        const phone = asked.visitor?.phone
        if (!phone) return step(asked)
        const { language, link, kiosk } = asked
        const parts = await asked.ask(async (tx) => {
          const found = []
          for (const { mine } of doors) found.push(await mine?.({ ...asked, tx }, phone))
          return found.filter((part) => part != null)
        })
        return {
          title: homeMessages[language].mine,
          above: [],
          main: myPage({ language, link, kiosk }, phone, parts),
        }
      },
      async send(asked) {
        const t = myMessages[asked.language]
        const phone = phoneOf(asked.fields.get('phone') ?? '')
        const typed = { phone: plain(asked.fields.get('phone')) }
        const refuse = (text: string) => ({ again: { faults: [{ field: 'phone', text }], typed } })
        if (phone === null || !takesMessages(phone)) return refuse(t.wrongPhone)
        const key = `phone ${phone}`
        const within =
          (await asked.within(codesFromAddress)) &&
          (await asked.within(codesToPhone, key)) &&
          (await asked.within(codesToPhoneInADay, key))
        if (!within) return refuse(t.tooOften)
        const code = String(randomInt(1_000_000)).padStart(6, '0')
        const { county, language, now, demo } = asked
        await change(asked, (tx) => keepCode(tx, county, { phone, code, demo }, now))
        // Only once it is kept: a code that arrives and is not known would help nobody.
        if (!(await sendCode({ phone, code, language }))) return refuse(t.notSent)
        await asked.keep({ draft: { me: { phone } } })
        return { goTo: '/me' }
      },
    },
    {
      path: '/me/code',
      again: '/me',
      async show() {
        return { goTo: '/me' }
      },
      async send(asked) {
        const t = myMessages[asked.language]
        const phone = phoneWaiting(asked)
        if (!phone) return { goTo: '/me' }
        // Another number: begins again.
        if (asked.fields.has('again')) {
          await asked.keep({ draft: { me: null } })
          return { goTo: '/me' }
        }
        const refuse = (text: string) => ({ again: { faults: [{ field: 'code', text }], typed: {} } })
        if (!(await asked.within(triesFromAddress))) return refuse(t.tooOften)
        const code = (asked.fields.get('code') ?? '').normalize('NFKC').replace(/\s/g, '')
        const fits =
          /^\d{6}$/.test(code) && (await change(asked, (tx) => takeCode(tx, { phone, code }, asked.now)))
        if (!fits) return refuse(t.wrongCode)
        await asked.keep({ draft: { me: null }, phone })
        return { goTo: '/me' }
      },
    },
  ]
}

/** What was typed, as far as a page can show it again. */
const plain = (typed: string | null) => (typed ?? '').replace(/\p{C}/gu, '').slice(0, 40)

/** The number to which a code is on its way. */
function phoneWaiting({ visitor }: FormAsked): string | null {
  const waiting = visitor?.draft.me
  const phone = typeof waiting === 'object' && waiting !== null && 'phone' in waiting ? waiting.phone : null
  return typeof phone === 'string' ? phone : null
}

/** Short messages reach mobiles of the mainland, of Hong Kong (4 to 9, but for the landlines 2 and 3) and of Macau (6). */
function takesMessages(phone: string): boolean {
  return /^1\d{2} |^\+852 [4-9]|^\+853 6/.test(phone)
}
