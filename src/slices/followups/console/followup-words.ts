import type { Language } from '#platform/i18n/messages.ts'
import { dayInWords } from '#ui/day.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import type { Followup, FollowupRow } from './followup-queries.ts'

type Place = FollowupRow['places'][number]

/** Where it was said: 县中医医院、座谈会. At most `most` by name, the rest as a number. */
export function placesInWords(places: readonly Place[], language: Language, most = 2): string {
  const t = followupPageMessages[language].place
  const names = places.map(({ kind, name }) => (kind === 'site' ? name : name || t[kind]))
  const shown = names.slice(0, most).join(t.and)
  return names.length > most ? `${shown} ${t.more(names.length)}`.trim() : shown
}

/** Under the directive in the list: 县中医医院 · 李蓉. */
export function saidShortly({ places, saidBy }: FollowupRow, language: Language): string {
  return followupPageMessages[language].said(placesInWords(places, language), saidBy ?? '')
}

/** Under the quotation: the day, the places in full, who said it with their titles. */
export function saidInFull(followup: Followup, language: Language): string {
  const t = followupPageMessages[language].saidIn
  const { saidOn, places, saidBy, saidAs } = followup
  const where = placesInWords(places, language, 20)
  return t.line(
    saidOn ? dayInWords(saidOn, language) : '',
    where && t.places(where),
    saidBy ? t.by(saidAs ?? '', saidBy) : '',
  )
}

/** English sentences of the server begin small, as they stand inside a row; on their own they begin large. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
