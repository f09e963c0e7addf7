import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Problem } from '#platform/http/problem.ts'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { Desk } from './desk/desk.tsx'
import { visitQuery } from './visit-queries.ts'
import { VisitRecord } from './visit-record.tsx'

/** One visit: the reader's desk for whoever may still correct it, else the record as it stands. */
export default function VisitPage() {
  const t = useTexts(visitDeskMessages)
  const { visit = '' } = useParams()
  const found = useQuery(visitQuery(visit))
  if (found.data) {
    return found.data.actions.includes('correct') ? (
      <Desk key={visit} visit={found.data} />
    ) : (
      <VisitRecord key={visit} visit={found.data} />
    )
  }
  if (found.error instanceof Problem && found.error.status === 404) throw found.error
  return (
    <Page title={t.list.one} breadcrumbs={[{ title: t.list.title, href: '/visits' }]} width="text">
      {found.isError ? (
        <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <p className="faint">{t.loading}</p>
      )}
    </Page>
  )
}
