import type { Remark } from './reading.ts'
import { itemOf, itemsOf, itemsToAsk, sitesToPlace, type VisitContent, type VisitState } from './visit.ts'

// What is told of a visit in a line, a count or another slice: pure, out of its content.

/** A visit as other slices see it, once it is confirmed. */
export interface ConfirmedVisit {
  id: string
  title: string
  /** Null when a person said that the day is not known. */
  day: string | null
  lead: { name: string; titles: string[] } | null
  companions: { name: string; titles: string[] }[]
  sites: { name: string; seen: string[]; praised: string[] }[]
  meeting: { name: string; seen: string[]; praised: string[] } | null
}

export function stateOf(row: { confirmedAt: string | null; dismissedAt: string | null }): VisitState {
  if (row.confirmedAt) return 'confirmed'
  return row.dismissedAt ? 'dismissed' : 'draft'
}

/** The report's title, or who went, when it has none. */
export function titleOf(content: VisitContent): string {
  const title = itemOf(content, 'title')?.text
  return (
    title ??
    [itemOf(content, 'lead')?.name, itemsOf(content, 'site')[0]?.item.name].filter(Boolean).join(' · ')
  )
}

export function countsOf(content: VisitContent): { sites: number; directives: number; toAsk: number } {
  const asked = new Set([...itemsToAsk(content), ...sitesToPlace(content)].map(({ key }) => key))
  return {
    sites: itemsOf(content, 'site').length,
    directives: itemsOf(content, 'directive').length,
    toAsk: asked.size,
  }
}

/** What other slices may know of a visit's content. */
export function toldOf(content: VisitContent): Omit<ConfirmedVisit, 'id' | 'day'> {
  const texts = (remarks: readonly Remark[]) => remarks.map((remark) => remark.text)
  const person = ({ name, titles }: { name: string; titles: string[] }) => ({ name, titles })
  const lead = itemOf(content, 'lead')
  const meeting = itemOf(content, 'meeting')
  return {
    title: titleOf(content),
    lead: lead && person(lead),
    companions: itemsOf(content, 'companion').map(({ item }) => person(item)),
    sites: itemsOf(content, 'site').map(({ item }) => ({
      name: item.name,
      seen: texts(item.seen),
      praised: texts(item.praised),
    })),
    meeting: meeting && { name: meeting.name, seen: texts(meeting.seen), praised: texts(meeting.praised) },
  }
}
