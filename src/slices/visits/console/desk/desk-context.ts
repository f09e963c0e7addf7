import { createContext, use } from 'react'
import type { EditedText } from '../../reader/edited-text.ts'
import type { ItemKey } from '../../visit.ts'
import type { CardOrder } from './card-order.ts'
import type { Things } from './known-things.ts'
import type { Report } from './report.ts'
import type { DeskModel } from './use-desk.ts'

/** The form that is open at an item, or the one that adds an item. */
export type Panel = 'edit' | 'split' | 'place' | 'force' | 'known'

export interface OpenPanel {
  key: ItemKey
  panel: Panel
}

export interface DeskView {
  desk: DeskModel
  report: Report
  /** The text without the repairs that were taken back. */
  text: EditedText
  order: CardOrder
  /** The item that the keys act on. */
  current: ItemKey | null
  open: OpenPanel | null
  /** One column of tabs instead of two panes. */
  oneColumn: boolean
  show: (key: ItemKey, panel: Panel) => void
  /** Closes the form and gives the focus back to its item, or to another. */
  close: (focus?: ItemKey) => void
  focusItem: (key: ItemKey) => void
  /** Goes to the words of an item in the text. */
  seeInText: (key: ItemKey) => void
  act: ItemActs
  /** The county's places and organisations that this desk has met. */
  things: Things
}

/** What can be done with an item by one key or one button. */
export interface ItemActs {
  merge: (key: ItemKey) => void
  drop: (key: ItemKey) => void
  move: (key: ItemKey, by: 1 | -1) => void
  makeLead: (key: ItemKey) => void
}

const DeskContext = createContext<DeskView | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDeskView(): DeskView {
  const view = use(DeskContext)
  if (!view) throw new Error('useDeskView stands outside the desk')
  return view
}
