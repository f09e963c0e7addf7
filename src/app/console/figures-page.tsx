import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { factRoutes } from '#platform/facts/fact-contract.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { consoleMessages } from './console-messages.ts'
import './figures-page.css'

/** Every figure that this person may see, with what it counts; each opens its months and its records. */
export default function FiguresPage() {
  const t = useTexts(consoleMessages).figures
  const language = useLanguage()
  const figures = useQuery({
    queryKey: ['figures'],
    queryFn: ({ signal }) => call(factRoutes.figures, { query: {}, signal }),
  })
  return (
    <Page title={t.title} lead={t.lead}>
      {figures.isError && <ProblemNotice problem={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data?.items.length === 0 && <EmptyState title={t.empty}>{t.emptyDetail}</EmptyState>}
      <ul className="figures" aria-busy={figures.isPending || undefined}>
        {figures.data?.items.map(({ fact, title, total, unit, definition, records }) => (
          <li key={fact} className="figure-row">
            <div>
              <h2>{title}</h2>
              <p className="figure-value">
                {formatNumber(total, language)} <span className="figure-unit">{unit}</span>
              </p>
            </div>
            <div className="figure-words">
              <p>{definition}</p>
              <Link to={`/figures/${fact}`}>{t.open(records, formatNumber(records, language))}</Link>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
