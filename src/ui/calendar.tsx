import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { dayInWords, today, weekdayInWords } from './day.tsx'
import { useLanguage, useTexts } from './language.ts'
import { plusDays, plusMonths, weekdayOf, weeksOfMonth } from './month-grid.ts'
import { uiMessages } from './ui-messages.ts'
import './calendar.css'

/** What a day is in work; the page asks `/api/calendar`. Without it Saturday and Sunday are off. */
export interface DayMark {
  working: boolean
  /** The holiday's name in the reader's language, on a day off or on the day that makes up for it. */
  holiday?: string | null
}

export interface CalendarProps {
  value: string | null
  min?: string
  max?: string
  marks?: ReadonlyMap<string, DayMark>
  /** Told which days are on view, so that the page can fetch their marks. */
  onShow?: (from: string, to: string) => void
  onChoose: (day: string) => void
}

/** A month to choose a day from; days off and make-up days are marked 休 and 班, as on a Chinese wall calendar. */
export function Calendar({ value, min, max, marks, onShow, onChoose }: CalendarProps) {
  const t = useTexts(uiMessages).day
  const language = useLanguage()
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState(value ?? (min && min > today() ? min : today()))
  const moved = useRef(true)
  const weeks = weeksOfMonth(at)
  const from = weeks[0]?.[0] ?? at
  const to = weeks.at(-1)?.[6] ?? at

  useEffect(() => onShow?.(from, to), [onShow, from, to])
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])

  const within = (day: string) => (min === undefined || day >= min) && (max === undefined || day <= max)
  const move = (day: string) => {
    moved.current = true
    setAt(min && day < min ? min : max && day > max ? max : day)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => string> = {
      ArrowLeft: () => plusDays(at, -1),
      ArrowRight: () => plusDays(at, 1),
      ArrowUp: () => plusDays(at, -7),
      ArrowDown: () => plusDays(at, 7),
      Home: () => plusDays(at, -weekdayOf(at)),
      End: () => plusDays(at, 6 - weekdayOf(at)),
      PageUp: () => plusMonths(at, -1),
      PageDown: () => plusMonths(at, 1),
    }
    const next = moves[event.key]
    if (!next) return
    event.preventDefault()
    move(next())
  }

  const [year = 0, month = 0] = at.split('-').map(Number)
  return (
    <div className="calendar">
      <div className="calendar-head">
        <button
          type="button"
          className="icon-button"
          aria-label={t.previousMonth}
          onClick={() => setAt(plusMonths(at, -1))}
        >
          <LeftOutlined aria-hidden="true" />
        </button>
        <span aria-live="polite">{t.month(year, month)}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t.nextMonth}
          onClick={() => setAt(plusMonths(at, 1))}
        >
          <RightOutlined aria-hidden="true" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of a calendar. */}
      <table ref={grid} role="grid" aria-label={t.month(year, month)} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {t.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const working = marks?.get(day)?.working ?? weekdayOf(day) < 5
                const holiday = marks?.get(day)?.holiday
                const plain = working === weekdayOf(day) < 5
                const words = [
                  `${dayInWords(day, language)} ${weekdayInWords(day, language)}`,
                  holiday,
                  !working ? t.restDay : plain ? undefined : t.workDay,
                ].filter(Boolean)
                return (
                  <td key={day} aria-selected={day === value}>
                    <button
                      type="button"
                      data-day={day}
                      data-other={day.slice(0, 7) !== at.slice(0, 7) || undefined}
                      data-rest={!working || undefined}
                      aria-label={words.join(', ')}
                      aria-current={day === today() ? 'date' : undefined}
                      aria-pressed={day === value}
                      tabIndex={day === at ? 0 : -1}
                      disabled={!within(day)}
                      onClick={() => onChoose(day)}
                    >
                      {Number(day.slice(8))}
                      {!plain && <small>{working ? t.work : t.rest}</small>}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
