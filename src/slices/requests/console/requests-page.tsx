import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Day, Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { languageOf } from '#ui/language-of.ts'
import { useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { requestKinds, requestStates } from '../request.ts'
import { requestConsoleMessages } from '../request-console-messages.ts'
import { requestRoutes } from '../request-contract.ts'
import { requestMessages } from '../request-messages.ts'
import { requestNumberInGroups } from '../request-number.ts'
import { codesQuery, type RequestRow, requestsKey } from './request-queries.ts'
import { useDemo, useMay } from './signed-in.ts'
import './requests.css'

const schema = {
  q: anyText(100),
  state: oneOf(...requestStates),
  kind: oneOf(...requestKinds),
}

const mostCounted = 10_000

/** What people sent, the newest first. */
export default function RequestsPage() {
  const t = useTexts(requestMessages)
  const page = useTexts(requestConsoleMessages)
  const filters = useAddressFilters(schema)
  const { q, state, kind } = filters.values
  const mayManage = useMay('request.manage')
  const demo = useDemo()
  return (
    <Page title={t.title} lead={<a href="/p/">{page.openPublic}</a>}>
      <FilterSentence
        filters={filters}
        sentence={page.filterSentence}
        choices={{
          state: {
            label: page.state,
            any: page.anyState,
            options: requestStates.map((value) => ({ value, label: t.states[value] })),
          },
          kind: {
            label: page.kind,
            any: page.anyKind,
            options: requestKinds.map((value) => ({ value, label: t.kinds[value] })),
          },
        }}
        search={{ filter: 'q', label: page.search }}
      />
      <DataList
        label={page.found}
        queryKey={[...requestsKey, 'list', filters.values]}
        load={({ after, signal }) =>
          call(requestRoutes.list, {
            query: { q, state: state ? [state] : undefined, kind: kind ? [kind] : undefined, after },
            signal,
          })
        }
        countedTo={mostCounted}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.text}
        href={(row) => `/requests/${row.id}`}
        columns={useColumns()}
        empty={
          filters.count > 0 ? (
            <EmptyState title={page.none}>{page.noneHint}</EmptyState>
          ) : (
            <EmptyState title={page.empty}>{page.emptyHint}</EmptyState>
          )
        }
      />
      {demo && mayManage && <Codes />}
    </Page>
  )
}

/** In the demo nobody's telephone rings: whoever tries the public pages reads the code here. */
function Codes() {
  const page = useTexts(requestConsoleMessages)
  const codes = useQuery(codesQuery).data?.items ?? []
  if (codes.length === 0) return null
  return (
    <Section title={page.codes}>
      <p className="faint">{page.codesHint}</p>
      <ul>
        {codes.map(({ phone, code, at }) => (
          <li key={at}>
            {page.codeFor(phone, code)} <Moment at={at} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useColumns(): Column<RequestRow>[] {
  const t = useTexts(requestMessages)
  const page = useTexts(requestConsoleMessages)
  return [
    {
      key: 'text',
      title: page.what,
      main: true,
      render: ({ text, about, number }) => (
        <>
          <span className="request-text" lang={languageOf(text)}>
            {text}
          </span>
          <span className="request-note">
            {[requestNumberInGroups(number), about?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'kind', title: page.kind, width: '7em', card: 'plain', render: (row) => t.kinds[row.kind] },
    {
      key: 'state',
      title: page.state,
      width: '13em',
      card: 'plain',
      render: (row) => <RequestLampShown request={row} />,
    },
    {
      key: 'owner',
      title: page.owner,
      width: '20%',
      card: 'plain',
      render: ({ owner }) => owner?.name ?? <span className="faint">{page.nobody}</span>,
    },
    {
      key: 'due',
      title: page.due,
      width: '8em',
      numeric: true,
      render: ({ dueDay, state }) => dueDay && state === 'handed-on' && <Day day={dueDay} near />,
    },
  ]
}

/** How a request stands, in words. */
export function RequestLampShown({
  request: { lamp, state },
}: {
  request: Pick<RequestRow, 'lamp' | 'state'>
}) {
  const page = useTexts(requestConsoleMessages)
  const word = lamp === 'overdue' ? page.overdue : lamp === 'near' ? page.near : page.lamps[state]
  return <Lamp state={lamp} word={word} />
}
