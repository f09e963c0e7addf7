import { type RefObject, useId } from 'react'
import { useTexts } from '#ui/language.ts'
import { followupPageMessages } from '../followup-page-messages.ts'

interface CountedTextProps {
  label: string
  hint?: string
  value: string
  onChange: (text: string) => void
  /** How many characters it may have. More can be typed, so that nothing pasted is cut; it is not sent. */
  longest: number
  optional?: boolean
  problem?: string
  rows?: number
  field?: RefObject<HTMLTextAreaElement | null>
}

/** A short text with what is left of its length. */
export function CountedText(props: CountedTextProps) {
  const { label, hint, value, onChange, longest, optional = false, problem, rows = 3, field } = props
  const t = useTexts(followupPageMessages).form
  const id = useId()
  const left = longest - value.trim().length
  const counted = left < 0 ? t.textOver(-left) : t.textLeft(left)
  return (
    <div className="counted">
      <label htmlFor={id}>
        {label}
        {optional && <span className="faint">{t.optional}</span>}
      </label>
      {hint && (
        <p className="faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        rows={rows}
        value={value}
        required={!optional}
        aria-invalid={problem || left < 0 ? true : undefined}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-left ${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
        }}
      />
      <p className={left < 0 ? 'counted-left counted-over' : 'counted-left'} id={`${id}-left`}>
        {counted}
      </p>
      <p className="form-missing" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  )
}

/** Why a text cannot be sent yet, as a key of the form's texts; null when it can. */
export function faultOfText(text: string, longest: number, optional = false): 'required' | 'tooLong' | null {
  const length = text.trim().length
  if (length === 0) return optional ? null : 'required'
  return length > longest ? 'tooLong' : null
}
