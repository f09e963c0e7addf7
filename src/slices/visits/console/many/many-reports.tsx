import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/language.ts'
import { LinkButton } from '../link-button.tsx'
import { manyReportsMessages } from './many-reports-messages.ts'
import { QueueRow } from './queue-row.tsx'
import {
  type Group,
  groupOf,
  groups,
  type Phase,
  phaseOf,
  type Queue,
  tallyOf,
  toldOf,
} from './report-queue.ts'
import type { RunningQueue } from './run-queue.ts'
import './many-reports.css'

interface ManyReportsProps {
  queue: Queue
  running: RunningQueue
}

/** Many reports on their way: how far it is, what to do next, and each with what became of it. */
export function ManyReports({ queue, running }: ManyReportsProps) {
  const t = useTexts(manyReportsMessages)
  const [chosen, choose] = useState<Group | null>(null)
  const tally = tallyOf(queue)
  const phase = phaseOf(queue)
  const only = chosen && tally[chosen] > 0 ? chosen : null
  const shown = queue.reports.filter((report) => !only || groupOf(report) === only)
  const told = groups.filter((group) => tally[group] > 0)
  return (
    <section className="many" aria-labelledby="many-title">
      <h2 id="many-title">{t.title(tally.total)}</h2>
      <QueueHead queue={queue} phase={phase} running={running} />
      {told.length > 1 && (
        <div className="many-filter" role="group" aria-label={t.show}>
          <button type="button" aria-pressed={!only} onClick={() => choose(null)}>
            {t.showAll}
          </button>
          {told.map((group) => (
            <button key={group} type="button" aria-pressed={only === group} onClick={() => choose(group)}>
              {t.counted[group](tally[group])}
            </button>
          ))}
        </div>
      )}
      <ol className="many-rows" aria-label={t.list}>
        {shown.map((report) => (
          <QueueRow key={report.key} report={report} running={running} />
        ))}
      </ol>
    </section>
  )
}

function QueueHead({ queue, phase, running }: ManyReportsProps & { phase: Phase }) {
  const t = useTexts(manyReportsMessages)
  const head = useRef<HTMLDivElement>(null)
  const tally = tallyOf(queue)
  const begun = phase !== 'ready'
  const waitingLeft = queue.reports.filter(({ state }) => state.is === 'waiting').length

  // The button under somebody's finger is gone at the end: the sentence takes its place for the keyboard too.
  useEffect(() => {
    if (phase === 'finished' && document.activeElement === document.body) head.current?.focus()
  }, [phase])

  return (
    <div className="many-head" ref={head} tabIndex={-1}>
      {begun && (
        <p className="many-progress">
          <progress aria-label={t.progressLabel} value={tally.done} max={tally.total} />
          <span className="figure">{t.progress(tally.done, tally.total)}</span>
        </p>
      )}
      <p className="many-words" role="status">
        {begun && phase !== 'finished' && (
          <span className="visually-hidden">{t.progress(toldOf(tally), tally.total)} </span>
        )}
        <Words queue={queue} phase={phase} />
      </p>
      <div className="many-actions">
        {phase === 'finished' ? (
          <>
            <LinkButton to="/visits?state=draft" main={tally.drafts > 0}>
              {t.seeDrafts}
            </LinkButton>
            <Button onClick={running.clear}>{t.another}</Button>
          </>
        ) : (
          <MainAction phase={phase} left={waitingLeft} running={running} />
        )}
        {phase === 'network' && <Button onClick={running.go}>{t.tryNow}</Button>}
        {(phase === 'ready' || phase === 'stopped') && <Button onClick={running.clear}>{t.clear}</Button>}
      </div>
    </div>
  )
}

/** One button in one place, so that it keeps the focus while it turns from going into stopping and back. */
function MainAction({ phase, left, running }: { phase: Phase; left: number; running: RunningQueue }) {
  const t = useTexts(manyReportsMessages)
  const goes = phase === 'going' || phase === 'network'
  const word = phase === 'ready' ? t.read(left) : t.goOn(left)
  return (
    <Button
      type={goes ? 'default' : 'primary'}
      onClick={goes ? running.stop : running.go}
      disabled={!goes && left === 0}
    >
      {goes ? t.stop : word}
    </Button>
  )
}

function Words({ queue, phase }: { queue: Queue; phase: Phase }) {
  const t = useTexts(manyReportsMessages)
  if (phase === 'network' || phase === 'signed-out') return t.held[phase]
  if (phase !== 'finished') return t[phase]
  const tally = tallyOf(queue)
  const parts = groups.filter((group) => tally[group] > 0).map((group) => t.counted[group](tally[group]))
  return (
    <>
      {t.finished(parts)} {tally.drafts > 0 ? t.drafts(tally.drafts) : t.noDrafts}
    </>
  )
}
