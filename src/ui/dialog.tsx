import { CloseOutlined } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from './language.ts'
import { uiMessages } from './ui-messages.ts'
import './dialog.css'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** `side` slides along the left edge (a drawer), `top` hangs below the header (the palette). */
  place?: 'centre' | 'side' | 'top'
  /** Leaves out the visible heading; the title still names the dialog. */
  bare?: boolean
  children: ReactNode
}

/** The browser's own modal dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, place = 'centre', bare = false, children }: DialogProps) {
  const t = useTexts(uiMessages)
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])

  if (!open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is the same for a mouse.
    <dialog
      ref={dialog}
      className={`dialog dialog-${place}`}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <ConfigProvider getPopupContainer={() => dialog.current ?? document.body}>
        {!bare && (
          <header className="dialog-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="icon-button" onClick={onClose} aria-label={t.close}>
              <CloseOutlined aria-hidden="true" />
            </button>
          </header>
        )}
        {children}
      </ConfigProvider>
    </dialog>
  )
}
