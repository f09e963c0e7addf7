import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Problem, type ProblemText } from '#platform/http/problem.ts'
import { useLanguage, useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './problem-notice.css'

interface ProblemNoticeProps {
  problem: unknown
  /** Offers "try again". Left out where trying again cannot help. */
  onRetry?: () => void
  /** Other ways on, beside "try again". */
  children?: ReactNode
}

/** The words for any thrown thing: a `Problem`'s own, else a calm general text. */
export function useProblemText(problem: unknown): ProblemText & { code?: string } {
  const language = useLanguage()
  const t = useTexts(uiMessages)
  if (problem instanceof Problem) return problem.in(language)
  return { title: t.problem.unknownTitle, detail: t.problem.unknownDetail }
}

/** What happened, what is safe, what to do. Announced as soon as it appears. */
export function ProblemNotice({ problem, onRetry, children }: ProblemNoticeProps) {
  const t = useTexts(uiMessages)
  const { title, detail } = useProblemText(problem)
  return (
    <div className="problem" role="alert">
      <svg className="problem-sign" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 .4 15.6 8 8 15.6.4 8Z" fill="currentColor" />
        <path d="M8 4.4v4.4M8 10.6v1.6" stroke="#fff" strokeWidth="1.8" />
      </svg>
      <div>
        <p className="problem-title">{title}</p>
        <p className="problem-detail">{detail}</p>
        {(onRetry || children) && (
          <div className="problem-actions">
            {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
            {children}
          </div>
        )}
      </div>
    </div>
  )
}
