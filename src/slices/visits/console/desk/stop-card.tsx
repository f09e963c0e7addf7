import { useTexts } from '#ui/language.ts'
import type { Remark } from '../../reading.ts'
import type { ItemKey, VisitMeeting, VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { Card } from './card.tsx'
import { useDeskView } from './desk-context.ts'
import { ItemMarks } from './item-marks.tsx'
import { StopForm } from './stop-form.tsx'

/** A stop of the route: what was seen there and what was praised. */
export function StopCard({ itemKey, item }: { itemKey: ItemKey; item: VisitSite | VisitMeeting }) {
  const t = useTexts(visitDeskMessages).desk
  const { open } = useDeskView()
  const form = open?.key === itemKey ? <StopForm itemKey={itemKey} item={item} /> : undefined
  return (
    <Card itemKey={itemKey} label={item.name} className="stop" form={form}>
      <h3 className="stop-name" lang="zh-Hans">
        {item.name}
      </h3>
      <Remarks name={t.seen} remarks={item.seen} className="remark-seen" />
      <Remarks name={t.praised} remarks={item.praised} className="remark-praised" />
      <ItemMarks itemKey={itemKey} item={item} />
    </Card>
  )
}

export function Remarks({
  name,
  remarks,
  className,
}: {
  name: string
  remarks: readonly Remark[]
  className: string
}) {
  if (remarks.length === 0) return null
  return (
    <dl className={`remarks ${className}`}>
      <dt>{name}</dt>
      {remarks.map(({ text }) => (
        <dd key={text} lang="zh-Hans">
          {text}
        </dd>
      ))}
    </dl>
  )
}
