import { CalendarOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Calendar, type DayMark } from './calendar.tsx'
import { dayInWords, today, weekdayInWords } from './day.tsx'
import { Disclosure } from './disclosure.tsx'
import { useLanguage, useTexts } from './language.ts'
import { readDay } from './read-day.ts'
import { uiMessages } from './ui-messages.ts'
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
  /** Days off and make-up days; `onShow` tells which days the calendar has on view. */
  marks?: ReadonlyMap<string, DayMark>
  onShow?: (from: string, to: string) => void
  problem?: string
}

/** A day by typing it as one pleases, from a calendar, or by one of its usual names; its meaning stands below. */
export function DayPicker(props: DayPickerProps) {
  const { label, value, onChange, min, max, hint, suggestions, marks, onShow, problem } = props
  const t = useTexts(uiMessages).day
  const language = useLanguage()
  const id = useId()
  const [text, setText] = useState(value ?? '')
  const [unread, setUnread] = useState(false)

  useEffect(() => {
    setText(value ?? '')
    setUnread(false)
  }, [value])

  const settle = () => {
    const day = readDay(text, today())
    setUnread(text.trim() !== '' && day === null)
    if (day !== null) setText(day)
    if (day !== value && (day !== null || text.trim() === '')) onChange(day)
  }

  const wrong = unread ? t.unread : problem
  return (
    <div className="day-picker">
      <label htmlFor={id}>{label}</label>
      <div className="day-choices">
        <div className="day-field">
          <input
            id={id}
            value={text}
            placeholder="2026-11-30"
            autoComplete="off"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${id}-hint ${id}-problem`}
            onChange={(event) => setText(event.target.value)}
            onBlur={settle}
            onKeyDown={(event) => event.key === 'Enter' && settle()}
          />
          <Disclosure
            className="icon-button"
            name={`${label}: ${t.open}`}
            label={<CalendarOutlined aria-hidden="true" />}
          >
            {(close) => (
              <Calendar
                value={value}
                min={min}
                max={max}
                marks={marks}
                onShow={onShow}
                onChoose={(day) => {
                  onChange(day)
                  close()
                }}
              />
            )}
          </Disclosure>
        </div>
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
        {value && `${dayInWords(value, language)} ${weekdayInWords(value, language)}`}
        {value && hint ? ' · ' : ''}
        {hint}
      </p>
      <p className="day-problem" id={`${id}-problem`} role="alert">
        {wrong}
      </p>
    </div>
  )
}
