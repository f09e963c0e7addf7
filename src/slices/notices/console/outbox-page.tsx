import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import { channelNames } from '#platform/notify/channel.ts'
import { anyText, oneOf, useAddressFilters } from '#ui/address-filters.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterSentence } from '#ui/filter-sentence.tsx'
import { useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { outboxStates } from '../notice.ts'
import { noticeRoutes } from '../notice-contract.ts'
import { noticeMessages } from '../notice-messages.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { DeliveryLamp } from './delivery-lamp.tsx'
import { channelsQuery, noticesKey, type OutboxRow } from './notice-queries.ts'
import './notices.css'

const schema = {
  channel: oneOf(...channelNames),
  template: anyText(80),
  state: oneOf(...outboxStates),
}

const mostCounted = 10_000

/** Every notice and every way that it went, the newest first; in a demo, what would have been sent. */
export default function OutboxPage() {
  const t = useTexts(noticeMessages)
  const page = useTexts(noticePageMessages)
  const filters = useAddressFilters(schema)
  const about = useQuery(channelsQuery).data
  const option = (value: string, label: string) => ({ value, label })
  const choices = {
    channel: {
      label: page.channel,
      any: page.anyChannel,
      options: channelNames.map((name) => option(name, t.channels[name])),
    },
    template: {
      label: page.template,
      any: page.anyTemplate,
      options: (about?.templates ?? []).map(({ name, label }) => option(name, label)),
    },
    state: {
      label: page.state,
      any: page.anyState,
      options: outboxStates.map((state) => option(state, t.states[state])),
    },
  }
  return (
    <Page title={page.outbox} lead={page.outboxLead}>
      {about?.held && <p className="notice-held">{page.held}</p>}
      <FilterSentence filters={filters} sentence={page.filterSentence} choices={choices} />
      <DataList
        label={page.outbox}
        queryKey={[...noticesKey, 'outbox', filters.values]}
        load={({ after, signal }) =>
          call(noticeRoutes.outbox, { query: { ...filters.values, after }, signal })
        }
        countedTo={mostCounted}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.label}
        href={(row) => `/notices/${row.notice}`}
        columns={useColumns()}
        empty={
          filters.count > 0 ? (
            <EmptyState title={page.none}>{page.noneHint}</EmptyState>
          ) : (
            <EmptyState title={page.empty}>{page.emptyHint}</EmptyState>
          )
        }
      />
    </Page>
  )
}

function useColumns(): Column<OutboxRow>[] {
  const t = useTexts(noticeMessages)
  const page = useTexts(noticePageMessages)
  return [
    { key: 'label', title: page.template, main: true, render: (row) => row.label },
    {
      key: 'recipient',
      title: page.recipient,
      width: '20%',
      render: ({ recipient, organisation }) => (
        <>
          {recipient ?? page.nobody}
          {organisation && <span className="notice-faint">{organisation.name}</span>}
        </>
      ),
    },
    {
      key: 'channel',
      title: page.channel,
      width: '20%',
      card: 'plain',
      render: ({ channel, address }) => (
        <>
          {t.channels[channel]}
          {address && <span className="notice-faint">{address}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: page.state,
      width: '24%',
      card: 'plain',
      render: ({ state, reason }) => (
        <>
          <DeliveryLamp state={state} />
          {reason && <span className="notice-faint">{reason}</span>}
        </>
      ),
    },
    { key: 'at', title: page.time, width: '11em', card: 'plain', render: ({ at }) => <Moment at={at} /> },
  ]
}
