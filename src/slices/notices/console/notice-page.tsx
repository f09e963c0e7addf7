import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { Link, useParams } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { momentInWords } from '#ui/day.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { useOpenForm } from '#ui/open-form.ts'
import { Page, Section } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { QuotedText } from '#ui/quoted-text.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { longest } from '../notice.ts'
import { noticeRoutes } from '../notice-contract.ts'
import { noticeMessages } from '../notice-messages.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { DeliveryLamp } from './delivery-lamp.tsx'
import { noticeQuery, type NoticeShown, type OutboxRow } from './notice-queries.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** One notice: whom it is for, what it says to whom it concerns, and what came of each way. */
export default function NoticePage() {
  const page = useTexts(noticePageMessages)
  const { notice = '' } = useParams()
  const found = useQuery(noticeQuery(notice))
  if (found.data) return <Shown key={notice} notice={found.data} />
  return (
    <Page title={page.notice} breadcrumbs={[{ title: page.outbox, href: '/notices' }]} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
    </Page>
  )
}

function Shown({ notice }: { notice: NoticeShown }) {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const form = useOpenForm(['bounced'])
  const { label, recipient, organisation, urgency, at, readAt, about, words, cleared, deliveries, alarm } =
    notice
  const lead = [
    recipient ?? page.nobody,
    organisation?.name,
    page.urgency[urgency],
    momentInWords(at, language),
  ]
  const returned = deliveries.find(({ id }) => id === form.of)
  const onPage = deliveries.some(({ channel }) => channel === 'page')
  return (
    <Page
      title={label}
      lead={lead.filter(Boolean).join(' · ')}
      breadcrumbs={[{ title: page.outbox, href: '/notices' }]}
      width="text"
    >
      {alarm && <Alarm alarm={alarm} />}
      {form.open === 'bounced' && returned && <Bounced delivery={returned} onClose={form.close} />}
      <Section title={page.words}>
        {words ? (
          <QuotedText>
            <strong>{words.title}</strong>
            <p className="notice-words">{words.body}</p>
          </QuotedText>
        ) : (
          <p className="faint">{cleared ? page.wordsCleared : page.wordsHidden}</p>
        )}
        {about && (
          <p>
            {page.about}: <Link to={about.href}>{about.title}</Link>
          </p>
        )}
      </Section>
      <Section title={page.deliveries}>
        <ul className="notice-rows">
          {deliveries.map((delivery) => (
            <Delivery
              key={delivery.id}
              delivery={delivery}
              onBounced={() => form.show('bounced', delivery.id)}
            />
          ))}
        </ul>
        {onPage && (
          <p className="faint">{readAt ? page.read(momentInWords(readAt, language)) : page.unread}</p>
        )}
      </Section>
    </Page>
  )
}

function Alarm({ alarm }: { alarm: NonNullable<NoticeShown['alarm']> }) {
  const page = useTexts(noticePageMessages)
  const by = alarm.person && page.answeredBy(alarm.person)
  return (
    <p className="notice-held">
      {page.alarms}: {alarm.reason}
      {alarm.answer && (
        <span className="notice-faint">
          {[page.answeredAs[alarm.answer], alarm.note, by].filter(Boolean).join(' · ')}
        </span>
      )}
    </p>
  )
}

function Delivery({ delivery, onBounced }: { delivery: OutboxRow; onBounced: () => void }) {
  const t = useTexts(noticeMessages)
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const { id, channel, address, state, reason, note, attempts, dueAt, endedAt, actions } = delivery
  const again = useNoticeDeed(() => call(noticeRoutes.again, { params: { delivery: id } }), page.againDone)
  const when =
    state === 'waiting' && channel !== 'call'
      ? page.dueAt(momentInWords(dueAt, language))
      : endedAt && momentInWords(endedAt, language)
  const facts = [reason, note, attempts > 1 && page.attempts(attempts), when]
  return (
    <li className="notice-row">
      <h3>
        {t.channels[channel]}
        {address && <span className="notice-faint">{address}</span>}
      </h3>
      <DeliveryLamp state={state} />
      <span className="notice-faint">{facts.filter(Boolean).join(' · ')}</span>
      {actions.length > 0 && (
        <div className="notice-deeds">
          {actions.includes('again') && (
            <Button onClick={() => again.mutate(undefined)} loading={again.isPending}>
              {page.again}
            </Button>
          )}
          {actions.includes('bounced') && <Button onClick={onBounced}>{page.bounced}</Button>}
        </div>
      )}
      {again.isError && <ProblemNotice problem={again.error} />}
    </li>
  )
}

function Bounced({ delivery, onClose }: { delivery: OutboxRow; onClose: () => void }) {
  const page = useTexts(noticePageMessages)
  const [form] = Form.useForm<{ note: string }>()
  const report = useNoticeDeed(
    (body: { note: string }) => call(noticeRoutes.bounced, { params: { delivery: delivery.id }, body }),
    page.bouncedDone,
    onClose,
  )
  return (
    <RecordForm
      title={page.bounced}
      lead={<p>{page.bouncedLead}</p>}
      form={form}
      action={page.bounced}
      danger
      busy={report.isPending}
      problem={report.error}
      onSend={report.mutate}
      onClose={onClose}
    >
      <LineField name="note" label={page.bouncedNote} longest={longest.note} first />
    </RecordForm>
  )
}
