import { useTexts } from '#ui/language.ts'
import type { Remark } from '../../reading.ts'
import type { ItemKey, VisitMeeting, VisitSite } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { Card } from './card.tsx'
import { useDeskView } from './desk-context.ts'
import { ItemMarks } from './item-marks.tsx'
import { KnownForm } from './known-form.tsx'
import { KnownLine } from './known-line.tsx'
import { StopForm } from './stop-form.tsx'

/** A stop of the route: what was seen there and what was praised. */
export function StopCard({ itemKey, item }: { itemKey: ItemKey; item: VisitSite | VisitMeeting }) {
  const t = useTexts(visitDeskMessages).desk
  const { open, things } = useDeskView()
  const site = 'possible' in item ? item : null
  const form =
    open?.key !== itemKey ? undefined : open.panel === 'known' && site ? (
      <KnownForm itemKey={itemKey} item={site} />
    ) : (
      <StopForm itemKey={itemKey} item={item} />
    )
  return (
    <Card itemKey={itemKey} label={item.name} className="stop" form={form}>
      <h3 className="stop-name" lang="zh-Hans">
        {item.name}
      </h3>
      {site && <KnownLine site={site} things={things} />}
      {site && <Within site={site} />}
      <Remarks name={t.seen} remarks={item.seen} className="remark-seen" />
      <Remarks name={t.praised} remarks={item.praised} className="remark-praised" />
      <ItemMarks itemKey={itemKey} item={item} />
    </Card>
  )
}

/** Where a site lies and what inside it was looked at, where the report says so. */
export function Within({ site }: { site: VisitSite }) {
  const t = useTexts(visitDeskMessages).desk
  // That it lies in the county says nothing here.
  const holder = site.holder && !/[县市旗]$/u.test(site.holder.text) ? site.holder : null
  // What was looked at is told once, where the report tells it in its own words.
  const parts = site.parts
    .map(({ text }) => text)
    .filter((part) => !site.seen.some(({ text }) => text.includes(part)))
  return (
    <>
      <Remarks name={t.holder} remarks={holder ? [holder] : []} className="remark-seen" />
      <Remarks
        name={t.parts}
        remarks={parts.length > 0 ? [{ text: parts.join('、'), spans: [] }] : []}
        className="remark-seen"
      />
    </>
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
