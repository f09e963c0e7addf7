import { call } from '#platform/contracts/call.ts'
import type { ResponseOf } from '#platform/contracts/route.ts'
import { eventRoutes } from '#platform/events/event-contract.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { RecordLink } from '#ui/record-link.tsx'
import { personMessages } from '../person-messages.ts'

type LedgerRow = ResponseOf<typeof eventRoutes.ledger>['items'][number]

/** Everything that was done in the county, the newest first: who, on whose behalf, when, what, about what. */
export default function LedgerPage() {
  const t = useTexts(personMessages).ledger
  const columns: Column<LedgerRow>[] = [
    {
      key: 'at',
      title: t.at,
      width: '13em',
      card: 'plain',
      render: (row) => <Moment at={row.at} year />,
    },
    {
      key: 'what',
      title: t.what,
      main: true,
      render: (row) => (row.assisted ? t.assisted(row.what) : row.what),
    },
    {
      key: 'about',
      title: t.about,
      width: '32%',
      render: ({ about }) =>
        about ? (
          <RecordLink title={about.title} href={about.href} subtitle={about.subtitle} />
        ) : (
          <span className="faint">{t.hidden}</span>
        ),
    },
    {
      key: 'who',
      title: t.who,
      width: '8em',
      card: 'plain',
      render: ({ person }) => person?.name ?? t.system,
    },
    {
      key: 'behalf',
      title: t.onBehalf,
      width: '20%',
      card: 'plain',
      render: (row) => row.organisation?.name,
    },
  ]
  return (
    <Page title={t.title} lead={t.intro}>
      <DataList
        label={t.label}
        queryKey={['ledger']}
        load={({ after, signal }: { after: number | undefined; signal: AbortSignal }) =>
          call(eventRoutes.ledger, { query: { before: after }, signal })
        }
        rowKey={(row) => row.id}
        rowTitle={(row) => row.what}
        columns={columns}
        empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      />
    </Page>
  )
}
