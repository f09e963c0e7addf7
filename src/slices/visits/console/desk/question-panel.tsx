import { Button, Input } from 'antd'
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { DayPicker } from '#ui/day-picker.tsx'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { useShortcuts } from '#ui/shortcuts.ts'
import { repairedSlice } from '../../reader/repaired-slice.ts'
import { itemOf, type VisitDirective } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import { completedDay, type DeskQuestion, questionId } from './desk-questions.ts'
import { KnownAnswer } from './known-answer.tsx'
import { useReason } from './item-marks.tsx'
import { seenByPerson } from './item-keys.ts'
import { UnknownDay } from './unknown-day.tsx'
import './question-panel.css'

interface QuestionPanelProps {
  question: DeskQuestion
  number: number
  count: number
  onLater: () => void
}

/** One question, with the words that it is about, and its answers. */
export function QuestionPanel({ question, number, count, onLater }: QuestionPanelProps) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, report } = useDeskView()
  const heading = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const inside = useRef(false)
  const asked = questionId(question)
  // The button that was just pressed is gone with its question: the next one takes the focus.
  useLayoutEffect(() => {
    if (asked && inside.current && document.activeElement === document.body) title.current?.focus()
  }, [asked])
  const item = desk.content[question.key]
  const reason = useReason()
  if (!item) return null
  const words = 'text' in item ? item.text : 'name' in item ? item.name : ''
  const spans = 'spans' in item ? item.spans : []
  const found = repairedSlice(report, spans.slice(0, 1))
  return (
    <section
      className="question"
      aria-labelledby={heading}
      data-asks={question.key}
      onFocus={() => {
        inside.current = true
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) inside.current = false
      }}
    >
      <p className="question-count">{count > 1 ? t.question.nth(number, count) : t.question.only}</p>
      <h2 ref={title} id={heading} tabIndex={-1} aria-live="polite">
        <QuestionWords question={question} words={words} found={found} />
      </h2>
      {question.ask === 'whether' && question.about === 'directive' && (
        <blockquote className="question-words" lang="zh-Hans">
          {words}
        </blockquote>
      )}
      {question.ask === 'known' && 'possible' in item && (
        <p className="faint question-why">{t.known.why(item.possible.length)}</p>
      )}
      {question.ask !== 'place' && question.ask !== 'known' && reason(item) && (
        <p className="faint question-why">{reason(item)}</p>
      )}
      <Answers key={asked} question={question} />
      {count > 1 && (
        <button type="button" className="text-button question-later" onClick={onLater} aria-keyshortcuts="l">
          {t.question.later}
          <kbd aria-hidden="true">L</kbd>
        </button>
      )}
    </section>
  )
}

function QuestionWords({ question, words, found }: { question: DeskQuestion; words: string; found: string }) {
  const { question: t, known } = useTexts(visitDeskMessages).desk
  const language = useLanguage()
  const { desk } = useDeskView()
  if (question.ask === 'year') {
    const monthDay = dayInWords(`0000-${question.monthDay}`, language, '0000')
    return t.year(found || monthDay)
  }
  if (question.ask === 'day') return t.day
  if (question.ask === 'place') return t.place(words)
  if (question.ask === 'known') return known.ask(words)
  if (question.about === 'date') return t.whether.date(found || (itemOf(desk.content, 'date')?.value ?? ''))
  if (question.about === 'subject') {
    const { subject } = desk.content[question.key] as VisitDirective
    return t.whether.subject(subject ?? '', words)
  }
  return t.whether[question.about](words)
}

function Answers({ question }: { question: DeskQuestion }) {
  if (question.ask === 'year') return <YearAnswer monthDay={question.monthDay} />
  if (question.ask === 'day') return <DayAnswer />
  if (question.ask === 'place') return <PlaceAnswer question={question} />
  if (question.ask === 'known') return <KnownAnswer itemKey={question.key} />
  return <YesNoAnswer question={question} />
}

/** The keys of the page must not hear what is typed into an answer. */
const keep = (event: KeyboardEvent) => {
  if (!event.ctrlKey && !event.metaKey && event.key.length === 1) event.stopPropagation()
}

/** A year is asked for, and never proposed. */
function YearAnswer({ monthDay }: { monthDay: string }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const id = useId()
  const [year, setYear] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const item = itemOf(desk.content, 'date')
  if (!item) return null
  const answer = (event: FormEvent) => {
    event.preventDefault()
    const day = /^\d{4}$/.test(year.trim()) ? completedDay(monthDay, Number(year)) : null
    if (day === null) return setProblem(t.question.yearWrong)
    if (day > today()) return setProblem(t.question.yearAhead)
    desk.correct(
      [{ item: 'date', before: item, after: { ...item, ...seenByPerson, value: day } }],
      t.did.date,
    )
  }
  return (
    <form className="question-answer" onSubmit={answer} onKeyDown={keep} noValidate>
      <label htmlFor={id}>{t.question.yearLabel}</label>
      <Input
        id={id}
        className="question-year"
        inputMode="numeric"
        maxLength={4}
        value={year}
        status={problem ? 'error' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          setYear(event.target.value)
          setProblem(null)
        }}
      />
      <Button htmlType="submit" className="button-ink">
        {t.question.answer}
      </Button>
      <UnknownDay item={item} />
      <p id={`${id}-problem`} className="item-form-problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

function DayAnswer() {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const item = itemOf(desk.content, 'date')
  if (!item) return null
  const answer = (day: string | null) => {
    if (!day) return
    desk.correct(
      [{ item: 'date', before: item, after: { ...item, ...seenByPerson, value: day } }],
      t.did.date,
    )
  }
  return (
    <div className="question-answer question-day">
      <DayPicker label={t.day} value={null} max={today()} onChange={answer} />
      <UnknownDay item={item} />
    </div>
  )
}

function PlaceAnswer({ question }: { question: DeskQuestion }) {
  const t = useTexts(visitDeskMessages).desk
  const { show } = useDeskView()
  const choose = () => show(question.key, 'place')
  useShortcuts([{ keys: 'y', label: t.question.choosePlace, run: choose }])
  return (
    <div className="question-answer">
      <Button className="button-ink" onClick={choose}>
        {t.question.choosePlace} <kbd aria-hidden="true">Y</kbd>
      </Button>
    </div>
  )
}

function YesNoAnswer({ question }: { question: Extract<DeskQuestion, { ask: 'whether' }> }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk, show, act } = useDeskView()
  const { key, about } = question
  const item = desk.content[key]
  const yes = () =>
    item && desk.correct([{ item: key, before: item, after: { ...item, ...seenByPerson } }], t.did.yes)
  const no = () => {
    if (about === 'date') return show(key, 'edit')
    if (about !== 'subject') return act.drop(key)
    const before = item as VisitDirective
    desk.correct(
      [{ item: key, before, after: { ...before, ...seenByPerson, subject: null } }],
      t.did.noSubject,
    )
  }
  const edit = () => show(key, 'edit')
  const noWord =
    about === 'date' ? t.question.noDate : about === 'subject' ? t.question.no : t.question.noDrop
  useShortcuts([
    { keys: 'y', label: t.question.yes, run: yes },
    { keys: 'n', label: noWord, run: no },
  ])
  return (
    <div className="question-answer">
      <Button className="button-ink" onClick={yes}>
        {t.question.yes} <kbd aria-hidden="true">Y</kbd>
      </Button>
      <Button onClick={no}>
        {noWord} <kbd aria-hidden="true">N</kbd>
      </Button>
      {about !== 'date' && <Button onClick={edit}>{t.question.edit}</Button>}
    </div>
  )
}
