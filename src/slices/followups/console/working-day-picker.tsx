import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { Language } from '#platform/i18n/messages.ts'
import { DayPicker } from '#ui/day-picker.tsx'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { plusDays, plusMonths } from '#ui/month-grid.ts'
import { followupPageMessages } from '../followup-page-messages.ts'
import { calendarQuery } from './followup-queries.ts'
import {
  type CalendarDay,
  type HolidayInView,
  holidaysBetween,
  workingDayAfter,
  workingDaysTo,
} from './working-day-calendar.ts'
import './working-day-picker.css'

interface WorkingDayPickerProps {
  label: string
  value: string | null
  onChange: (day: string | null) => void
  /** The first day that may be chosen. */
  min: string
  /** Says that the day may stay empty, and empties it again. */
  mayBeEmpty?: boolean
  problem?: string
}

const quick = [5, 10, 20]
/** A year ahead is asked for at once: an office plans no further. */
const reachInMonths = 12

/** A day by typing, by so many working days from now, or from a calendar that knows days off and make-up days. */
export function WorkingDayPicker(props: WorkingDayPickerProps) {
  const { label, value, onChange, min, mayBeEmpty = false, problem } = props
  const t = useTexts(followupPageMessages).calendar
  const language = useLanguage()
  const now = today()
  const [view, setView] = useState<{ from: string; to: string }>()
  const first = `${now.slice(0, 7)}-01`
  const calendar = useQuery(calendarQuery(first, plusMonths(first, reachInMonths)))
  const days = useMemo(() => calendar.data?.days ?? [], [calendar.data])
  const marks = useMemo(
    () => new Map(days.map((one) => [one.day, { working: one.working, holiday: one.holiday?.[language] }])),
    [days, language],
  )
  const root = useRef<HTMLDivElement>(null)
  const onShow = useCallback((from: string, to: string) => {
    setView({ from, to })
    root.current?.querySelector('.disclosure-panel')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const from = min > now ? plusDays(min, -1) : now
  const suggestions = quick.flatMap((count) => {
    const day = workingDayAfter(days, from, count)
    return day ? [{ label: t.inWorkingDays(count), day }] : []
  })
  const unsure = [value, view?.to].some((day) => day && days.some((one) => one.day === day && !one.announced))
  const unsureYear = (
    value && days.some((one) => one.day === value && !one.announced) ? value : view?.to
  )?.slice(0, 4)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles up from its fields.
    <div ref={root} className="working-day" onKeyDownCapture={closeOnlyCalendar}>
      <DayPicker
        label={label}
        value={value}
        onChange={onChange}
        min={min}
        marks={marks}
        onShow={onShow}
        suggestions={suggestions}
        problem={problem}
        hint={value ? meaningOf(value, days, language) : mayBeEmpty ? t.mayBeEmpty : undefined}
      />
      {mayBeEmpty && value && (
        <button type="button" className="text-button" onClick={() => onChange(null)}>
          {t.noDay}
        </button>
      )}
      {view && <Holidays holidays={holidaysBetween(days, view.from, view.to, language)} />}
      {unsure && unsureYear && <p className="working-day-warning">{t.notAnnounced(unsureYear)}</p>}
    </div>
  )
}

/** Escape in the open calendar closes the calendar; the dialog around it would otherwise close as well. */
function closeOnlyCalendar(event: KeyboardEvent): void {
  const within = (event.target as Element).closest('.disclosure')
  if (event.key === 'Escape' && within?.querySelector('[aria-expanded="true"]')) event.preventDefault()
}

/** What a day means in work: 还有 8 个工作日; 这天是国庆节假期. */
function meaningOf(day: string, days: readonly CalendarDay[], language: Language): string {
  const t = followupPageMessages[language].calendar
  const left = workingDaysTo(days, today(), day)
  const found = days.find((one) => one.day === day)
  const holiday = found?.holiday?.[language]
  const special = holiday
    ? found?.working
      ? t.onMakeUpDay(holiday)
      : t.onHoliday(holiday)
    : found?.working === false && t.onRestDay
  return [left !== null && t.leftFromToday(left), special].filter(Boolean).join(t.and)
}

function Holidays({ holidays }: { holidays: HolidayInView[] }) {
  const t = useTexts(followupPageMessages).calendar
  const language = useLanguage()
  if (holidays.length === 0) return null
  const words = holidays.map(({ name, from, to, makeUp }) =>
    t.holiday(
      name,
      from &&
        (from === to
          ? dayInWords(from, language)
          : t.range(dayInWords(from, language), dayInWords(to, language))),
      makeUp.map((day) => dayInWords(day, language)).join(t.listed),
    ),
  )
  return <p className="faint">{words.join(t.and)}</p>
}
