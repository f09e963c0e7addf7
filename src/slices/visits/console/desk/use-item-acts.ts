import { useTexts } from '#ui/language.ts'
import type { EditedText } from '../../reader/edited-text.ts'
import { type ItemKey, itemsOf, kindOf, type VisitPerson } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { CardOrder } from './card-order.ts'
import type { ItemActs } from './desk-context.ts'
import { directivesAt, dropItem } from './drop-item.ts'
import { makeLead } from './make-lead.ts'
import { mergeDirectives } from './merge-directives.ts'
import { moveItem } from './move-item.ts'
import type { DeskModel } from './use-desk.ts'

interface ActsOn {
  desk: DeskModel
  order: CardOrder
  text: EditedText
  focusItem: (key: ItemKey) => void
  closePanel: () => void
}

/** The deeds that need no form: each is done at once, told, and leaves the focus where the reader goes on. */
export function useItemActs({ desk, order, text, focusItem, closePanel }: ActsOn): ItemActs {
  const t = useTexts(visitDeskMessages).desk
  const { content } = desk
  return {
    merge(key) {
      const directives = itemsOf(content, 'directive')
      const at = directives.findIndex((one) => one.key === key)
      const next = directives[at + 1]
      if (!next) return
      focusItem(key)
      desk.correct(mergeDirectives(content, [key, next.key], text), t.did.merge(at + 1, at + 2))
    },
    drop(key) {
      if (key === 'date' || key === 'title') return
      const moved = directivesAt(content, key).length
      const at = order.keys.indexOf(key)
      const next = order.keys[at + 1] ?? order.keys[at - 1]
      closePanel()
      if (next) focusItem(next)
      desk.correct(dropItem(content, key), t.did.drop[kindOf(key)] + (moved > 0 ? t.did.movedToo(moved) : ''))
    },
    move(key, by) {
      focusItem(key)
      desk.correct(moveItem(content, key, by), by === 1 ? t.did.later : t.did.earlier)
    },
    makeLead(key) {
      focusItem('lead')
      desk.correct(makeLead(content, key), t.did.lead((content[key] as VisitPerson).name))
    },
  }
}
