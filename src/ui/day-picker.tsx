import { type ReactNode, useId } from 'react'
import './day-picker.css'

interface DayPickerProps {
  label: string
  /** `YYYY-MM-DD`, or null while no day is chosen. */
  value: string | null
  onChange: (day: string | null) => void
  /** First and last day that may be chosen. */
  min?: string
  max?: string
  /** What the day means in work: 还剩 3 个工作日, 当天是国庆假期. The page asks its rules. */
  hint?: ReactNode
  /** Days that are often meant, by name: 5 个工作日后. */
  suggestions?: { label: string; day: string }[]
  problem?: string
}

/** A day by typing, by the browser's calendar or by one of its usual names; its working-day meaning below. */
export function DayPicker({ label, value, onChange, min, max, hint, suggestions, problem }: DayPickerProps) {
  const id = useId()
  return (
    <div className="day-picker">
      <label htmlFor={id}>{label}</label>
      <div className="day-choices">
        <input
          id={id}
          type="date"
          value={value ?? ''}
          min={min}
          max={max}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          onChange={(event) => onChange(event.target.value || null)}
        />
        {suggestions?.map((suggestion) => (
          <button
            key={suggestion.label}
            type="button"
            className="day-suggestion"
            aria-pressed={suggestion.day === value}
            onClick={() => onChange(suggestion.day)}
          >
            {suggestion.label}
          </button>
        ))}
      </div>
      <p className="day-hint" id={`${id}-hint`} aria-live="polite">
        {hint}
      </p>
      <p className="day-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  )
}
