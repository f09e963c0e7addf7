import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { Day } from '#ui/day.tsx'
import { useTexts } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { knownRoutes } from '../known-contract.ts'
import type { KnownRef } from '../visit.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { visitsKey } from './visit-queries.ts'
import './came-here.css'

const atOnce = 10

/** The confirmed visits that came to a place or an organisation, on its own page, the last one first. */
export function CameHere({ kind, id: known }: KnownRef) {
  const t = useTexts(visitDeskMessages)
  const visits = useInfiniteQuery({
    queryKey: [...visitsKey, 'came-to', kind, known],
    queryFn: ({ pageParam, signal }) =>
      call(knownRoutes.visits, {
        params: { kind, known },
        query: { limit: atOnce, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = visits.data?.pages.flatMap(({ items }) => items) ?? []
  const total = visits.data?.pages[0]?.total ?? 0
  if (!visits.isError && rows.length === 0) return null
  return (
    <Section title={t.cameHere.title(total)}>
      {visits.isError && <ProblemNotice problem={visits.error} onRetry={() => void visits.refetch()} />}
      <ul className="came-here">
        {rows.map((row) => (
          <li key={row.id}>
            <Day day={row.day} />
            <div>
              <Link to={`/visits/${row.id}`} lang="zh-Hans">
                {row.title}
              </Link>
              <p className="faint">
                {row.lead && <span lang="zh-Hans">{row.lead}</span>}
                <span>
                  {t.cameHere.writes}
                  <span lang="zh-Hans">{row.names.map((name) => `“${name}”`).join('、')}</span>
                </span>
                <span>{t.cameHere.directives(row.directives)}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {visits.hasNextPage && (
        <Button loading={visits.isFetchingNextPage} onClick={() => void visits.fetchNextPage()}>
          {t.cameHere.more}
        </Button>
      )}
    </Section>
  )
}
