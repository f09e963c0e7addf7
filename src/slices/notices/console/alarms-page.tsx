import { useQuery } from '@tanstack/react-query'
import { Button, Form, Radio } from 'antd'
import { Link } from 'react-router'
import { call } from '#platform/contracts/call.ts'
import { momentInWords } from '#ui/day.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Lamp } from '#ui/lamp.tsx'
import { useLanguage, useTexts } from '#ui/language.ts'
import { LineField } from '#ui/line-field.tsx'
import { useOpenForm } from '#ui/open-form.ts'
import { Page } from '#ui/page.tsx'
import { ProblemNotice } from '#ui/problem-notice.tsx'
import { RecordForm } from '#ui/record-form.tsx'
import { longest } from '../notice.ts'
import { noticeRoutes } from '../notice-contract.ts'
import { noticePageMessages } from '../notice-page-messages.ts'
import { type AlarmShown, alarmsQuery } from './notice-queries.ts'
import { useMayReadOutbox } from './signed-in.ts'
import { useNoticeDeed } from './use-notice-deed.ts'
import './notices.css'

/** What nobody was told of, the oldest first, until somebody says how they were told after all. */
export default function AlarmsPage() {
  const page = useTexts(noticePageMessages)
  const found = useQuery(alarmsQuery)
  const form = useOpenForm(['answer'])
  const alarms = found.data?.items ?? []
  const asked = alarms.find(({ matter }) => matter === form.of)
  return (
    <Page title={page.alarms} lead={page.alarmsLead} width="text">
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {form.open === 'answer' && asked && <Answer alarm={asked} onClose={form.close} />}
      {found.data && alarms.length === 0 && (
        <EmptyState title={page.alarmsNone}>{page.alarmsNoneHint}</EmptyState>
      )}
      <ul className="notice-rows">
        {alarms.map((alarm) => (
          <Alarm key={alarm.matter} alarm={alarm} onAnswer={() => form.show('answer', alarm.matter)} />
        ))}
      </ul>
    </Page>
  )
}

function Alarm({ alarm, onAnswer }: { alarm: AlarmShown; onAnswer: () => void }) {
  const page = useTexts(noticePageMessages)
  const language = useLanguage()
  const mayOpen = useMayReadOutbox()
  const { label, reason, organisation, recipients, notice, at } = alarm
  const names = recipients.join(language === 'zh' ? '、' : ', ')
  return (
    <li className="notice-row">
      <h2>{label}</h2>
      <Lamp state="overdue" word={reason} />
      <p>
        {[organisation?.name, names && page.who(names)].filter(Boolean).join(' · ')}
        <span className="notice-faint">{page.alarmRaised(momentInWords(at, language))}</span>
      </p>
      <div className="notice-deeds">
        <Button onClick={onAnswer}>{page.answer}</Button>
        {mayOpen && <Link to={`/notices/${notice}`}>{page.open}</Link>}
      </div>
    </li>
  )
}

interface Answered {
  answer: 'told' | 'needless'
  note: string
}

function Answer({ alarm, onClose }: { alarm: AlarmShown; onClose: () => void }) {
  const page = useTexts(noticePageMessages)
  const [form] = Form.useForm<Answered>()
  const params = { matter: alarm.matter }
  const answer = useNoticeDeed(
    (body: Answered) => call(noticeRoutes.answerAlarm, { params, body }),
    page.answered,
    onClose,
  )
  return (
    <RecordForm
      title={`${page.answer}: ${alarm.label}`}
      form={form}
      initialValues={{ answer: 'told' }}
      action={page.answer}
      busy={answer.isPending}
      problem={answer.error}
      onSend={answer.mutate}
      onClose={onClose}
    >
      <Form.Item name="answer" label={page.answerKind}>
        <Radio.Group
          options={[
            { value: 'told', label: page.answerTold },
            { value: 'needless', label: page.answerNeedless },
          ]}
        />
      </Form.Item>
      <LineField name="note" label={page.answerNote} longest={longest.note} first />
    </RecordForm>
  )
}
