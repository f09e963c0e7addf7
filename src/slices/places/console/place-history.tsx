import { useQuery } from '@tanstack/react-query'
import { useTexts } from '#ui/language.ts'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { placePageMessages } from '../place-page-messages.ts'
import { historyQuery, type PlaceHistory as History } from './place-queries.ts'

/** What was changed of a place, by whom, from what to what; the newest first. */
export function PlaceHistory({ place }: { place: string }) {
  const page = useTexts(placePageMessages)
  const history = useQuery(historyQuery(place))
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
            {row.person && <span className="faint place-person"> {row.person.name}</span>}
          </>
        ),
        children: told(row) && <Told row={row} />,
      }))}
    />
  )
}

type Row = History[number]

const told = (row: Row) => row.text !== null || (row.changes.length > 0 && row.name !== 'place.added')

function Told({ row }: { row: Row }) {
  const page = useTexts(placePageMessages)
  return (
    <>
      {row.text !== null && <p>{row.text}</p>}
      {row.changes.length > 0 && (
        <dl className="place-changes">
          {row.changes.map(({ item, before, after }) => (
            <div key={item}>
              <dt>{item}</dt>
              <dd>
                <span className="place-before">{before ?? page.nothing}</span>
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
