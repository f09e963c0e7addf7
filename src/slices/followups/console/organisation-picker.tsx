import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Monogram } from '#ui/monogram.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import { type Named, organisationsQuery } from './followup-queries.ts'
import './organisation-picker.css'

interface OrganisationPickerProps {
  label: string
  hint?: string
  chosen: Named[]
  onChange: (chosen: Named[]) => void
  /** How many may be chosen; with one, choosing another takes its place. */
  most: number
  /** Those that are chosen elsewhere in the form. */
  without?: readonly string[]
  optional?: boolean
  problem?: string
}

/** Organisations by Chinese, pinyin or initials: type, walk with the arrows, take with Enter. */
export function OrganisationPicker(props: OrganisationPickerProps) {
  const { label, hint, chosen, onChange, most, without = [], optional = false, problem } = props
  const all = useTexts(followupPageMessages)
  const t = all.organisation
  const language = useLanguage()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const found = useQuery({ ...organisationsQuery(asked, language), enabled: open })
  const taken = new Set([...without, ...chosen.map((one) => one.id)])
  const options = (found.data ?? []).filter((one) => !taken.has(one.id))
  const full = chosen.length >= most

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [open, at])

  const take = (one: Named | undefined) => {
    if (!one) return
    onChange(most === 1 ? [one] : [...chosen, one])
    setWords('')
    setAsked('')
    setAt(0)
    setOpen(false)
    field.current?.focus()
  }
  const drop = (one: Named) => {
    onChange(chosen.filter(({ id: each }) => each !== one.id))
    field.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') {
      if (open) setAt(Math.min(at + 1, options.length - 1))
      setOpen(true)
    } else if (event.key === 'ArrowUp' && open) setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && open) take(options[at])
    else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Backspace' && words === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
    else return
    if (event.key !== 'Backspace') event.preventDefault()
  }

  return (
    <div className="picker">
      <label htmlFor={id}>
        {label}
        {optional && <span className="faint">{all.form.optional}</span>}
      </label>
      {hint && (
        <p className="faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {chosen.length > 0 && (
        <ul className="picker-chosen">
          {chosen.map((one) => (
            <li key={one.id}>
              <Monogram name={one.name} />
              <span>{one.name}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={t.remove(one.name)}
                onClick={() => drop(one)}
              >
                <CloseOutlined aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="picker-field" data-full={(full && most > 1) || undefined}>
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && options[at] ? `${id}-${at}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-problem`}
          placeholder={t.search}
          value={words}
          disabled={full && most > 1}
          onKeyDown={onKey}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
            setOpen(true)
            if (!(event.nativeEvent as InputEvent).isComposing) setAsked(event.target.value)
          }}
          onCompositionEnd={(event) => setAsked(event.currentTarget.value)}
        />
        <ul
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className="picker-list"
          hidden={!open}
          onMouseDown={(event) => event.preventDefault()}
        >
          {open &&
            options.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above walks the list with the arrows.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (ARIA combobox).
              <li
                key={one.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onClick={() => take(one)}
              >
                <Monogram name={one.name} />
                {one.name}
              </li>
            ))}
        </ul>
        {open && options.length === 0 && !found.isFetching && <p className="picker-none">{t.none}</p>}
      </div>
      <span className="visually-hidden" role="status">
        {open && found.data && !found.isFetching ? t.found(options.length) : ''}
      </span>
      <p className="form-missing" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  )
}
