import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { passwordFits } from '#platform/auth/password.ts'
import type {
  FormAsked,
  FormOutcome,
  PublicAsked,
  PublicForm,
  PublicView,
} from '#platform/public/public-page.ts'
import { newId } from '#platform/records/new-id.ts'
import { phoneOf } from '#slices/places/contract'
import type { Fault } from '#ui/public/elements.ts'
import { followedRequest } from './followed-request.ts'
import * as view from './public/request-views.ts'
import { requestPageMessages } from './public/request-page-messages.ts'
import { longest, plainText, requestKinds } from './request.ts'
import { requestMessages } from './request-messages.ts'
import { requestNumberInGroups, requestNumberOf } from './request-number.ts'
import { keysOf, requestsOfPhone } from './request-store.ts'
import { sendRequest } from './send-request.ts'
import { subjectOf } from './subject.ts'

/** What of the visitor's draft is ours. Read with care: it comes back from a table, but a person wrote it. */
const draftShape = z
  .object({
    kind: z.enum(requestKinds),
    about: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    text: z.string(),
    name: z.string(),
    phone: z.string(),
    /** Of the command and of the record: the second tap on "send" gets the answer of the first. */
    command: z.string(),
    request: z.string(),
    code: z.string(),
    sent: z.object({ number: z.string(), phone: z.string().optional(), code: z.string().optional() }),
  })
  .partial()
type Draft = z.output<typeof draftShape>

const sending = { what: 'request.send', most: 10, within: 3_600_000 }
const sendingOfPhone = { what: 'request.send-phone', most: 5, within: 24 * 3_600_000 }
/** Counted only when it was wrong. */
const lookingUp = { what: 'request.look-up', most: 20, within: 15 * 60_000 }
const lookingUpNumber = { what: 'request.look-up-number', most: 10, within: 15 * 60_000 }

function draftOf({ visitor }: FormAsked): Draft {
  return draftShape.safeParse(visitor?.draft.request ?? {}).data ?? {}
}

/** Keeps what was typed. It is one thing: what is left out is gone. */
const keepDraft = (asked: FormAsked, draft: Draft) => asked.keep({ draft: { request: draft } })

/** A step of the form, and the steps before it that must be there. */
function step(
  asked: FormAsked,
  draw: (typeof view)['kindStep'],
  question: string,
  draft: Draft,
  faults: readonly Fault[] = [],
): PublicView {
  const { language, link } = asked
  return {
    title: question,
    above: [{ title: requestPageMessages[language].tell, path: '/tell' }],
    ownHeading: true,
    faulty: faults.length > 0,
    main: draw({ language, link, draft, faults }),
  }
}

/** Where somebody has to begin who comes to a step without those before it. */
function missingStep(draft: Draft, before: 'text' | 'contact' | 'check'): FormOutcome | null {
  if (draft.sent) return { goTo: '/tell/sent' }
  if (!draft.kind) return { goTo: '/tell?lost=1' }
  return before !== 'text' && !draft.text ? { goTo: '/tell/text' } : null
}

const kindForm: PublicForm = {
  path: '/tell',
  async show(asked) {
    const t = requestPageMessages[asked.language]
    const draft = draftOf(asked)
    // What was sent is sent: another one begins with nothing.
    const fresh = draft.sent ? {} : draft
    const about = await subjectNamed(asked, asked.query.get('about'))
    const faults = asked.query.has('lost') ? [{ field: 'kind', text: t.lost }] : []
    return {
      ...step(asked, view.kindStep, t.kind.question, { ...fresh, about: about ?? fresh.about }, faults),
      above: [],
    }
  },
  async send(asked) {
    const t = requestPageMessages[asked.language]
    const before = draftOf(asked)
    const draft = before.sent ? {} : before
    const kind = requestKinds.find((one) => one === asked.fields.get('kind'))
    const about = (await subjectNamed(asked, asked.fields.get('about'))) ?? undefined
    if (!kind) {
      const faults = [{ field: 'kind', text: t.kind.missing }]
      return { ...step(asked, view.kindStep, t.kind.question, { ...draft, about }, faults), above: [] }
    }
    await keepDraft(asked, { ...draft, kind, about, command: newId(), request: newId() })
    return { goTo: draft.text && draft.command ? '/tell/check' : '/tell/text' }
  },
}

async function subjectNamed({ ask, language, today }: FormAsked, said: string | null) {
  const [kind = '', id = ''] = (said ?? '').split(':')
  if (!z.uuid().safeParse(id).success) return undefined
  const name = await ask((tx) => subjectOf(tx, { kind, id }, { language, today }))
  return name === null ? undefined : { kind, id, name }
}

const textForm: PublicForm = {
  path: '/tell/text',
  async show(asked) {
    const draft = draftOf(asked)
    return (
      missingStep(draft, 'text') ??
      step(asked, view.textStep, requestPageMessages[asked.language].text.question, draft)
    )
  },
  async send(asked) {
    const draft = draftOf(asked)
    const missing = missingStep(draft, 'text')
    if (missing) return missing
    const t = requestPageMessages[asked.language].text
    const text = plainText(asked.fields.get('text') ?? '')
    const count = [...text].length
    const fault = count === 0 ? t.missing : count > longest.text ? t.tooLong(count) : null
    if (fault)
      return step(asked, view.textStep, t.question, { ...draft, text }, [{ field: 'text', text: fault }])
    await keepDraft(asked, { ...draft, text })
    return { goTo: draft.code ? '/tell/check' : '/tell/contact' }
  },
}

const contactForm: PublicForm = {
  path: '/tell/contact',
  async show(asked) {
    const draft = draftOf(asked)
    const { question } = requestPageMessages[asked.language].contact
    return missingStep(draft, 'contact') ?? step(asked, view.contactStep, question, draft)
  },
  async send(asked) {
    const draft = draftOf(asked)
    const missing = missingStep(draft, 'contact')
    if (missing) return missing
    const t = requestPageMessages[asked.language].contact
    const name = plainText(asked.fields.get('name') ?? '').replaceAll('\n', ' ')
    const typed = (asked.fields.get('phone') ?? '').trim().slice(0, 60)
    const phone = typed === '' ? undefined : phoneOf(typed)
    const faults = [
      ...([...name].length > longest.name ? [{ field: 'name', text: t.longName }] : []),
      ...(phone === null ? [{ field: 'phone', text: t.wrongPhone }] : []),
    ]
    if (phone === null || faults.length > 0) {
      return step(asked, view.contactStep, t.question, { ...draft, name, phone: plainText(typed) }, faults)
    }
    const code = draft.code ?? String(randomInt(1_000_000)).padStart(6, '0')
    await keepDraft(asked, { ...draft, name: name || undefined, phone, code })
    return { goTo: '/tell/check' }
  },
}

const checkForm: PublicForm = {
  path: '/tell/check',
  async show(asked) {
    const draft = draftOf(asked)
    return missingStep(draft, 'check') ?? (draft.code ? checkPage(asked, draft) : { goTo: '/tell/contact' })
  },
  async send(asked) {
    const draft = draftOf(asked)
    const missing = missingStep(draft, 'check')
    if (missing) return missing
    const { kind, text, about, name, phone, code, command, request } = draft
    if (!code || !kind || !text || !command || !request) return { goTo: '/tell/contact' }
    const often = requestPageMessages[asked.language].tooOften
    const within =
      (await asked.within(sending)) && (!phone || (await asked.within(sendingOfPhone, `phone ${phone}`)))
    if (!within) return { ...checkPage(asked, draft, [{ field: 'main', text: often }]), status: 429 }
    const { number } = await asked.commands.run(
      sendRequest,
      asked.actor,
      {
        request,
        kind,
        text,
        about: about ? { kind: about.kind, id: about.id } : null,
        name: name ?? null,
        phone: phone ?? null,
        code: phone ? null : code,
        hall: asked.kiosk,
      },
      { id: command },
    )
    // From here on only what has to be shown once more is kept.
    const sent = { number, phone, code: phone ? undefined : code }
    await asked.keep({ draft: { request: { sent } }, opened: request })
    return { goTo: '/tell/sent' }
  },
}

function checkPage(asked: FormAsked, draft: Draft, faults: readonly Fault[] = []): PublicView {
  return step(asked, view.checkStep, requestPageMessages[asked.language].check.title, draft, faults)
}

const sentForm: PublicForm = {
  path: '/tell/sent',
  async show(asked) {
    const { sent } = draftOf(asked)
    if (!sent) return { goTo: '/tell' }
    const { language, link } = asked
    return {
      title: requestPageMessages[language].sent.title,
      ownHeading: true,
      main: view.sentPage({ language, link }, sent),
    }
  },
}

const followForm: PublicForm = {
  path: '/follow',
  async show(asked) {
    return lookup(asked, requestNumberOf(asked.query.get('number') ?? '') ?? '')
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
    if (number === null || faults.length > 0) return lookup(asked, typed, faults)
    // Counted before it is looked at, by whom and by what is tried: else a code of six digits could be guessed.
    if (!(await asked.within(lookingUp)) || !(await asked.within(lookingUpNumber, number))) {
      return { ...lookup(asked, typed, [{ field: 'number', text: t.tooOften }]), status: 429 }
    }
    const keys = await asked.ask((tx) => keysOf(tx, number))
    if (!(await opens(keys, key)) || !keys) return lookup(asked, typed, [{ field: 'number', text: t.wrong }])
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

function lookup(asked: FormAsked, number: string, faults: readonly Fault[] = []): PublicView {
  const { language, link } = asked
  return {
    title: requestPageMessages[language].lookup.title,
    above: [],
    ownHeading: true,
    faulty: faults.length > 0,
    main: view.lookupPage({ language, link, faults }, { number }),
  }
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

/** The pages on which something is sent, and followed. */
export const requestForms: readonly PublicForm[] = [
  kindForm,
  textForm,
  contactForm,
  checkForm,
  sentForm,
  followForm,
  followedForm,
]

const mostMine = 30

/** What somebody sent with their phone number, for their own page. */
export async function myRequests({ tx, language, link }: PublicAsked, phone: string) {
  const requests = await requestsOfPhone(tx, phone, mostMine)
  return { heading: requestPageMessages[language].mine, main: view.mineList({ language, link }, requests) }
}
