import { dayInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { organisationMessages } from '../organisation-messages.ts'
import type { OrganisationRow } from './organisation-queries.ts'

/** How an organisation of a list stands: closed since when, else how many stand below it. */
export function OrganisationState({ row }: { row: OrganisationRow }) {
  const t = useTexts(organisationMessages)
  const language = useLanguage()
  return (
    <span className="faint">
      {row.closedOn
        ? t.closed(dayInWords(row.closedOn, language))
        : row.children > 0 && t.below(row.children)}
    </span>
  )
}
