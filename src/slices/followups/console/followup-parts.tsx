import { Button } from 'antd'
import { Link } from 'react-router'
import { dayInWords, today } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Lamp } from '#ui/lamp.tsx'
import { Monogram } from '#ui/monogram.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import { timeLeft } from './due-words.ts'
import type { Followup, Part } from './followup-queries.ts'
import './followup-parts.css'

/** How the work is shared out: who does which part, until when, and what is done. */
export function FollowupParts({ parts, onComplete }: { parts: Part[]; onComplete: (part: string) => void }) {
  return (
    <ul className="parts">
      {parts.map((part) => (
        <PartRow key={part.id} part={part} onComplete={onComplete} />
      ))}
    </ul>
  )
}

function PartRow({ part, onComplete }: { part: Part; onComplete: (part: string) => void }) {
  const t = useTexts(followupPageMessages)
  const language = useLanguage()
  const { organisation, text, completed, dueDay, lamp, mayComplete } = part
  const left = timeLeft({ ...part, state: 'underway' }, language)
  return (
    <li>
      <Monogram name={organisation.name} />
      <div className="part-words">
        <p>
          <strong>{organisation.name}</strong> {text}
        </p>
        <p className="part-state">
          <Lamp
            state={completed ? 'done' : lamp}
            word={completed ? t.parts.done(dayInWords(today(Date.parse(completed.at)), language)) : undefined}
          />
          {!completed && dueDay && (
            <span className="figure">
              {left && `${left} · `}
              {dayInWords(dueDay, language)}
            </span>
          )}
        </p>
        {completed?.text && <p className="part-result">{completed.text}</p>}
        {mayComplete && <Button onClick={() => onComplete(part.id)}>{t.parts.complete}</Button>}
      </div>
    </li>
  )
}

export function LinkedFollowups({ linked }: { linked: Followup['linked'] }) {
  const t = useTexts(followupPageMessages)
  return (
    <ul className="linked">
      {linked.map((one) => (
        <li key={one.id}>
          <span className="faint">
            {t.linked[one.relation]} · <span className="figure">{one.number}</span> ·{' '}
            {t.filter.states[one.state]}
          </span>
          <Link to={`/followups/${one.id}`} lang="zh-Hans" className="linked-quote">
            {one.quote}
          </Link>
        </li>
      ))}
    </ul>
  )
}
