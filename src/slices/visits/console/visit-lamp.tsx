import { Lamp } from '#ui/lamp.tsx'
import { useTexts } from '#ui/language.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import type { VisitRow } from './visit-queries.ts'

/** How many places of a draft are left to look at. */
export function leftToAsk({ counts, date }: Pick<VisitRow, 'counts' | 'date'>): number {
  // A year that is missing is asked for too, however sure the reader is of the day.
  return counts.toAsk + (date?.startsWith('--') ? 1 : 0)
}

/** How a visit stands: to confirm (with what is left to look at), confirmed, set aside. */
export function VisitLamp({ visit }: { visit: Pick<VisitRow, 'state' | 'counts' | 'date'> }) {
  const t = useTexts(visitDeskMessages)
  const { state } = visit
  const toAsk = leftToAsk(visit)
  if (state === 'confirmed') return <Lamp state="done" word={t.states.confirmed} />
  if (state === 'dismissed') return <Lamp state="none" word={t.states.dismissed} />
  const word = toAsk > 0 ? `${t.states.draft}${t.list.toAsk(toAsk)}` : t.states.draft
  return <Lamp state={toAsk > 0 ? 'near' : 'waiting'} word={word} />
}
