import type { ReactNode } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import type { Fault, PublicMode } from '#platform/public/public-page.ts'
import { all, button, errorSummary, form, h, lineField, notice } from '#ui/public/elements.ts'
import { myMessages } from './my-messages.ts'

interface Asked {
  language: Language
  link(path: string): string
  faults: readonly Fault[]
}

export function phoneStep({ language, link, faults }: Asked, typed: string): ReactNode {
  const t = myMessages[language]
  return all(
    errorSummary(language, faults),
    h('h1', null, t.phoneTitle),
    form(
      link('/me'),
      lineField(language, {
        id: 'phone',
        label: t.phone,
        hint: t.phoneHint,
        faults,
        value: typed,
        type: 'tel',
        autoComplete: 'tel',
        width: 20,
      }),
      button(t.send),
    ),
  )
}

export function codeStep(
  { language, link, faults, demo }: Asked & { demo: boolean },
  phone: string,
): ReactNode {
  const t = myMessages[language]
  return all(
    errorSummary(language, faults),
    h('h1', null, t.codeTitle),
    demo ? notice(t.demo) : null,
    form(
      link('/me/code'),
      lineField(language, {
        id: 'code',
        label: t.code,
        hint: t.codeHint(phone),
        faults,
        value: '',
        inputMode: 'numeric',
        autoComplete: 'one-time-code',
        width: 6,
      }),
      button(t.check),
    ),
    form(
      link('/me/code'),
      h('button', { type: 'submit', className: 'plain', name: 'again', value: '1' }, t.again),
    ),
  )
}

/** What was done with a phone number, slice by slice. */
export function myPage(
  { language, link }: PublicMode & { link(path: string): string },
  phone: string,
  parts: readonly { heading: string; main: ReactNode }[],
): ReactNode {
  const t = myMessages[language]
  return all(
    h('p', null, t.shownFor(phone)),
    parts.length === 0 ? h('p', null, t.none) : null,
    ...parts.map(({ heading, main }) => all(h('h2', null, heading), main)),
    h('p', { className: 'no-print' }, h('a', { className: 'button quiet', href: link('/leave') }, t.leave)),
  )
}
