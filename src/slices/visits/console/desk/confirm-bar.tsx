import { UndoOutlined } from '@ant-design/icons'
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
      {desk.done.length > 0 && (
        <button
          type="button"
          className="icon-button"
          aria-label={t.keys.undo}
          title={t.keys.undo}
          onClick={desk.undo}
        >
          <UndoOutlined aria-hidden="true" />
        </button>
      )}
      <Button type="primary" onClick={() => (first ? onFault(first) : onConfirm())}>
        {t.bar.confirm}
      </Button>
    </section>
  )
}

function Saving() {
  const t = useTexts(visitDeskMessages).desk.bar
  const { desk } = useDeskView()
  const { waiting, stopped } = desk.outbox
  if (stopped) {
    return (
      <span className="confirm-stopped" role="alert">
        {t.unsaved(waiting.length)}
        <Button onClick={desk.session.outbox.retry}>{t.retry}</Button>
      </span>
    )
  }
  return (
    <span className="faint confirm-saving" data-busy={waiting.length > 0 || undefined}>
      <span role="status">{desk.said && <span className="confirm-said">{desk.said}</span>}</span>
      {waiting.length > 0 ? t.saving : t.saved}
    </span>
  )
}
