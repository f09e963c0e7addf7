import { Button } from 'antd'
import { useTexts } from '#ui/language.ts'
import { type ConfirmFault, faultsBeforeConfirming, itemsOf } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'
import './confirm-bar.css'

interface ConfirmBarProps {
  toLookAt: number
  onConfirm: () => void
  onFault: (fault: ConfirmFault) => void
}

/** How far the desk is, whether all is saved, what is missing, and the one way on. */
export function ConfirmBar({ toLookAt, onConfirm, onFault }: ConfirmBarProps) {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const faults = faultsBeforeConfirming(desk.content)
  const [first] = faults
  return (
    <section className="confirm-bar" aria-label={t.bar.label}>
      <div className="confirm-words">
        <p className="confirm-count figure">
          {t.bar.count(itemsOf(desk.content, 'directive').length, toLookAt)}
        </p>
        <div className="confirm-missing-list">
          {faults.map((fault) => (
            <button key={fault} type="button" className="confirm-fault" onClick={() => onFault(fault)}>
              {t.bar.faults[fault]}
            </button>
          ))}
        </div>
      </div>
      <Saving />
      <Button type="primary" onClick={() => (first ? onFault(first) : onConfirm())}>
        {t.bar.confirm}
      </Button>
    </section>
  )
}

function Saving() {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const { waiting, stopped } = desk.outbox
  if (stopped) {
    return (
      <span className="confirm-stopped" role="alert">
        {t.bar.unsaved(waiting.length)}
        <Button onClick={desk.session.outbox.retry}>{t.bar.retry}</Button>
      </span>
    )
  }
  return (
    <span className="confirm-saving" data-quiet={(desk.said === '' && waiting.length === 0) || undefined}>
      <span role="status">{desk.said}</span>
      {desk.done.length > 0 && (
        <button type="button" className="confirm-undo" onClick={desk.undo} aria-keyshortcuts="u">
          {t.keys.undo}
          <kbd aria-hidden="true">U</kbd>
        </button>
      )}
      <span className="faint">{waiting.length > 0 ? t.bar.saving : t.bar.saved}</span>
    </span>
  )
}
