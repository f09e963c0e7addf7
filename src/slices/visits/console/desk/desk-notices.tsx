import { useTexts } from '#ui/language.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { VisitShown } from '../visit-queries.ts'
import './desk-notices.css'

/** What must be known before one begins: that this is no visit report, or that it stops in the middle. */
export function DeskNotices({ visit, onDismiss }: { visit: VisitShown; onDismiss?: () => void }) {
  const t = useTexts(visitDeskMessages).desk.notices
  const reader = useTexts(readerMessages)
  const kinds: Record<string, string> = reader.kinds
  const reasons: Record<string, string> = reader.kindReasons
  if (visit.kind === 'visit' && !visit.cutOff) return null
  return (
    <div className="desk-notices">
      {visit.kind !== 'visit' && (
        <div className="desk-notice">
          <p>
            <strong>{t.notVisit(kinds[visit.kind] ?? visit.kind)}</strong> {reasons[visit.kindReason]}
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
