import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#platform/contracts/call.ts'
import { dayInWords, momentInWords, today } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { noticeRoutes } from '../notice-contract.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { type CallShown, callsQuery } from './notice-queries.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** Whom a person has to call or to go and see, with what to say. Printed, each has a line to sign. */
export default function CallsPage() {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const found = useQuery(callsQuery)
  const calls = found.data?.items ?? []
  const print = (
    <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
      {page.print}
    </Button>
  )
  return (
    <Page title={page.calls} lead={page.callsLead} width="text" actions={calls.length > 0 && print}>
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && calls.length === 0 && (
        <EmptyState title={page.callsNone}>{page.callsNoneHint}</EmptyState>
      )}
      <p className="notice-sign">{page.printed(dayInWords(today(), language, ''))}</p>
      <ul className="notice-rows">
        {calls.map((one) => (
          <Call key={one.id} one={one} />
        ))}
      </ul>
    </Page>
  )
}

type Outcome = 'told' | 'not-reached' | 'given-up'

function Call({ one }: { one: CallShown }) {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const { id, name, post, organisation, phone, title, body, reason, attempts, note, at } = one
  const done = useNoticeDeed(
    (outcome: Outcome) => call(noticeRoutes.called, { params: { delivery: id }, body: { outcome } }),
    page.noted,
  )
  const facts = [reason, momentInWords(at, language), attempts > 0 && page.attempts(attempts), note]
  return (
    <li className="notice-row">
      <h2>
        {name} <span className="faint">{[post, organisation?.name].filter(Boolean).join(' · ')}</span>
      </h2>
      <p>{phone ? <a href={`tel:${phone.replace(/[\s-]/g, '')}`}>{phone}</a> : page.noPhone}</p>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="notice-words">{body}</p>
      <span className="notice-faint">{facts.filter(Boolean).join(' · ')}</span>
      <p className="notice-sign">
        □ {page.told}　{page.toldBy}：____________________
      </p>
      <div className="notice-deeds">
        <Button
          onClick={() => done.mutate('told')}
          loading={done.isPending}
          aria-label={`${page.told}: ${name}`}
        >
          {page.told}
        </Button>
        <Button onClick={() => done.mutate('not-reached')} aria-label={`${page.notReached}: ${name}`}>
          {page.notReached}
        </Button>
        <Button onClick={() => done.mutate('given-up')} aria-label={`${page.giveUp}: ${name}`}>
          {page.giveUp}
        </Button>
      </div>
      {done.isError && <ProblemNotice problem={done.error} />}
    </li>
  )
}
