import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/figures.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { consoleMessages } from './console-messages.ts'
import { type Figure, frameRoutes } from './frame-contract.ts'
import { MonthBars } from './month-bars.tsx'
import './figures-page.css'

/** Every figure with its definition, its months, and the records that it sums. */
export default function FiguresPage() {
  const t = useTexts(consoleMessages).figures
  const figures = useQuery({
    queryKey: ['figures'],
    queryFn: ({ signal }) => call(frameRoutes.figures, { query: {}, signal }),
  })
  return (
    <Page title={t.title} lead={t.lead}>
      {figures.isError && <ProblemNotice problem={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data?.items.length === 0 && <EmptyState title={t.empty}>{t.emptyDetail}</EmptyState>}
      <ul className="figures" aria-busy={figures.isPending || undefined}>
        {figures.data?.items.map((figure) => (
          <OneFigure key={figure.name} figure={figure} />
        ))}
      </ul>
    </Page>
  )
}

function OneFigure({ figure }: { figure: Figure }) {
  const t = useTexts(consoleMessages).figures
  const language = useLanguage()
  const { title, value, unit, definition, href, records, trend } = figure
  return (
    <li className="figure-row">
      <div className="figure-number">
        <h2>{title}</h2>
        <p className="figure-value">
          {formatNumber(value, language)} <span className="figure-unit">{unit}</span>
        </p>
      </div>
      <MonthBars title={t.trend(title)} trend={trend} unit={unit} />
      <div className="figure-words">
        <p>{definition}</p>
        {href && <Link to={href}>{t.open(formatNumber(records, language))}</Link>}
      </div>
    </li>
  )
}
