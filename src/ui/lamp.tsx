import type { ReactNode } from 'react'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './lamp.css'

/** How something stands in time. Shape and word carry the meaning; the colour only helps. */
export type LampState = 'done' | 'ontime' | 'near' | 'overdue' | 'waiting' | 'none'

const shapes: Record<LampState, ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.6 8.2 2.4 2.4 4.4-4.8" stroke="#fff" strokeWidth="1.8" fill="none" />
    </>
  ),
  ontime: <circle cx="8" cy="8" r="5.6" stroke="currentColor" strokeWidth="2.4" fill="none" />,
  near: <path d="M8 1.6 15.2 14.4H.8Z" fill="currentColor" />,
  overdue: (
    <>
      <path d="M8 .4 15.6 8 8 15.6.4 8Z" fill="currentColor" />
      <path d="M8 4.4v4.4M8 10.6v1.6" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.2" stroke="currentColor" strokeWidth="1.6" fill="none" />
      <path d="M8 4.4V8l2.4 1.8" stroke="currentColor" strokeWidth="1.6" fill="none" />
    </>
  ),
  none: (
    <circle
      cx="8"
      cy="8"
      r="6"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.6 2.1"
      fill="none"
    />
  ),
}

/** A lamp with its word. `word` replaces the usual one ("3 working days left"). */
export function Lamp({ state, word }: { state: LampState; word?: string }) {
  const t = useTexts(uiMessages)
  return (
    <span className={`lamp lamp-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[state]}
      </svg>
      <span>{word ?? t.lamp[state]}</span>
    </span>
  )
}
