import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import type { Fault } from '#platform/public/public-page.ts'
import {
  all,
  button,
  choiceField,
  donePanel,
  errorSummary,
  form,
  h,
  lineField,
  list,
  summaryList,
  textField,
  written,
} from '#ui/public/elements.ts'
import { type RequestKind, requestKinds, type RequestState, type RequestStep } from '../request.ts'
import { requestMessages } from '../request-messages.ts'
import { requestNumberInGroups } from '../request-number.ts'
import { requestPageMessages } from './request-page-messages.ts'

/** What somebody has typed so far. */
export interface RequestDraft {
  kind?: RequestKind
  about?: { kind: string; id: string; name: string }
  text?: string
  name?: string
  phone?: string
}

type Link = (path: string) => string
interface Asked {
  language: Language
  link: Link
  draft: RequestDraft
  faults: readonly Fault[]
}

export function kindStep({ language, link, draft, faults }: Asked): ReactNode {
  const t = requestPageMessages[language]
  return all(
    errorSummary(language, faults),
    form(
      link('/tell'),
      draft.about
        ? h('input', { type: 'hidden', name: 'about', value: `${draft.about.kind}:${draft.about.id}` })
        : null,
      draft.about ? h('p', null, t.kind.about(draft.about.name)) : null,
      choiceField(language, {
        id: 'kind',
        label: t.kind.question,
        heading: true,
        hint: t.kind.hint,
        faults,
        value: draft.kind ?? '',
        choices: requestKinds.map((value) => ({ value, ...t.kind.kinds[value] })),
      }),
      button(t.next),
    ),
    h('p', { className: 'faint' }, t.kind.emergency),
  )
}

export function textStep({ language, link, draft, faults }: Asked): ReactNode {
  const t = requestPageMessages[language]
  return all(
    errorSummary(language, faults),
    form(
      link('/tell/text'),
      textField(language, {
        id: 'text',
        label: t.text.question,
        heading: true,
        hint: t.text.hint,
        faults,
        value: draft.text ?? '',
        rows: 9,
      }),
      button(t.next),
    ),
  )
}

export function contactStep({ language, link, draft, faults }: Asked): ReactNode {
  const t = requestPageMessages[language].contact
  return all(
    errorSummary(language, faults),
    h('h1', null, t.question),
    h('p', null, t.hint),
    h('p', { className: 'faint' }, t.lead),
    form(
      link('/tell/contact'),
      lineField(language, {
        id: 'name',
        label: t.name,
        faults,
        value: draft.name ?? '',
        autoComplete: 'name',
        width: 20,
      }),
      lineField(language, {
        id: 'phone',
        label: t.phone,
        hint: t.phoneHint,
        faults,
        value: draft.phone ?? '',
        type: 'tel',
        autoComplete: 'tel',
        width: 20,
      }),
      button(requestPageMessages[language].next),
    ),
  )
}

export function checkStep({ language, link, draft, faults }: Asked): ReactNode {
  const t = requestPageMessages[language].check
  const change = (path: string, about: string) => ({ href: link(path), label: t.change, about })
  return all(
    errorSummary(language, faults),
    h('h1', null, t.title),
    summaryList([
      {
        title: t.kind,
        value: draft.kind ? requestMessages[language].kinds[draft.kind] : '',
        change: change('/tell', t.kind),
      },
      ...(draft.about ? [{ title: t.about, value: draft.about.name }] : []),
      { title: t.text, value: written(draft.text ?? ''), change: change('/tell/text', t.text) },
      { title: t.name, value: draft.name ?? t.none, change: change('/tell/contact', t.name) },
      { title: t.phone, value: draft.phone ?? t.noPhone, change: change('/tell/contact', t.phone) },
    ]),
    h('p', null, t.lead),
    form(link('/tell/check'), button(t.send)),
  )
}

export function sentPage(
  { language, link }: Pick<Asked, 'language' | 'link'>,
  sent: { number: string; phone?: string; code?: string },
): ReactNode {
  const t = requestPageMessages[language].sent
  const { number, phone, code } = sent
  return all(
    donePanel(t.title, t.number, h('strong', { id: 'number' }, requestNumberInGroups(number))),
    h('p', null, t.keep, ' ', phone ? t.withPhone(phone) : null),
    code
      ? all(
          h('p', null, `${t.withCode}: `, h('strong', { id: 'code', className: 'figure' }, code)),
          h('p', null, t.codeKeep),
        )
      : null,
    h('h2', null, t.next),
    list(t.steps),
    h('p', { className: 'no-print' }, h('a', { href: link(`/follow/${number}`) }, t.open)),
  )
}

export function lookupPage(
  { language, link, faults }: Pick<Asked, 'language' | 'link' | 'faults'>,
  typed: { number: string },
): ReactNode {
  const t = requestPageMessages[language].lookup
  return all(
    errorSummary(language, faults),
    h('h1', null, t.title),
    form(
      link('/follow'),
      lineField(language, {
        id: 'number',
        label: t.number,
        hint: t.numberHint,
        faults,
        value: typed.number,
        inputMode: 'numeric',
        width: 20,
      }),
      // What was typed as the key is not shown again: somebody else may look over the shoulder.
      lineField(language, {
        id: 'key',
        label: t.key,
        hint: t.keyHint,
        faults,
        value: '',
        inputMode: 'tel',
        width: 20,
      }),
      button(t.action),
    ),
  )
}

/** A request as whoever sent it sees it: no person's name, and all that was done. */
export interface FollowedRequest {
  number: string
  kind: RequestKind
  state: RequestState
  text: string
  about: string | null
  owner: string | null
  dueDay: string | null
  sentAt: string
  byStaff: boolean
  steps: { kind: RequestStep; at: string; text: string | null; organisation: string | null }[]
}

export function followPage({ language }: Pick<Asked, 'language'>, request: FollowedRequest): ReactNode {
  const t = requestPageMessages[language]
  const { state, owner, dueDay, sentAt, about, text, steps, byStaff } = request
  const answers = steps.filter((step) => step.text !== null)
  return all(
    summaryList([
      { title: t.page.state, value: h('strong', null, t.page.states[state]) },
      { title: t.check.kind, value: requestMessages[language].kinds[request.kind] },
      ...(about ? [{ title: t.check.about, value: about }] : []),
      { title: t.page.sentAt, value: day(sentAt) + (byStaff ? ` · ${t.page.staff}` : '') },
      ...(owner ? [{ title: t.page.owner, value: owner }] : []),
      ...(dueDay && state === 'handed-on' ? [{ title: t.page.due, value: dueDay }] : []),
    ]),
    ...answers.map((answer) =>
      all(
        h('h2', null, t.page.answer),
        h('p', { className: 'quoted' }, answer.text),
        h('p', { className: 'faint' }, `${day(answer.at)} ${answer.organisation ?? ''}`),
      ),
    ),
    h('h2', null, t.page.what),
    h('p', { className: 'quoted' }, text),
    h('h2', null, t.page.story),
    h(
      'ol',
      { className: 'story' },
      ...steps.map(({ kind, at, organisation }) =>
        h(
          'li',
          null,
          h('time', { dateTime: at, className: 'faint' }, moment(at)),
          h('br'),
          t.page.steps[kind],
          organisation ? t.page.by(organisation) : null,
        ),
      ),
    ),
  )
}

/** What was sent with a phone number, each with the way to its page. */
export function mineList(
  { language, link }: Pick<Asked, 'language' | 'link'>,
  requests: readonly Pick<FollowedRequest, 'number' | 'kind' | 'state' | 'text' | 'sentAt'>[],
): ReactNode {
  const t = requestPageMessages[language]
  if (requests.length === 0) return h('p', null, t.mineNone)
  return h(
    'ul',
    { className: 'rows' },
    ...requests.map(({ number, kind, state, text, sentAt }) =>
      h(
        'li',
        null,
        h(
          'a',
          { href: link(`/follow/${number}`) },
          `${requestMessages[language].kinds[kind]} ${requestNumberInGroups(number)}`,
        ),
        h('p', null, `${t.page.states[state]} · ${day(sentAt)}`),
        h('p', null, beginning(text)),
      ),
    ),
  )
}

const beginning = (text: string) => {
  const [...characters] = text.replaceAll('\n', ' ')
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}

/** A moment in China, to the minute, and its day. */
const moment = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const day = (at: string) => moment(at).slice(0, 10)
