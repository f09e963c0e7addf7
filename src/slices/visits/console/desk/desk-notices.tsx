import { useTexts } from '#ui/language.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { VisitShown } from '../visit-queries.ts'
import './desk-notices.css'

/** Kinds that say only what the text is not: it is like nothing that has a name. */
const nothingElse: ReadonlySet<string> = new Set(['empty', 'unreadable', 'other'])

/** What must be known before one begins: that this is no visit report, or that it stops in the middle. */
export function DeskNotices({ visit, onDismiss }: { visit: VisitShown; onDismiss?: () => void }) {
  const t = useTexts(visitDeskMessages).desk.notices
  const reader = useTexts(readerMessages)
  const kinds: Record<string, string> = reader.kinds
  const reasons: Record<string, string> = reader.kindReasons
  if (visit.kind === 'visit' && !visit.cutOff) return null
  const likeness = nothingElse.has(visit.kind) ? undefined : kinds[visit.kind]
  return (
    <div className="desk-notices">
      {visit.kind !== 'visit' && (
        <div className="desk-notice">
          <p>
            <strong>{likeness ? t.notVisit(likeness) : t.notKnown}</strong> {reasons[visit.kindReason]}
            {t.stop}
          </p>
          <p className="faint">{t.notVisitHint}</p>
          {onDismiss && (
            <button type="button" className="text-button" onClick={onDismiss}>
              {t.setAside}
            </button>
          )}
        </div>
      )}
      {visit.cutOff && <p className="desk-notice">{t.cutOff}</p>}
    </div>
  )
}
