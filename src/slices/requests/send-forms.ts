import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Fault, FormAsked, FormOutcome, PublicForm, PublicView } from '#platform/public/public-page.ts'
import { newId } from '#platform/records/new-id.ts'
import { phoneOf } from '#slices/places/contract'
import * as view from './public/request-views.ts'
import { requestPageMessages } from './public/request-page-messages.ts'
import { longest, plainText, requestKinds } from './request.ts'
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
function draftOf({ visitor }: FormAsked): Draft {
  return draftShape.safeParse(visitor?.draft.request ?? {}).data ?? {}
}

/** Keeps what was typed. It is one thing: what is left out is gone. */
const keepDraft = (asked: FormAsked, draft: Draft) => asked.keep({ draft: { request: draft } })

/** A step of the form: what was typed, or what was wrong with it the last time. */
function step(asked: FormAsked, draw: (typeof view)['kindStep'], question: string, draft: Draft): PublicView {
  const { language, link, again } = asked
  const faults = again?.faults ?? []
  return {
    title: question,
    above: [{ title: requestPageMessages[language].tell, path: '/tell' }],
    ownHeading: true,
    faulty: faults.length > 0,
    main: draw({ language, link, draft: { ...draft, ...again?.typed }, faults }),
  }
}

/** Where somebody has to begin who comes to a step without those before it. */
function missingStep(draft: Draft, before: 'text' | 'contact' | 'check'): { goTo: string } | null {
  if (draft.sent) return { goTo: '/tell/sent' }
  if (!draft.kind) return { goTo: '/tell?lost=1' }
  return before !== 'text' && !draft.text ? { goTo: '/tell/text' } : null
}

/** The same page once more, with what is wrong. */
const again = (faults: Fault[], typed: Record<string, string> = {}): FormOutcome => ({
  again: { faults, typed },
})

const kindForm: PublicForm = {
  path: '/tell',
  async show(asked) {
    const t = requestPageMessages[asked.language]
    const draft = draftOf(asked)
    const lost = asked.query.has('lost') ? { faults: [{ field: 'kind', text: t.lost }], typed: {} } : null
    // What was sent is sent: another one begins with nothing.
    const fresh = draft.sent ? {} : draft
    const about = await subjectNamed(asked, asked.query.get('about'))
    const begun = { ...fresh, about: about ?? fresh.about }
    const once = { ...asked, again: asked.again ?? lost }
    return { ...step(once, view.kindStep, t.kind.question, begun), above: [] }
  },
  async send(asked) {
    const t = requestPageMessages[asked.language]
    const before = draftOf(asked)
    const draft = before.sent ? {} : before
    const kind = requestKinds.find((one) => one === asked.fields.get('kind'))
    const about = (await subjectNamed(asked, asked.fields.get('about'))) ?? undefined
    if (!kind) {
      if (about) await keepDraft(asked, { ...draft, about })
      return again([{ field: 'kind', text: t.kind.missing }])
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
    if (fault) return again([{ field: 'text', text: fault }], { text })
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
      return again(faults, { name, phone: plainText(typed) })
    }
    const code = draft.code ?? String(randomInt(1_000_000)).padStart(6, '0')
    await keepDraft(asked, { ...draft, name: name || undefined, phone, code })
    return { goTo: '/tell/check' }
  },
}

const checkForm: PublicForm = {
  path: '/tell/check',
  async show(asked) {
    const { title } = requestPageMessages[asked.language].check
    const draft = draftOf(asked)
    return (
      missingStep(draft, 'check') ??
      (draft.code ? step(asked, view.checkStep, title, draft) : { goTo: '/tell/contact' })
    )
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
    if (!within) return again([{ field: 'main', text: often }])
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

/** The pages on which something is sent. */
export const sendForms: readonly PublicForm[] = [kindForm, textForm, contactForm, checkForm, sentForm]
