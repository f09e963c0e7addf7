import { ProblemNotice } from './problem-notice.tsx'
import { Timeline } from './timeline.tsx'
import './change-history.css'

/** What happened to a record, in words: the event, who, and each item with what it was and what it became. */
interface HistoryRow {
  id: string
  at: string
  name: string
  what: string
  person: { name: string } | null
  organisation: { name: string } | null
  text: string | null
  changes: { item: string; before: string | null; after: string | null }[]
}

interface ChangeHistoryProps {
  /** The question that brings the rows, the newest first. */
  history: { data?: { items: HistoryRow[] }; error: Error | null; refetch: () => unknown }
  /** The event that made the record: what it was given then stands on the page and is not told again. */
  began: string
  texts: { historyOf: string; system: string; nothing: string; loading: string }
}

/** What was changed of a record, by whom, from what to what. */
export function ChangeHistory({ history, began, texts }: ChangeHistoryProps) {
  if (history.error) return <ProblemNotice problem={history.error} onRetry={() => void history.refetch()} />
  if (!history.data) return <p className="faint">{texts.loading}</p>
  return (
    <Timeline
      label={texts.historyOf}
      rows={history.data.items.map((row) => ({
        id: row.id,
        at: row.at,
        organisation: row.organisation?.name ?? texts.system,
        title: (
          <>
            {row.what}
            {row.person && <span className="faint change-person"> {row.person.name}</span>}
          </>
        ),
        children: (row.text !== null || (row.changes.length > 0 && row.name !== began)) && (
          <Told row={row} nothing={texts.nothing} />
        ),
      }))}
    />
  )
}

function Told({ row, nothing }: { row: HistoryRow; nothing: string }) {
  return (
    <>
      {row.text !== null && <p>{row.text}</p>}
      {row.changes.length > 0 && (
        <dl className="changes">
          {row.changes.map(({ item, before, after }) => (
            <div key={item}>
              <dt>{item}</dt>
              <dd>
                <span className="change-before">{before ?? nothing}</span>
                <span aria-hidden="true"> → </span>
                <span>{after ?? nothing}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
