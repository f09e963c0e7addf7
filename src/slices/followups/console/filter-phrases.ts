import type { Language } from '#platform/i18n/messages.ts'
import { dayInWords } from '#ui/day.tsx'
import { followupPageMessages } from '../followup-page-messages.ts'
import type { Filters } from './filter-address.ts'

/** One thing that the sentence says: which filter, and its words. */
export interface Phrase {
  filter: FilterName
  words: string
}

/** The filters that the sentence names; both ends of the due day are one. */
export const filterNames = [
  'lamp',
  'state',
  'lead',
  'supporting',
  'mine',
  'visit',
  'force',
  'kind',
  'theme',
  'due',
] as const
export type FilterName = (typeof filterNames)[number]

/** What the page knows of the records that the address points at; a name that is still on its way is left out. */
export interface KnownNames {
  organisations: ReadonlyMap<string, string>
  visits: ReadonlyMap<string, { title: string; day: string | null }>
}

/** The filters as the phrases of a sentence: 超期的、由县总工会牵头的; overdue, led by the union. */
export function phrasesOf(filters: Filters, names: KnownNames, language: Language, now?: string): Phrase[] {
  const t = followupPageMessages[language].filter
  const either = (words: string[]) => words.join(t.or)
  const organisations = (ids: string[]) =>
    either(ids.map((id) => names.organisations.get(id) ?? t.someOrganisation))
  const day = (text: string) => dayInWords(text, language, now)
  const { lamp, state, lead, supporting, visit, force, kind, theme } = filters
  const words: Record<FilterName, string | false | undefined> = {
    lamp: lamp && t.of(either(lamp.map((one) => t.lamps[one]))),
    state: state && t.of(either(state.map((one) => t.states[one]))),
    lead: lead && t.led(organisations(lead)),
    supporting: supporting && t.supported(organisations(supporting)),
    mine: filters.mine && t.mine,
    visit: visit && visitPhrase(names.visits.get(visit), language, day),
    force: force && t.force(either(force.map((one) => followupPageMessages[language].force[one]))),
    kind: kind && t.of(followupPageMessages[language].kind[kind]),
    theme: theme && t.theme(theme),
    due: duePhrase(filters, language, day),
  }
  return filterNames.flatMap((filter) => (words[filter] ? [{ filter, words: words[filter] }] : []))
}

type InWords = (day: string) => string

function visitPhrase(
  visit: { title: string; day: string | null } | undefined,
  language: Language,
  day: InWords,
): string {
  const t = followupPageMessages[language].filter
  if (!visit) return t.fromVisitNamed(t.someVisit)
  return visit.day ? t.fromVisit(day(visit.day)) : t.fromVisitNamed(visit.title)
}

function duePhrase(filters: Filters, language: Language, day: InWords): string | undefined {
  const t = followupPageMessages[language].filter
  const { due_from: from, due_to: to } = filters
  if (from && to) return from === to ? t.dueOn(day(from)) : t.dueBetween(day(from), day(to))
  if (from) return t.dueFrom(day(from))
  return to && t.dueTo(day(to))
}
