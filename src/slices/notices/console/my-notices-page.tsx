import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { call } from '#platform/contracts/call.ts'
import type { OutwardName } from '#platform/notify/channel.ts'
import { type Column, DataList } from '#ui/data-list.tsx'
import { Moment } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { longest } from '../notice.ts'
import { noticeRoutes } from '../notice-contract.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { addressesQuery, noticesKey, type OwnNotice } from './notice-queries.ts'
import { useSignedIn } from './signed-in.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** All that concerns the one who looks, and where else they want to be told. */
export default function MyNoticesPage() {
  const page = useTexts(noticePageMessages)
  const me = useSignedIn()
  const readAll = useNoticeDeed(() => call(noticeRoutes.read, { body: { notices: 'all' } }), page.noted)
  const readOne = useNoticeDeed(
    (id: string) => call(noticeRoutes.read, { body: { notices: [id] } }),
    page.noted,
  )
  const columns: Column<OwnNotice>[] = [
    {
      key: 'title',
      title: page.notice,
      main: true,
      render: ({ title }) => title,
    },
    {
      key: 'body',
      title: page.words,
      width: '42%',
      card: 'plain',
      render: ({ body }) => <span className="notice-words">{body}</span>,
    },
    {
      key: 'state',
      title: page.state,
      width: '12em',
      card: 'plain',
      render: ({ id, title, readAt, urgent }) =>
        readAt ? (
          <Moment at={readAt} />
        ) : (
          <>
            <Lamp state={urgent ? 'overdue' : 'waiting'} word={page.newOne} />
            <Button size="small" onClick={() => readOne.mutate(id)} aria-label={`${page.markOne}: ${title}`}>
              {page.markOne}
            </Button>
          </>
        ),
    },
    { key: 'at', title: page.time, width: '11em', card: 'plain', render: ({ at }) => <Moment at={at} /> },
  ]
  return (
    <Page
      title={page.mine}
      lead={page.mineLead}
      actions={
        <Button onClick={() => readAll.mutate(undefined)} loading={readAll.isPending}>
          {page.markAll}
        </Button>
      }
    >
      {readAll.isError && <ProblemNotice problem={readAll.error} />}
      <DataList
        label={page.mine}
        queryKey={[...noticesKey, 'mine']}
        load={({ after, signal }) => call(noticeRoutes.mine, { query: { after }, signal })}
        rowKey={(row) => row.id}
        rowTitle={(row) => row.title}
        href={(row) => row.about?.href ?? '/my-notices'}
        columns={columns}
        empty={<EmptyState title={page.mineNone}>{page.mineNoneHint}</EmptyState>}
      />
      {me && <Addresses person={me.id} />}
    </Page>
  )
}

function Addresses({ person }: { person: string }) {
  const page = useTexts(noticePageMessages)
  const found = useQuery(addressesQuery(person))
  return (
    <Section title={page.addresses}>
      <p className="faint">{page.addressesLead}</p>
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.map((item) => (
        <Address key={`${item.channel} ${item.address}`} person={person} item={item} />
      ))}
    </Section>
  )
}

interface AddressProps {
  person: string
  item: { channel: OutwardName; address: string | null; open: boolean; stopped: string | null }
}

function Address({ person, item }: AddressProps) {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const { channel, address, open, stopped } = item
  const save = useNoticeDeed(
    ({ given }: { given: string }) =>
      call(noticeRoutes.setAddress, {
        params: { person, channel },
        body: { address: given || null, language },
      }),
    page.saved,
  )
  const hint = stopped ? page.stopped(stopped) : open ? undefined : page.notOpen
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ given: address ?? '' }}
      onFinish={save.mutate}
    >
      <Form.Item name="given" label={page.addressLabels[channel]} extra={hint} htmlFor={`address-${channel}`}>
        <Input
          id={`address-${channel}`}
          maxLength={longest.address}
          autoComplete="off"
          style={{ maxWidth: 420 }}
        />
      </Form.Item>
      {save.isError && <ProblemNotice problem={save.error} />}
      <Button
        htmlType="submit"
        loading={save.isPending}
        aria-label={`${page.save}: ${page.addressLabels[channel]}`}
        style={{ marginBottom: 'var(--space-4)' }}
      >
        {page.save}
      </Button>
    </Form>
  )
}
