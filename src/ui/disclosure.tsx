import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './disclosure.css'

interface DisclosureProps {
  /** What the button shows. */
  label: ReactNode
  /** Its name, where what it shows is no text. */
  name?: string
  className?: string
  children: (close: () => void) => ReactNode
}

/** A button that opens a small panel beside it. Escape, a click elsewhere or leaving it closes it. */
export function Disclosure({ label, name, className = 'text-button', children }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()

  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles up from its button and panel.
    <div
      ref={root}
      className="disclosure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div id={panel} className="disclosure-panel">
          {children(close)}
        </div>
      )}
    </div>
  )
}
