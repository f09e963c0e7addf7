import type { ReactNode } from 'react'
import type { ItemKey } from '../../visit.ts'
import { useDeskView } from './desk-context.ts'
import { ItemActions } from './item-actions.tsx'

interface CardProps {
  itemKey: ItemKey
  /** How a reader of the screen is told what this is: 第 3 条要求. */
  label: string
  className: string
  /** The form that is open at it. */
  form?: ReactNode
  children: ReactNode
}

/** One item on the right side: it can be focused, walked to with j and k, and offers what can be done with it. */
export function Card({ itemKey, label, className, form, children }: CardProps) {
  const { current, order } = useDeskView()
  const isCurrent = current === itemKey
  const isFirst = order.keys[0] === itemKey
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups an item with its actions.
    <div
      className={`card ${className}`}
      role="group"
      aria-label={label}
      data-item={itemKey}
      data-current={isCurrent || undefined}
      tabIndex={isCurrent || (current === null && isFirst) ? 0 : -1}
    >
      {children}
      {isCurrent && !form && <ItemActions itemKey={itemKey} />}
      {form}
    </div>
  )
}
