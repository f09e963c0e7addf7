import { createElement, Fragment, type ReactNode } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import type { Fault } from '#platform/public/public-page.ts'
import { publicMessages } from './public-messages.ts'

/**
 * What public pages are made of, after the GOV.UK Design System. Rendered on the server alone and never woken up in the
 * browser, hence plain functions, and `h` instead of JSX, which Node does not strip.
 */
export const h = createElement

/** Several things beside each other, without keys: a static page never compares them. */
export function all(...parts: ReactNode[]): ReactNode {
  return h(Fragment, null, ...parts)
}

/** A list whose items stand where they stand. */
export function list(items: readonly ReactNode[], className?: string): ReactNode {
  return h('ul', { className }, ...items.map((item) => h('li', null, item)))
}

const faultOf = (faults: readonly Fault[], field: string) =>
  faults.find((fault) => fault.field === field)?.text

/** What is wrong, before everything else, each with a way to its field. */
export function errorSummary(language: Language, faults: readonly Fault[]): ReactNode {
  if (faults.length === 0) return null
  return h(
    'div',
    { className: 'error-summary', role: 'alert', 'aria-labelledby': 'error-title' },
    h('h2', { id: 'error-title' }, publicMessages[language].errorTitle),
    list(faults.map(({ field, text }) => h('a', { href: `#${field}` }, text))),
  )
}

interface Asked {
  id: string
  label: ReactNode
  /** The label is the heading of its page. */
  heading?: boolean
  hint?: ReactNode
  faults: readonly Fault[]
}

function labelled(kind: 'label' | 'legend', { id, label, heading }: Asked): ReactNode {
  const words = kind === 'label' ? h('label', { htmlFor: id }, label) : label
  if (kind === 'label') return heading ? h('h1', { className: 'question' }, words) : words
  return h('legend', null, heading ? h('h1', { className: 'question' }, words) : words)
}

function aside({ id, hint, faults }: Asked, language: Language): { describedBy?: string; nodes: ReactNode } {
  const fault = faultOf(faults, id)
  const ids = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean)
  return {
    describedBy: ids.length > 0 ? ids.join(' ') : undefined,
    nodes: all(
      hint ? h('p', { className: 'hint', id: `${id}-hint` }, hint) : null,
      fault
        ? h(
            'p',
            { className: 'field-error', id: `${id}-error` },
            h('span', { className: 'visually-hidden' }, publicMessages[language].error),
            fault,
          )
        : null,
    ),
  }
}

interface LineAsked extends Asked {
  value: string
  type?: 'text' | 'tel' | 'search'
  inputMode?: 'numeric' | 'tel'
  autoComplete?: string
  /** In characters: how wide it looks. */
  width?: number
}

/** A line to be typed. */
export function lineField(language: Language, asked: LineAsked): ReactNode {
  const { id, value, type = 'text', inputMode, autoComplete = 'off', width, faults } = asked
  const { describedBy, nodes } = aside(asked, language)
  return h(
    'div',
    { className: 'field' },
    labelled('label', asked),
    nodes,
    h('input', {
      id,
      name: id,
      type,
      inputMode,
      autoComplete,
      spellCheck: false,
      defaultValue: value,
      'aria-describedby': describedBy,
      'aria-invalid': faultOf(faults, id) ? true : undefined,
      className: width ? `wide-${width}` : undefined,
    }),
  )
}

/** A text of several lines. */
export function textField(language: Language, asked: Asked & { value: string; rows: number }): ReactNode {
  const { id, value, rows, faults } = asked
  const { describedBy, nodes } = aside(asked, language)
  return h(
    'div',
    { className: 'field' },
    labelled('label', asked),
    nodes,
    h('textarea', {
      id,
      name: id,
      rows,
      defaultValue: value,
      'aria-describedby': describedBy,
      'aria-invalid': faultOf(faults, id) ? true : undefined,
    }),
  )
}

export interface Choice {
  value: string
  label: string
  hint?: string
}

/** One of several; the first of them carries the id, so that the summary leads to it. */
export function choiceField(
  language: Language,
  asked: Asked & { value: string; choices: readonly Choice[] },
): ReactNode {
  const { id, value, choices } = asked
  const { describedBy, nodes } = aside(asked, language)
  return h(
    'fieldset',
    { className: 'field', 'aria-describedby': describedBy },
    labelled('legend', asked),
    nodes,
    ...choices.map((choice, i) => {
      const own = i === 0 ? id : `${id}-${choice.value}`
      return h(
        'div',
        { className: 'choice' },
        h('input', {
          type: 'radio',
          id: own,
          name: id,
          value: choice.value,
          defaultChecked: value === choice.value,
          'aria-describedby': choice.hint ? `${own}-note` : undefined,
        }),
        h('label', { htmlFor: own }, choice.label),
        choice.hint ? h('p', { className: 'hint', id: `${own}-note` }, choice.hint) : null,
      )
    }),
  )
}

/** One of many, or none of them. */
export function selectField(asked: {
  id: string
  label: string
  value: string
  /** What no choice means. */
  any: string
  options: readonly { value: string; label: string }[]
}): ReactNode {
  const { id, label, value, any, options } = asked
  return h(
    'div',
    { className: 'field' },
    h('label', { htmlFor: id }, label),
    h(
      'select',
      { id, name: id, defaultValue: value },
      h('option', { value: '' }, any),
      ...options.map((option) => h('option', { value: option.value }, option.label)),
    ),
  )
}

/** A form that is sent to where it stands, or to `action`. */
export function form(action: string, ...parts: ReactNode[]): ReactNode {
  return h('form', { method: 'post', action, noValidate: true }, ...parts)
}

export function button(label: string, name?: { name: string; value: string }): ReactNode {
  return h('button', { type: 'submit', className: 'button', ...name }, label)
}

/** A link that begins something, drawn as the button that it is. */
export function startLink(label: string, href: string): ReactNode {
  return h('a', { className: 'button', href }, label)
}

/** What is known, one line each; a line may be changed. */
export function summaryList(
  rows: readonly {
    title: string
    value: ReactNode
    change?: { href: string; label: string; about: string }
  }[],
): ReactNode {
  return h(
    'dl',
    { className: 'summary' },
    ...rows.map(({ title, value, change }) =>
      h(
        'div',
        null,
        h('dt', null, title),
        h('dd', null, value),
        change
          ? h(
              'dd',
              { className: 'summary-change' },
              h(
                'a',
                { href: change.href },
                change.label,
                h('span', { className: 'visually-hidden' }, change.about),
              ),
            )
          : null,
      ),
    ),
  )
}

/** What is now done, with the number that it got. */
export function donePanel(title: string, said: string, number: ReactNode): ReactNode {
  return h(
    'div',
    { className: 'done-panel' },
    h('h1', null, title),
    h('p', null, said),
    h('p', { className: 'done-number' }, number),
  )
}

/** Something to be read before the rest. */
export function notice(title: string, ...parts: ReactNode[]): ReactNode {
  return h(
    'div',
    { className: 'notice', role: 'region', 'aria-label': title },
    h('p', { className: 'notice-title' }, title),
    ...parts,
  )
}

/** A phone number that a telephone dials; on the screen in the hall it is only read. */
export function phoneLink(shown: string, dialled: string, kiosk: boolean): ReactNode {
  return kiosk ? h('span', { className: 'figure' }, shown) : h('a', { href: `tel:${dialled}` }, shown)
}

/** A text that somebody wrote, with its line breaks. */
export function written(text: string): ReactNode {
  return h('p', { className: 'written' }, text)
}
