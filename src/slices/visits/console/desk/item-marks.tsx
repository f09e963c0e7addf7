import { Lamp } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { type Item, type ItemKey, surenessToAsk } from '../../visit.ts'
import { readerMessages } from '../../reader/reader-messages.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { useDeskView } from './desk-context.ts'

/** Why the reader took something, in words; nothing for what a person has looked at. */
export function useReason(): (item: Item) => string | null {
  const reasons: Record<string, string> = useTexts(readerMessages).reasons
  return (item) => ('reason' in item ? (reasons[item.reason] ?? null) : null)
}

/** What must be noticed at an item: that it is still to be looked at, that somebody else changed it. */
export function ItemMarks({ itemKey, item }: { itemKey: ItemKey; item: Item }) {
  const t = useTexts(visitDeskMessages).desk
  const { desk } = useDeskView()
  const reason = useReason()(item)
  const toAsk = 'confidence' in item && item.confidence < surenessToAsk
  const foreign = desk.foreign.get(itemKey)
  if (!toAsk && !foreign) return null
  return (
    <div className="item-marks">
      {toAsk && (
        <span className="item-ask">
          <Lamp state="near" word={t.toLookAt} />
          {reason && <span className="faint">{reason}</span>}
        </span>
      )}
      {foreign && (
        <span className="item-foreign">
          <span>{t.changedBy(foreign.by)}</span>
          <button type="button" className="text-button" onClick={() => desk.session.seen(itemKey)}>
            {t.noticed}
          </button>
        </span>
      )}
    </div>
  )
}
