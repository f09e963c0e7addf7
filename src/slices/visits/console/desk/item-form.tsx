import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#ui/language.ts'
import { uiMessages } from '#ui/ui-messages.ts'
import './item-form.css'

interface ItemFormProps {
  /** Names the form for a reader of the screen. */
  label: string
  action: string
  hint?: ReactNode
  problem?: string | null
  onSave: () => void
  onCancel: () => void
  /** Sees a key first; true where it took it. */
  onKey?: (event: KeyboardEvent) => boolean
  children: ReactNode
}

/**
 * A form at an item. Its first field has the focus; Enter in a line (Ctrl+Enter in a text) saves, Escape leaves.
 * Keys that are typed in it do not reach the page's shortcuts.
 */
export function ItemForm({ label, action, hint, problem, onSave, onCancel, onKey, children }: ItemFormProps) {
  const t = useTexts(uiMessages)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(
      '[data-first],input:checked,input:not([type=hidden]),textarea,[tabindex="0"]',
    )
    first?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
    else if (onKey?.(event)) event.preventDefault()
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: it only listens to what bubbles up from its fields.
    <form ref={form} className="item-form" aria-label={label} onSubmit={submit} onKeyDown={key} noValidate>
      {children}
      {problem && (
        <p className="item-form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="item-form-actions">
        <Button htmlType="submit" className="button-ink">
          {action}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
        {hint && <span className="faint">{hint}</span>}
      </div>
    </form>
  )
}

/** A field under its visible label. */
export function Field({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="item-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}
