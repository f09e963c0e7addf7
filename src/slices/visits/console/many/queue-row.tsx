import { Button } from 'antd'
import { memo, type ReactNode, useRef } from 'react'
import { Link } from 'react-router'
import { Lamp } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { useProblemText } from '#ui/problem-notice.tsx'
import { readerMessages } from '../../reader/reader-messages.ts'
import { manyReportsMessages } from './many-reports-messages.ts'
import type { QueuedReport, ReadVisit } from './report-queue.ts'
import type { RunningQueue } from './run-queue.ts'

interface RowProps {
  report: QueuedReport
  running: RunningQueue
}

/** One report of the queue: its name, how it stands in words and shape, and the next step. */
export const QueueRow = memo(function QueueRow({ report, running }: RowProps) {
  const t = useTexts(manyReportsMessages)
  const row = useRef<HTMLLIElement>(null)
  const { name, folder, key, state } = report
  /** The button goes as it is pressed; the focus stays with its report. */
  const ask = (deed: (key: string) => void) => () => {
    row.current?.focus()
    deed(key)
  }
  const button = (word: string, deed: (key: string) => void) => (
    <Button aria-label={t.of(word, name)} onClick={ask(deed)}>
      {word}
    </Button>
  )
  return (
    <li ref={row} tabIndex={-1} data-state={state.is}>
      <p className="many-name">
        {name}
        {folder && <span className="faint">{folder}</span>}
      </p>
      {state.is === 'waiting' && (
        <Standing lamp={<Lamp state="none" word={t.states.waiting} />}>
          <button
            type="button"
            className="text-button"
            aria-label={t.of(t.remove, name)}
            onClick={() => running.remove(key)}
          >
            {t.remove}
          </button>
        </Standing>
      )}
      {state.is === 'reading' && <Standing lamp={<Lamp state="ontime" word={t.states.reading} />} />}
      {state.is === 'read' && <Read visit={state.visit} />}
      {state.is === 'known' && (
        <Standing lamp={<Lamp state="done" word={t.states.known} />}>
          <Link to={`/visits/${state.visit.id}`}>{t.open(state.visit.title)}</Link>
          {button(t.readAgain, running.readAgain)}
        </Standing>
      )}
      {state.is === 'failed' && <Failed problem={state.problem}>{button(t.retry, running.retry)}</Failed>}
    </li>
  )
})

function Standing({ lamp, children }: { lamp: ReactNode; children?: ReactNode }) {
  return (
    <div className="many-standing">
      {lamp}
      {children && <div className="many-next">{children}</div>}
    </div>
  )
}

function Read({ visit }: { visit: ReadVisit }) {
  const t = useTexts(manyReportsMessages)
  const kinds: Record<string, string> = useTexts(readerMessages).kinds
  const { id, title, state, kind, directives, toAsk } = visit
  const to = `/visits/${id}`
  if (state === 'confirmed') {
    return (
      <Standing lamp={<Lamp state="done" word={t.states.confirmed(directives)} />}>
        <Link to={to}>{t.open(title)}</Link>
      </Standing>
    )
  }
  if (state === 'dismissed') {
    return (
      <Standing lamp={<Lamp state="none" word={t.states.dismissed} />}>
        <Link to={to}>{t.open(title)}</Link>
      </Standing>
    )
  }
  if (kind !== 'visit') {
    return (
      <Standing lamp={<Lamp state="near" word={t.states.unlike(kinds[kind] ?? kind)} />}>
        <Link to={to}>{t.open(title)}</Link>
      </Standing>
    )
  }
  return (
    <Standing lamp={<Lamp state={toAsk > 0 ? 'near' : 'waiting'} word={t.states.read(directives, toAsk)} />}>
      <Link to={to}>{t.check(title)}</Link>
    </Standing>
  )
}

function Failed({ problem, children }: { problem: unknown; children: ReactNode }) {
  const t = useTexts(manyReportsMessages)
  const { title, detail } = useProblemText(problem)
  return (
    <>
      <Standing lamp={<Lamp state="overdue" word={t.states.failed(title)} />}>{children}</Standing>
      <p className="many-detail">{detail}</p>
    </>
  )
}
