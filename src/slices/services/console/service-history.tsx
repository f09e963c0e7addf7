import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { servicePageMessages } from '../service-page-messages.ts'
import { historyQuery, type ServiceHistory as History } from './service-queries.ts'

/** What was changed of a card and who checked it; the newest first. */
export function ServiceHistory({ service }: { service: string }) {
  const page = useTexts(servicePageMessages)
  const history = useQuery(historyQuery(service))
  if (history.isError) return <ProblemNotice problem={history.error} onRetry={() => void history.refetch()} />
  if (!history.data) return <p className="faint">{page.loading}</p>
  return (
    <Timeline
      label={page.historyOf}
      rows={history.data.items.map((row) => ({
        id: row.id,
        at: row.at,
        organisation: row.organisation?.name ?? page.system,
        title: (
          <>
            {row.what}
            {row.person && <span className="faint service-person"> {row.person.name}</span>}
          </>
        ),
        children: told(row) && <Told row={row} />,
      }))}
    />
  )
}

type Row = History[number]

const told = (row: Row) => row.text !== null || (row.changes.length > 0 && row.name !== 'service.added')

function Told({ row }: { row: Row }) {
  const page = useTexts(servicePageMessages)
  return (
    <>
      {row.text !== null && <p>{row.text}</p>}
      {row.changes.length > 0 && (
        <dl className="service-changes">
          {row.changes.map(({ item, before, after }) => (
            <div key={item}>
              <dt>{item}</dt>
              <dd>
                <span className="service-before">{before ?? page.nothing}</span>
                <span aria-hidden="true"> → </span>
                <span>{after ?? page.nothing}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
