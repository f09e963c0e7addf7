import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { factRoutes } from '#platform/facts/fact-contract.ts'
import { oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Day, today } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Count, formatNumber } from '#ui/figures.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { consoleMessages } from './console-messages.ts'
import { MonthBars } from './month-bars.tsx'
import { monthSpan } from './month-span.ts'
import { periodOf, periods } from './period.ts'
import { kinds } from './record-kinds.ts'
import './figures-page.css'

type Summed = ResponseOf<typeof factRoutes.records>['items'][number]

const schema = { period: oneOf(...periods) }

/** One figure: the number, its months, what it counts in one sentence, and every record that it sums. */
export default function FigurePage() {
  const t = useTexts(consoleMessages).figures
  const language = useLanguage()
  const { fact = '' } = useParams()
  const filters = useAddressFilters(schema)
  const query = periodOf(filters.values.period, today())
  const figure = useQuery({
    queryKey: ['figure', fact, query],
    queryFn: ({ signal }) => call(factRoutes.figure, { params: { fact }, query, signal }),
    placeholderData: (before) => before,
  })
  const crumbs = [{ title: t.title, href: '/figures' }]
  if (figure.isError) {
    return (
      <Page title={t.title} breadcrumbs={crumbs}>
        <ProblemNotice problem={figure.error} onRetry={() => void figure.refetch()} />
      </Page>
    )
  }
  if (!figure.data) return null
  const { title, definition, unit, total, records, months } = figure.data

  const columns: Column<Summed>[] = [
    { key: 'day', title: t.day, width: '9em', card: 'plain', render: ({ day }) => <Day day={day} /> },
    {
      key: 'record',
      title: t.record,
      main: true,
      render: ({ record }) => (
        <>
          {record.title}
          {record.subtitle && <span className="figure-subtitle">{record.subtitle}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      title: t.kind,
      width: '8em',
      card: 'plain',
      render: ({ record }) => <span className="faint">{kinds[record.kind]?.label[language]}</span>,
    },
    {
      key: 'amount',
      title: `${t.amount} (${unit})`,
      width: '11em',
      numeric: true,
      render: ({ amount }) => <Count value={amount} />,
    },
  ]

  return (
    <Page title={title} lead={definition} breadcrumbs={crumbs}>
      <FilterSentence
        filters={filters}
        sentence={t.sentence}
        choices={{ period: { label: t.period, any: t.everything, options: t.periods } }}
      />
      <div className="figure-one">
        <p className="figure-value">
          {formatNumber(total, language)} <span className="figure-unit">{unit}</span>
        </p>
        <MonthBars
          title={t.trend(title)}
          trend={monthSpan(months, (query.to ?? today()).slice(0, 7))}
          unit={unit}
        />
      </div>
      <Section title={t.records(records, formatNumber(records, language))}>
        <DataList
          label={t.records(records, formatNumber(records, language))}
          queryKey={['figure-records', fact, query]}
          load={({ after, signal }) =>
            call(factRoutes.records, { params: { fact }, query: { ...query, after }, signal })
          }
          rowKey={({ day, record }) => `${day} ${record.id}`}
          rowTitle={({ record }) => record.title}
          href={({ record }) => record.href}
          columns={columns}
          empty={<EmptyState title={t.empty}>{t.emptyDetail}</EmptyState>}
        />
      </Section>
    </Page>
  )
}
