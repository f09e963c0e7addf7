import { ReadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { suggestionRoutes } from '../name-suggestion-contract.ts'
import { suggestionMessages } from '../name-suggestion-messages.ts'
import { visitStates } from '../visit.ts'
import { visitRoutes } from '../visit-contract.ts'
import { visitDeskMessages } from '../visit-desk-messages.ts'
import { namesKey } from './names/name-queries.ts'
import { LinkButton } from './link-button.tsx'
import { useMay } from './signed-in.ts'
import { visitDayInWords } from './visit-day.ts'
import { type VisitRow, visitsKey } from './visit-queries.ts'
import { VisitLamp } from './visit-lamp.tsx'
import './visits-page.css'

const schema = { state: oneOf(...visitStates), q: anyText(100) }

/** All visits, the newest first. */
export default function VisitsPage() {
  const t = useTexts(visitDeskMessages)
  const language = useLanguage()
  const filters = useAddressFilters(schema)
  const columns: Column<VisitRow>[] = [
    {
      key: 'title',
      title: t.list.report,
      main: true,
      render: (row) => <span lang="zh-Hans">{row.title}</span>,
    },
    {
      key: 'day',
      title: t.list.day,
      width: language === 'zh' ? '13em' : '10em',
      render: (row) => <span className="figure visit-day">{visitDayInWords(row.date, language, t.day)}</span>,
    },
    {
      key: 'lead',
      title: t.list.lead,
      width: '6em',
      render: (row) => (
        <span lang="zh-Hans">{row.lead ?? <span className="faint">{t.list.noLead}</span>}</span>
      ),
    },
    {
      key: 'counts',
      title: t.list.holds,
      width: language === 'zh' ? '11em' : '13em',
      card: 'plain',
      render: ({ counts }) => (
        <span className="figure">{t.list.counts(counts.sites, counts.directives)}</span>
      ),
    },
    {
      key: 'state',
      title: t.list.state,
      width: language === 'zh' ? '11em' : '13em',
      card: 'plain',
      render: (row) => <VisitLamp visit={row} />,
    },
  ]
  const searching = filters.count > 0
  const mayRead = useMay('visit.record')
  const read = (main: boolean) => (
    <LinkButton to="/visits/new" main={main} icon={<ReadOutlined aria-hidden="true" />}>
      {t.read.title}
    </LinkButton>
  )
  return (
    <Page title={t.list.title} lead={<Lead />} actions={mayRead && read(true)}>
      <FilterSentence
        filters={filters}
        sentence={t.list.sentence}
        choices={{
          state: {
            label: t.list.state,
            any: t.list.anyState,
            options: visitStates.map((value) => ({ value, label: t.states[value] })),
          },
        }}
        search={{ filter: 'q', label: t.list.search }}
      />
      <DataList
        label={t.list.title}
        queryKey={[...visitsKey, 'list', filters.values]}
        load={({ after, signal }) => call(visitRoutes.list, { query: { ...filters.values, after }, signal })}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.title}
        href={(row) => `/visits/${row.id}`}
        columns={columns}
        empty={
          searching ? (
            <EmptyState title={t.list.noneFound}>{t.list.noneFoundHint}</EmptyState>
          ) : (
            <EmptyState title={t.list.empty} action={mayRead && read(false)}>
              {t.list.emptyHint}
            </EmptyState>
          )
        }
      />
    </Page>
  )
}

/** What the page is for, and that names wait for somebody, where they do. */
function Lead() {
  const t = useTexts(visitDeskMessages)
  const names = useTexts(suggestionMessages)
  const waiting = useQuery({
    queryKey: [...namesKey, 'waiting'],
    enabled: useMay('name-suggestion.decide'),
    queryFn: ({ signal }) => call(suggestionRoutes.list, { query: { limit: 1 }, signal }),
  }).data?.total
  return (
    <>
      {t.list.lead2}
      {waiting ? (
        <>
          {' '}
          <Link to="/names" className="visits-waiting">
            {names.waiting(waiting)}
          </Link>
        </>
      ) : null}
    </>
  )
}
