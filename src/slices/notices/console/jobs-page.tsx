import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { noticeRoutes } from '../notice-contract.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { deadJobsQuery } from './notice-queries.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** Work that failed for good, until somebody lets it be tried again or drops it. */
export default function JobsPage() {
  const page = useTexts(noticePageMessages)
  const found = useQuery(deadJobsQuery)
  const retry = useNoticeDeed((job: string) => call(noticeRoutes.retryJob, { params: { job } }), page.retried)
  const drop = useNoticeDeed((job: string) => call(noticeRoutes.dropJob, { params: { job } }), page.dropped)
  const jobs = found.data?.items ?? []
  return (
    <Page title={page.jobs} lead={page.jobsLead} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {(retry.isError || drop.isError) && <ProblemNotice problem={retry.error ?? drop.error} />}
      {found.data && jobs.length === 0 && <EmptyState title={page.jobsNone}>{page.jobsNoneHint}</EmptyState>}
      <ul className="notice-rows">
        {jobs.map(({ id, name, attempts, error, at }) => (
          <li key={id} className="notice-row">
            <h2>{name}</h2>
            <p>{error && page.jobError(error)}</p>
            <span className="notice-faint">
              {page.jobAttempts(attempts)} · <Moment at={at} />
            </span>
            <div className="notice-deeds">
              <Button onClick={() => retry.mutate(id)} aria-label={`${page.retry}: ${name}`}>
                {page.retry}
              </Button>
              <Button onClick={() => drop.mutate(id)} aria-label={`${page.drop}: ${name}`}>
                {page.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
