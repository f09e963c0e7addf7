import type { ReactNode } from 'react'
import { Moment } from './day.tsx'
import { Monogram } from './monogram.tsx'
import './timeline.css'

export interface TimelineRow {
  id: string
  /** ISO 8601 moment. */
  at: string
  /** The organisation that acted: its face stands at the row, not a person's. */
  organisation: string
  /** What it did, in one short clause: 签收了督办, 报告了进展. */
  title: ReactNode
  /** What was said, and what was attached. */
  children?: ReactNode
}

/** A story in time: who did what, the oldest first. */
export function Timeline({ label, rows }: { label: string; rows: TimelineRow[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Monogram name={row.organisation} />
          <div className="timeline-row">
            <p className="timeline-title">
              <strong>{row.organisation}</strong> {row.title}
              <span className="timeline-at">
                <Moment at={row.at} />
              </span>
            </p>
            {row.children && <div className="timeline-body">{row.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
