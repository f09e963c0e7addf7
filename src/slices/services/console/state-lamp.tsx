import { dayInWords } from '#ui/day.tsx'
import { Lamp, type LampState } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import type { ServiceState } from '../service.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import type { ServiceRow } from './service-queries.ts'

const lamps: Record<ServiceState, LampState> = {
  fresh: 'ontime',
  stale: 'near',
  hidden: 'overdue',
  withdrawn: 'none',
}

type Standing = Pick<ServiceRow, 'state' | 'checkedOn' | 'staleOn' | 'hiddenOn' | 'withdrawnAt'>

/** How a card stands today, and since which day. */
export function StateLamp({ service }: { service: Standing }) {
  const page = useTexts(servicePageMessages)
  const language = useLanguage()
  const { state, checkedOn, staleOn, hiddenOn, withdrawnAt } = service
  const day = (one: string) => dayInWords(one, language)
  const words: Record<ServiceState, string> = {
    fresh: page.checkedOn(day(checkedOn)),
    stale: page.staleSince(day(staleOn)),
    hidden: page.hiddenSince(day(hiddenOn)),
    withdrawn: page.withdrawnOn(day(chinaDay(withdrawnAt ?? checkedOn))),
  }
  return <Lamp state={lamps[state]} word={words[state]} />
}

/** The day in China at a moment: what an office means by the day of a deed. */
export function chinaDay(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
}
