import type { ReactNode } from 'react'
import './check.css'

interface CheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Names it where no words stand beside it. */
  label?: string
  children?: ReactNode
}

/** The browser's own checkbox, as large as the density asks, with its words as part of the target. */
export function Check({ checked, onChange, label, children }: CheckProps) {
  return (
    <label className={children ? 'check check-worded' : 'check'}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}
