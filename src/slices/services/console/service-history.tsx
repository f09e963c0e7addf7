import { useQuery } from '@tanstack/react-query'
import { ChangeHistory } from '#ui/change-history.tsx'
import { useTexts } from '#ui/language.ts'
import { servicePageMessages } from '../service-page-messages.ts'
import { historyQuery } from './service-queries.ts'

/** What was changed of a card and who checked it; the newest first. */
export function ServiceHistory({ service }: { service: string }) {
  return (
    <ChangeHistory
      history={useQuery(historyQuery(service))}
      began="service.added"
      texts={useTexts(servicePageMessages)}
    />
  )
}
